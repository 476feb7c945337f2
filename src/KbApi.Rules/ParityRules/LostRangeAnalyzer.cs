using KbApi.Content.Text;
using KbApi.Rules.Alignment;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;
using KbApi.Rules.Syntax;

namespace KbApi.Rules.ParityRules;

/// <summary>A range of numbers whose dash the translation lost.</summary>
internal sealed class LostRangeAnalyzer() : AlignedTextAnalyzer(ParityDiagnostics.LostRange, readsProse: true)
{
    protected override void Compare(LocaleSetAnalysisContext context, AlignedText text)
    {
        foreach (var (first, last) in Tokens.Ranges(text.From).Distinct())
        {
            var lost = $"{first} {last}";
            if (text.To.IndexOf(lost, StringComparison.Ordinal) is var at and >= 0)
            {
                context.ReportReplaceable(Rule, text.Translation, new TextSpan(text.TranslatedSpan.Start + at, lost.Length), $"{first}-{last}", $"{first}-{last}");
            }
        }
    }
}
