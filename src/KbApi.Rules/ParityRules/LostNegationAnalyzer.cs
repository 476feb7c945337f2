using KbApi.Rules.Alignment;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;
using KbApi.Rules.Syntax;

namespace KbApi.Rules.ParityRules;

/// <summary>The explanation of a code that is negated in the original and not in the translation.</summary>
internal sealed class LostNegationAnalyzer() : AlignedTextAnalyzer(ParityDiagnostics.LostNegation, readsProse: false)
{
    protected override void Compare(LocaleSetAnalysisContext context, AlignedText text)
    {
        if (Tokens.AfterCode(text.From) is not { } said || Tokens.AfterCode(text.To) is not { } rendered)
        {
            return;
        }

        var (here, there) = (context.Vocabulary.Of(text.Original.Article.Locale), context.Vocabulary.Of(text.Translation.Article.Locale));
        if (here.Negates(said) && there.Negations.Length > 0 && !there.Negates(rendered))
        {
            context.Report(Rule, text.Translation, text.TranslatedSpan);
        }
    }
}
