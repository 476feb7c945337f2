using KbApi.Rules.Alignment;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;
using KbApi.Rules.Syntax;

namespace KbApi.Rules.ParityRules;

/// <summary>A text that stands in the translation as it does in the original.</summary>
internal sealed class UntranslatedTextAnalyzer() : AlignedTextAnalyzer(ParityDiagnostics.UntranslatedText, readsProse: true)
{
    private const int FewestWords = 5;

    protected override void Compare(LocaleSetAnalysisContext context, AlignedText text)
    {
        var (here, there) = (text.Original.Article.Locale.Language, text.Translation.Article.Locale.Language);
        if (here != there && text.To is not ['<' or '!', ..] && text.From.Equals(text.To, StringComparison.Ordinal) && WordsOutsideCode(text) >= FewestWords)
        {
            context.Report(Rule, text.Translation, text.TranslatedSpan);
        }
    }

    /// <summary>Words in small letters; names, code and links stay as they are in every language.</summary>
    private static int WordsOutsideCode(AlignedText text) =>
        Tokens.Words(text.To).Count(w => w.Word.Length > 1 && w.Word.All(char.IsLower) && !text.Translation.IsCode(text.TranslatedSpan.Start + w.Start) && !Tokens.IsInLink(text.To, w.Start) && !Tokens.IsInAddress(text.To, w.Start));
}
