using KbApi.Content.Text;
using KbApi.Rules.Alignment;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;

namespace KbApi.Rules.ParityRules;

/// <summary>The word that a log line begins with, translated.</summary>
internal sealed class TranslatedLiteralAnalyzer() : AlignedTextAnalyzer(ParityDiagnostics.TranslatedLiteral, readsProse: false)
{
    protected override void Compare(LocaleSetAnalysisContext context, AlignedText text)
    {
        if (TextParity.TranslatedLiteral(text.From, text.To) is not var (literal, other))
        {
            return;
        }

        var span = other is null ? text.TranslatedSpan : new TextSpan(text.TranslatedSpan.Start, other.Length);
        context.ReportReplaceable(Rule, text.Translation, span, other is null ? null : literal, literal);
    }
}
