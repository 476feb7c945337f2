using KbApi.Cli.Terminal;

namespace KbApi.Cli.CommandLine;

/// <summary>Tells who puts content behind a question, as other tools take it, where it belongs.</summary>
internal static class PathWords
{
    private static readonly char[] Separators = ['/', '\\'];

    /// <summary>Warns of words that are paths of files or folders that there are.</summary>
    /// <param name="terminal">Where to warn.</param>
    /// <param name="words">What is asked for.</param>
    public static void Warn(ITerminal terminal, IEnumerable<string> words)
    {
        foreach (var path in words.Where(w => w.IndexOfAny(Separators) >= 0 && Path.Exists(w)))
        {
            terminal.Error.WriteLine("kb: " + terminal.Text("Common_PathAsWord", path));
        }
    }
}
