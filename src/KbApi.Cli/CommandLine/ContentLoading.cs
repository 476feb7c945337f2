using KbApi.Cli.Terminal;
using KbApi.Content.Diagnostics;
using KbApi.Content.Loading;
using KbApi.Content.Model;
using KbApi.Search.Packs;

namespace KbApi.Cli.CommandLine;

/// <summary>Loads content for a command: progress on the way, and what is wrong with the content at the end.</summary>
internal static class ContentLoading
{
    /// <param name="terminal">Where progress is shown.</param>
    /// <param name="paths">Files and folders of documents, or one pack.</param>
    /// <param name="options">How documents are loaded.</param>
    /// <param name="cancellation">Ends the loading early.</param>
    /// <exception cref="FileNotFoundException">One of the paths does not exist.</exception>
    /// <exception cref="PackException">The pack can't be used.</exception>
    public static KnowledgeBase Load(ITerminal terminal, IReadOnlyCollection<string> paths, LoadOptions options, CancellationToken cancellation) =>
        PackLoading.TryOpen(paths, cancellation)?.LoadContent() ?? Load(terminal, ContentDirectory.Find(paths), options, cancellation);

    public static KnowledgeBase Load(ITerminal terminal, IReadOnlyList<ContentFile> files, LoadOptions options, CancellationToken cancellation)
    {
        var progress = new Progress(terminal, "Common_Reading", files.Count);
        var knowledgeBase = new KnowledgeBaseLoader(options).Load(files, progress, cancellation);
        progress.Clear();
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
}
