using KbApi.Content.Text;
using KbApi.Rules.Alignment;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;

namespace KbApi.Rules.ParityRules;

/// <summary>A range of numbers whose dash the translation lost.</summary>
internal sealed class LostRangeAnalyzer() : AlignedTextAnalyzer(ParityDiagnostics.LostRange, readsProse: true)
{
    protected override void Compare(LocaleSetAnalysisContext context, AlignedText text)
    {
        foreach (var (range, left, at) in TextParity.LostRanges(text.From, text.To))
        {
            context.ReportReplaceable(Rule, text.Translation, new TextSpan(text.TranslatedSpan.Start + at, left.Length), range, range);
        }
    }
}
