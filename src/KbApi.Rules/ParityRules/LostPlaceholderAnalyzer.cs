using KbApi.Rules.Alignment;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;

namespace KbApi.Rules.ParityRules;

/// <summary>A placeholder of the original that the translation does not have.</summary>
internal sealed class LostPlaceholderAnalyzer() : AlignedTextAnalyzer(ParityDiagnostics.LostPlaceholder, readsProse: true)
{
    protected override void Compare(LocaleSetAnalysisContext context, AlignedText text)
    {
        foreach (var name in TextParity.LostPlaceholders(text.From, text.To))
        {
            context.Report(Rule, text.Translation, text.TranslatedSpan, name);
        }
    }
}
