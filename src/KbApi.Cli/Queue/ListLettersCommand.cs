using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using KbApi.Cli.Insights;
using KbApi.Cli.Terminal;
using KbApi.Server.Queue;

namespace KbApi.Cli.Queue;

/// <summary><c>kb queue list</c>: the dead letters, one a line.</summary>
internal static class ListLettersCommand
{
    private const int DefaultLimit = 20;
    private const int MaxLimit = 10_000;

    public static Command Create(ITerminal terminal)
    {
        var access = new QueueAccess(terminal);
        var limit = GapOptions.Number(terminal, "--limit", "QueueList_Limit", DefaultLimit, MaxLimit);
        var format = QueueCommand.Format(terminal);
        var command = new Command("list", terminal.Text("QueueList_Description")) { limit, format };
        access.AddTo(command);
        command.SetAction((result, cancellation) => access.UseAsync(
            result,
            async (connection, token) =>
            {
                var most = result.GetRequiredValue(limit);
                var letters = await new DeadLetterBox(connection).ReadAsync(token).Take(most + 1).ToListAsync(token);
                Write(terminal, [.. letters.Take(most)], letters.Count > most, result.GetRequiredValue(format) == "json");
                return letters.Count > 0 ? ExitCode.Findings : ExitCode.Clean;
            },
            cancellation));
        return command;
    }

    private static void Write(ITerminal terminal, IReadOnlyList<DeadLetter> letters, bool isMore, bool isJson)
    {
        if (isJson)
        {
            terminal.Output.WriteLine(QueueJson.Text(new JsonObject { ["items"] = new JsonArray([.. letters.Select(QueueJson.Of)]), ["more"] = isMore }));
            return;
        }

        foreach (var letter in letters)
        {
            terminal.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{letter.Number,8}  {letter.PutAside.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z  {letter.Reason}"));
        }

        if (letters.Count == 0)
        {
            terminal.Error.WriteLine(terminal.Text("QueueList_None"));
        }
        else if (isMore)
        {
            terminal.Error.WriteLine(terminal.Text("QueueList_More", letters.Count));
        }
    }
}
