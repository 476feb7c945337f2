using KbApi.Cli.CommandLine;
using KbApi.Cli.Terminal;
using KbApi.Content.Diagnostics;
using KbApi.Content.Loading;
using KbApi.Content.Model;
using KbApi.Server.Hosting;

namespace KbApi.Cli.Doctor;

/// <summary>The content: whether it can be read, and what is wrong with it.</summary>
internal static class ContentChecks
{
    public static IEnumerable<Finding> Run(ITerminal terminal, ServerOptions options, CancellationToken cancellation)
    {
        var paths = options.ContentPaths;
        var shown = string.Join(", ", paths);
        KnowledgeBase content;
        try
        {
            content = ContentLoading.Load(terminal, paths, new LoadOptions { DefaultLocale = options.DefaultLocaleTag }, cancellation);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [new Finding("content", CheckState.Failed, $"{shown}: {e.Message}", terminal.Text("Doctor_ContentNext"))];
        }

        var entries = content.Entries.Items.Length;
        var errors = content.Diagnostics.Count(d => d.Severity == DiagnosticSeverity.Error);
        var warnings = content.Diagnostics.Count(d => d.Severity == DiagnosticSeverity.Warning);
        var text = terminal.Text("Doctor_Content", shown, content.Articles.Items.Length, entries, content.Locales.Length, errors, warnings);
        return
        [
            errors > 0 ? new Finding("content", CheckState.Failed, text, terminal.Text("Doctor_ContentErrors", shown))
            : entries == 0 ? new Finding("content", CheckState.Warning, text, terminal.Text("Doctor_ContentEmpty"))
            : warnings > 0 ? new Finding("content", CheckState.Warning, text, terminal.Text("Doctor_ContentErrors", shown))
            : new Finding("content", CheckState.Ok, text),
        ];
    }
}
