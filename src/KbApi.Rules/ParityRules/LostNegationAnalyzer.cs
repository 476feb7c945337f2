using KbApi.Rules.Alignment;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;

namespace KbApi.Rules.ParityRules;

/// <summary>The explanation of a code that is negated in the original and not in the translation.</summary>
internal sealed class LostNegationAnalyzer() : AlignedTextAnalyzer(ParityDiagnostics.LostNegation, readsProse: false)
{
    protected override void Compare(LocaleSetAnalysisContext context, AlignedText text)
    {
        var (here, there) = (context.Vocabulary.Of(text.Original.Article.Locale), context.Vocabulary.Of(text.Translation.Article.Locale));
        if (TextParity.LosesNegation(text.From, here, text.To, there))
        {
            context.Report(Rule, text.Translation, text.TranslatedSpan);
        }
    }
}
