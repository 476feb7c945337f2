using System.Collections.Immutable;
using KbApi.Content.Diagnostics;
using KbApi.Rules.Alignment;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;
using KbApi.Rules.Syntax;

namespace KbApi.Rules.ParityRules;

/// <summary>A row of the original, known by its code, that the translation does not have.</summary>
internal sealed class MissingRowAnalyzer : ContentAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [ParityDiagnostics.MissingRow];

    public override void Initialize(AnalysisContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.RegisterLocaleSetAction(Analyze);
    }

    private static void Analyze(LocaleSetAnalysisContext context)
    {
        foreach (var alignment in context.Alignments)
        {
            foreach (var (original, translated) in alignment.Tables)
            {
                // Rows of the same number with other keys are rows whose keys were changed: another rule's business.
                if (original.Rows.Length > translated.Rows.Length)
                {
                    Compare(context, alignment, original, translated);
                }
            }
        }
    }

    private static void Compare(LocaleSetAnalysisContext context, DocumentAlignment alignment, TableSyntax original, TableSyntax translated)
    {
        var keys = translated.Rows.Select(r => RowAlignment.KeyOf(alignment.Translation, r)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var key in original.Rows.Select(r => RowAlignment.KeyOf(alignment.Original, r)).OfType<string>().Where(k => !keys.Contains(k)))
        {
            context.Report(ParityDiagnostics.MissingRow, alignment.Translation, translated.Header.Span, key);
        }
    }
}
