using System.CommandLine;
using KbApi.Cli.Terminal;
using KbApi.Server.Queue;

namespace KbApi.Cli.Queue;

/// <summary><c>kb queue show NUMBER</c>: a dead letter with what was published, as JSON.</summary>
internal static class ShowLetterCommand
{
    public static Command Create(ITerminal terminal)
    {
        var access = new QueueAccess(terminal);
        var number = QueueCommand.Number(terminal);
        var command = new Command("show", terminal.Text("QueueShow_Description")) { number };
        access.AddTo(command);
        command.SetAction((result, cancellation) => access.UseAsync(
            result,
            async (connection, token) =>
            {
                var wanted = result.GetRequiredValue(number);
                if (await new DeadLetterBox(connection).FindAsync(wanted, token) is not { } letter)
                {
                    terminal.Error.WriteLine("kb: " + terminal.Text("Queue_NoLetter", wanted));
                    return ExitCode.Findings;
                }

                terminal.Output.WriteLine(QueueJson.Text(QueueJson.WithData(letter)));
                return ExitCode.Clean;
            },
            cancellation));
        return command;
    }
}
