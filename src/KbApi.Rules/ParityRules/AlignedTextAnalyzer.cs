using System.Collections.Immutable;
using KbApi.Content.Diagnostics;
using KbApi.Rules.Alignment;
using KbApi.Rules.Analysis;

namespace KbApi.Rules.ParityRules;

/// <summary>A rule that compares each text of an original with its translation.</summary>
/// <param name="rule">What it reports.</param>
/// <param name="readsProse">Whether it compares running text too, or cells of tables alone.</param>
internal abstract class AlignedTextAnalyzer(DiagnosticDescriptor rule, bool readsProse) : ContentAnalyzer
{
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [rule];

    protected DiagnosticDescriptor Rule => rule;

    public sealed override void Initialize(AnalysisContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.RegisterLocaleSetAction(Analyze);
    }

    protected abstract void Compare(LocaleSetAnalysisContext context, AlignedText text);

    private void Analyze(LocaleSetAnalysisContext context)
    {
        foreach (var text in context.Alignments.SelectMany(a => a.Texts).Where(t => t.IsCell || readsProse))
        {
            Compare(context, text);
        }
    }
}
