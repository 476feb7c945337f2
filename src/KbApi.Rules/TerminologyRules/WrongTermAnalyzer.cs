using KbApi.Content.Text;
using KbApi.Rules.Alignment;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;
using KbApi.Rules.ParityRules;
using KbApi.Rules.Syntax;

namespace KbApi.Rules.TerminologyRules;

/// <summary>A term that a translation renders with words that mean something else. Which those are, vocabulary files say.</summary>
internal sealed class WrongTermAnalyzer() : AlignedTextAnalyzer(TerminologyDiagnostics.WrongTerm, readsProse: true)
{
    protected override void Compare(LocaleSetAnalysisContext context, AlignedText text)
    {
        var language = text.Original.Article.Locale.Language;
        foreach (var term in context.Vocabulary.Of(text.Translation.Article.Locale).Terms.Where(t => t.From == language))
        {
            if (Tokens.CountWord(text.From, term.Source) > 0 && term.Rejected.FirstOrDefault(r => Tokens.CountWord(text.To, r) > 0) is { } wrong)
            {
                var span = new TextSpan(text.TranslatedSpan.Start + Tokens.IndexOfWord(text.To, wrong), wrong.Length);
                context.ReportReplaceable(Rule, text.Translation, span, term.Accepted[0], wrong, term.Source, term.Accepted[0]);
            }
        }
    }
}
