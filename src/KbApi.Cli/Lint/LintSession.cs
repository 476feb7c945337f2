using System.Collections.Immutable;
using KbApi.Cli.CommandLine;
using KbApi.Cli.Terminal;
using KbApi.Content.Diagnostics;
using KbApi.Content.Loading;
using KbApi.Content.Model;
using KbApi.Content.Text;

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

    public static LintSession Run(ITerminal terminal, LintInput input, CancellationToken cancellation)
    {
        var (files, sources) = SourceOption.Find(terminal, input);
        var knowledgeBase = ContentLoading.Load(terminal, files, new LoadOptions { DefaultLocale = input.Locale }, cancellation);
        var texts = knowledgeBase.Articles.Items.SelectMany(a => a.Variants).DistinctBy(a => a.Text.Path).ToDictionary(a => a.Text.Path, a => a.Text, StringComparer.Ordinal);
        var setup = RuleSetup.For([.. files.Select(f => f.Path).Except(sources)], input.Plugins);
        return new LintSession([.. setup.Driver.Analyze(knowledgeBase, cancellation).Where(d => !sources.Contains(d.Location.Path))], texts);
    }

    public SourceText? TextOf(string path) => _texts.GetValueOrDefault(path);
}

/// <summary>What is to be looked at, and with what.</summary>
/// <param name="Paths">Documents and folders.</param>
/// <param name="Source">What they were translated from, where it stands somewhere else; or null.</param>
/// <param name="Locale">The default locale.</param>
/// <param name="Plugins">Assemblies with more rules.</param>
internal sealed record LintInput(string[] Paths, string? Source, LocaleTag Locale, string[] Plugins);
