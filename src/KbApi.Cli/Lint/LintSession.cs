using System.Collections.Immutable;
using KbApi.Cli.CommandLine;
using KbApi.Cli.Terminal;
using KbApi.Content.Diagnostics;
using KbApi.Content.Loading;
using KbApi.Content.Model;
using KbApi.Content.Text;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;
using KbApi.Rules.Configuration;

namespace KbApi.Cli.Lint;

/// <summary>Content, and all that the rules find in it.</summary>
internal sealed class LintSession
{
    private readonly Dictionary<string, SourceText> _texts;

    private LintSession(ImmutableArray<Diagnostic> diagnostics, Dictionary<string, SourceText> texts)
    {
        Diagnostics = diagnostics;
        _texts = texts;
    }

    public ImmutableArray<Diagnostic> Diagnostics { get; }

    public static LintSession Run(ITerminal terminal, IReadOnlyCollection<string> paths, LocaleTag locale, CancellationToken cancellation)
    {
        var knowledgeBase = ContentLoading.Load(terminal, paths, new LoadOptions { DefaultLocale = locale }, cancellation);
        var texts = knowledgeBase.Articles.Items.SelectMany(a => a.Variants).DistinctBy(a => a.Text.Path).ToDictionary(a => a.Text.Path, a => a.Text, StringComparer.Ordinal);
        var driver = DriverFor(texts.Keys);
        return new LintSession(driver.Analyze(knowledgeBase, cancellation), texts);
    }

    public static AnalyzerDriver DriverFor(IEnumerable<string> documents) => new(BuiltInRules.Analyzers, EditorConfigFiles.For(documents));

    public SourceText? TextOf(string path) => _texts.GetValueOrDefault(path);
}
