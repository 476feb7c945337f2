using System.Globalization;
using KbApi.Cli.CommandLine;
using KbApi.Cli.Export.Files;
using KbApi.Cli.Terminal;
using KbApi.Content.Loading;
using KbApi.Content.Model;

namespace KbApi.Cli.Export;

/// <summary><c>kb export --static FOLDER</c>: writes a site that any host of files can serve.</summary>
internal static class StaticAction
{
    private const int PagesBetweenReports = 25;
    private const double Mebibyte = 1024 * 1024;

    public static async Task<int> RunAsync(ITerminal terminal, StaticInput input, LocaleTag defaultLocale, CancellationToken cancellation)
    {
        if (SiteFolder.Foreign(input.Target) is { } foreign)
        {
            terminal.Error.WriteLine("kb: " + terminal.Text("Static_Foreign", input.Target, foreign));
            return ExitCode.Failure;
        }

        var files = ContentDirectory.Find([.. input.Paths]);
        var knowledgeBase = ContentLoading.Load(terminal, [.. files.Select(f => f with { Path = ShownPath(f, input.Paths) })], new LoadOptions { DefaultLocale = defaultLocale }, cancellation);
        if (ContentLoading.Report(terminal, knowledgeBase) != ExitCode.Clean || knowledgeBase.Articles.Items.IsEmpty)
        {
            terminal.Error.WriteLine("kb: " + terminal.Text(knowledgeBase.HasErrors ? "Static_Errors" : "Static_Empty"));
            return ExitCode.Findings;
        }

        using var folder = SiteFolder.Begin(input.Target);
        var progress = terminal.IsErrorInteractive ? new Progress(terminal) : null;
        await StaticExport.WriteAsync(
            knowledgeBase, input.Paths[0], folder, input.BaseUrl, locale => FootOf(locale, knowledgeBase), progress, cancellation);
        progress?.Clear();
        terminal.Output.WriteLine(terminal.Text(
            "Static_Written", input.Target, folder.Count, (folder.Length / Mebibyte).ToString("0.0", terminal.Culture), knowledgeBase.Entries.Items.Length, string.Join(", ", knowledgeBase.Locales)));
        if (input.BaseUrl is null)
        {
            terminal.Output.WriteLine(terminal.Text("Static_NoBaseUrl"));
        }

        return ExitCode.Clean;
    }

    /// <summary>A path from the content's folder on: where that stands on a disk is nobody's business, and differs from one machine to the next.</summary>
    private static string ShownPath(ContentFile file, IReadOnlyList<string> paths) => paths is [var path] && Directory.Exists(path)
        ? $"{Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)))}/{file.RelativePath}"
        : file.RelativePath;

    private static string FootOf(string locale, KnowledgeBase knowledgeBase) => TerminalText.In(
        CultureInfo.GetCultureInfo(locale.StartsWith("sv", StringComparison.Ordinal) ? "sv" : "en"), "Static_Snapshot", knowledgeBase.SnapshotId);

    private sealed class Progress(ITerminal terminal) : IProgress<int>
    {
        private string _shown = "";

        public void Report(int value)
        {
            if (value % PagesBetweenReports == 0)
            {
                _shown = terminal.Text("Static_Progress", value);
                terminal.Error.Write("\r" + _shown);
            }
        }

        public void Clear() => terminal.Error.Write("\r" + new string(' ', _shown.Length) + "\r");
    }
}
