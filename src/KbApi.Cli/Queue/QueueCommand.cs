using System.CommandLine;
using KbApi.Cli.Terminal;

namespace KbApi.Cli.Queue;

/// <summary><c>kb queue</c>: how much waits between servers and workers, and the reports that no worker could store.</summary>
internal static class QueueCommand
{
    public static Command Create(ITerminal terminal) => new("queue", terminal.Text("Queue_Description"))
    {
        QueueStatusCommand.Create(terminal),
        ListLettersCommand.Create(terminal),
        ShowLetterCommand.Create(terminal),
        MoveLettersCommand.CreateReplay(terminal),
        MoveLettersCommand.CreateDrop(terminal),
    };

    public static Argument<ulong> Number(ITerminal terminal) => new("NUMBER") { Description = terminal.Text("Queue_Number") };

    public static Option<string> Format(ITerminal terminal)
    {
        var format = new Option<string>("--format") { Description = terminal.Text("Search_Format"), DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        return format;
    }

    public static int Fail(ITerminal terminal, string reason)
    {
        terminal.Error.WriteLine("kb: " + reason);
        return ExitCode.Failure;
    }
}
