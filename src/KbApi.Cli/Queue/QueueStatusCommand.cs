using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using KbApi.Cli.Terminal;
using KbApi.Server.Queue;

namespace KbApi.Cli.Queue;

/// <summary><c>kb queue status</c>: how much waits, for how long, and how many dead letters there are.</summary>
internal static class QueueStatusCommand
{
    public static Command Create(ITerminal terminal)
    {
        var access = new QueueAccess(terminal);
        var format = QueueCommand.Format(terminal);
        var command = new Command("status", terminal.Text("QueueStatus_Description")) { format };
        access.AddTo(command);
        command.SetAction((result, cancellation) => access.UseAsync(
            result,
            async (connection, token) =>
            {
                var state = await new QueueReader(connection, TimeProvider.System).ReadAsync(token);
                if (result.GetRequiredValue(format) == "json")
                {
                    WriteJson(terminal, state);
                }
                else
                {
                    WriteText(terminal, state);
                }

                return state.DeadLetters > 0 ? ExitCode.Findings : ExitCode.Clean;
            },
            cancellation));
        return command;
    }

    private static void WriteText(ITerminal terminal, QueueState state)
    {
        terminal.Output.WriteLine(terminal.Text("QueueStatus_Waiting", state.Pending, state.Lag.TotalSeconds.ToString("0", terminal.Culture)));
        terminal.Output.WriteLine(terminal.Text("QueueStatus_InHand", state.InHand, state.Redelivering));
        terminal.Output.WriteLine(terminal.Text("QueueStatus_Size", (state.Bytes / 1024d / 1024d).ToString("0.0", terminal.Culture)));
        terminal.Output.WriteLine(terminal.Text("QueueStatus_Dead", state.DeadLetters));
    }

    private static void WriteJson(ITerminal terminal, QueueState state) => terminal.Output.WriteLine(QueueJson.Text(new JsonObject
    {
        ["pending"] = state.Pending,
        ["inHand"] = state.InHand,
        ["redelivering"] = state.Redelivering,
        ["bytes"] = state.Bytes,
        ["deadLetters"] = state.DeadLetters,
        ["oldest"] = state.Oldest?.ToString("O", CultureInfo.InvariantCulture),
        ["lagSeconds"] = Math.Round(state.Lag.TotalSeconds, 3),
    }));
}
