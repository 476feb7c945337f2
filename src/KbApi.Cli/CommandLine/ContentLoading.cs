using KbApi.Cli.Terminal;
using KbApi.Content.Diagnostics;
using KbApi.Content.Loading;
using KbApi.Content.Model;

namespace KbApi.Cli.CommandLine;

/// <summary>Loads content for a command: progress on the way, and what is wrong with the content at the end.</summary>
internal static class ContentLoading
{
    private const int FilesBetweenReports = 100;

    /// <exception cref="FileNotFoundException">One of the paths does not exist.</exception>
    public static KnowledgeBase Load(ITerminal terminal, IReadOnlyCollection<string> paths, LoadOptions options, CancellationToken cancellation) =>
        Load(terminal, ContentDirectory.Find(paths), options, cancellation);

    public static KnowledgeBase Load(ITerminal terminal, IReadOnlyList<ContentFile> files, LoadOptions options, CancellationToken cancellation)
    {
        var progress = terminal.IsErrorInteractive ? new Progress(terminal, files.Count) : null;
        var knowledgeBase = new KnowledgeBaseLoader(options).Load(files, progress, cancellation);
        progress?.Clear();
        return knowledgeBase;
    }

    /// <summary>Prints what is wrong as compilers do, and tells how the command exits.</summary>
    public static int Report(ITerminal terminal, KnowledgeBase knowledgeBase)
    {
        foreach (var diagnostic in knowledgeBase.Diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning))
        {
            terminal.Error.WriteLine(diagnostic.ToString(terminal.Culture));
        }

        return knowledgeBase.HasErrors ? ExitCode.Findings : ExitCode.Clean;
    }

    private sealed class Progress(ITerminal terminal, int total) : IProgress<int>
    {
        private readonly Lock _lock = new();
        private bool _isShown;

        public void Report(int value)
        {
            if (value % FilesBetweenReports == 0)
            {
                lock (_lock)
                {
                    terminal.Error.Write("\r" + terminal.Text("Common_Reading", value, total));
                    _isShown = true;
                }
            }
        }

        public void Clear()
        {
            if (_isShown)
            {
                terminal.Error.Write("\r" + new string(' ', terminal.Text("Common_Reading", total, total).Length) + "\r");
            }
        }
    }
}
