using System.Collections.Immutable;
using KbApi.Content.Diagnostics;
using KbApi.Rules.Configuration;
using KbApi.Rules.Languages;

namespace KbApi.Rules.Analysis;

/// <summary>What people have set for a run of analyzers.</summary>
public sealed record AnalyzerOptions
{
    /// <summary>Severities. Those of the rules by default.</summary>
    public SeverityOptions Severities { get; init; } = SeverityOptions.Default;

    /// <summary>Words by language. Those that come with the library by default.</summary>
    public RuleVocabulary Vocabulary { get; init; } = RuleVocabulary.BuiltIn;

    /// <summary>What was wrong with the settings themselves, reported with every run.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];
}
