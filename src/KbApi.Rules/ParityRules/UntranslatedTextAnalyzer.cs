using KbApi.Rules.Alignment;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;

namespace KbApi.Rules.ParityRules;

/// <summary>A text that stands in the translation as it does in the original.</summary>
internal sealed class UntranslatedTextAnalyzer() : AlignedTextAnalyzer(ParityDiagnostics.UntranslatedText, readsProse: true)
{
    protected override void Compare(LocaleSetAnalysisContext context, AlignedText text)
    {
        var (here, there) = (text.Original.Article.Locale.Language, text.Translation.Article.Locale.Language);
        if (here != there && text.To is not ['<' or '!', ..] && text.From.Equals(text.To, StringComparison.Ordinal) && TextParity.HasWords(text.Translation, text.TranslatedSpan))
        {
            context.Report(Rule, text.Translation, text.TranslatedSpan);
        }
    }
}
