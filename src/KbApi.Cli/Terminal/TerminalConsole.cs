using Spectre.Console;

namespace KbApi.Cli.Terminal;

/// <summary>Tables and colours on a terminal.</summary>
internal static class TerminalConsole
{
    /// <summary>A console that writes results; plain text unless the terminal shows colours.</summary>
    public static IAnsiConsole CreateConsole(this ITerminal terminal)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = terminal.HasColors ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = terminal.HasColors ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(terminal.Output),
        });
        console.Profile.Width = terminal.Width;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }
}
