using System.Collections.Immutable;
using KbApi.Content.Diagnostics;

namespace KbApi.Rules.Analysis;

/// <summary>
/// Finds one kind of defect in content. One instance serves a whole run, on several threads at once: what it registers must keep no
/// state between calls.
/// </summary>
public abstract class ContentAnalyzer
{
    /// <summary>The kinds of finding that it may report; it must report no other.</summary>
    public abstract ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    /// <summary>Called once in a run: registers what is to be called for which parts of the content.</summary>
    public abstract void Initialize(AnalysisContext context);
}
