using System.Collections.Immutable;
using KbApi.Content.Diagnostics;
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
        if (context.Source is not { } source)
        {
            return;
        }

        foreach (var translation in context.Translations)
        {
            foreach (var (original, translated) in TableAlignment.Tables(source, translation))
            {
                var keys = translated.Rows.Select(r => TableAlignment.KeyOf(translation, r)).ToHashSet(StringComparer.OrdinalIgnoreCase);
                var missing = original.Rows.Select(r => TableAlignment.KeyOf(source, r)).OfType<string>().Where(k => !keys.Contains(k)).ToList();
                // Rows of the same number with other keys are rows whose keys were changed: another rule's business.
                if (original.Rows.Length > translated.Rows.Length)
                {
                    foreach (var key in missing)
                    {
                        context.Report(ParityDiagnostics.MissingRow, translation, translated.Header.Span, key);
                    }
                }
            }
        }
    }
}
