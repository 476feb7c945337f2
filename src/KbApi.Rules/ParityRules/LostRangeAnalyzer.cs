using System.Collections.Immutable;
using KbApi.Content.Diagnostics;
using KbApi.Content.Text;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;
using KbApi.Rules.Syntax;

namespace KbApi.Rules.ParityRules;

/// <summary>A range of numbers whose dash the translation lost.</summary>
internal sealed class LostRangeAnalyzer : ContentAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [ParityDiagnostics.LostRange];

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
            foreach (var (original, translated) in TableAlignment.Cells(source, translation))
            {
                var (from, to) = (source.Text[original], translation.Text[translated]);
                foreach (var (first, last) in Tokens.Ranges(from).Distinct())
                {
                    var lost = $"{first} {last}";
                    if (to.IndexOf(lost, StringComparison.Ordinal) is var at and >= 0)
                    {
                        context.ReportReplaceable(ParityDiagnostics.LostRange, translation, new TextSpan(translated.Start + at, lost.Length), $"{first}-{last}", $"{first}-{last}");
                    }
                }
            }
        }
    }
}
