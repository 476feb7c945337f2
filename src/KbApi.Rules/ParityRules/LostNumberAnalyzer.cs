using KbApi.Rules.Alignment;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;
using KbApi.Rules.Syntax;

namespace KbApi.Rules.ParityRules;

/// <summary>A number of the original that the translation does not have.</summary>
internal sealed class LostNumberAnalyzer() : AlignedTextAnalyzer(ParityDiagnostics.LostNumber, readsProse: true)
{
    protected override void Compare(LocaleSetAnalysisContext context, AlignedText text)
    {
        var numbers = Tokens.Numbers(text.From);
        if (numbers.Count == 0)
        {
            return;
        }

        var rendered = Tokens.Numbers(text.To).ToHashSet(StringComparer.Ordinal);
        var all = new string([.. text.To.Where(char.IsAsciiDigit)]);
        foreach (var number in numbers.Distinct(StringComparer.Ordinal).Where(n => !rendered.Contains(n) && !all.Contains(n, StringComparison.Ordinal)))
        {
            context.Report(Rule, text.Translation, text.TranslatedSpan, number);
        }
    }
}
