using KbApi.Cli.Terminal;

namespace KbApi.Cli.CommandLine;

/// <summary>Overwrites one line of a terminal with how far something is; says nothing where there is no terminal.</summary>
/// <param name="terminal">The terminal.</param>
/// <param name="text">The name of the text, with places for the number done and the number of all.</param>
/// <param name="total">The number of all.</param>
internal sealed class Progress(ITerminal terminal, string text, int total) : IProgress<int>
{
    private const int StepsBetweenReports = 100;

    private readonly Lock _lock = new();
    private bool _isShown;

    public void Report(int value)
    {
        if (terminal.IsErrorInteractive && value % StepsBetweenReports == 0)
        {
            lock (_lock)
            {
                terminal.Error.Write("\r" + terminal.Text(text, value, total));
                _isShown = true;
            }
        }
    }

    public void Clear()
    {
        if (_isShown)
        {
            terminal.Error.Write("\r" + new string(' ', terminal.Text(text, total, total).Length) + "\r");
        }
    }
}
