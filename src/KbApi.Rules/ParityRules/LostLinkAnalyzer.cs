using KbApi.Rules.Alignment;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;
using KbApi.Rules.Syntax;

namespace KbApi.Rules.ParityRules;

/// <summary>A link of the original that the translation does not have.</summary>
internal sealed class LostLinkAnalyzer() : AlignedTextAnalyzer(ParityDiagnostics.LostLink, readsProse: true)
{
    protected override void Compare(LocaleSetAnalysisContext context, AlignedText text)
    {
        if (!text.From.Contains("](", StringComparison.Ordinal))
        {
            return;
        }

        var links = Tokens.LinkTargets(text.From).Count();
        var rendered = Tokens.LinkTargets(text.To).Count() + Tokens.CountOf(text.To, "][") + Tokens.CountOf(text.To, "<a href");
        if (rendered < links)
        {
            context.Report(Rule, text.Translation, text.TranslatedSpan, links, rendered);
        }
    }
}
