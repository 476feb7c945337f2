using System.Collections.Immutable;
using KbApi.Content.Diagnostics;
using KbApi.Rules.Analysis;
using KbApi.Rules.Fixes;

namespace KbApi.Rules.Plugins;

/// <summary>Rules of other people.</summary>
/// <param name="Analyzers">Their analyzers, in the order of the plug-ins and of the names.</param>
/// <param name="FixProviders">What mends their findings.</param>
/// <param name="Diagnostics">What was wrong with plug-ins. One that is wrong takes part no further; the others do.</param>
public sealed record PluginSet(ImmutableArray<ContentAnalyzer> Analyzers, ImmutableArray<FixProvider> FixProviders, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>No plug-ins.</summary>
    public static PluginSet Empty { get; } = new([], [], []);
}
