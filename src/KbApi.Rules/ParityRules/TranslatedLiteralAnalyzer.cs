using KbApi.Content.Text;
using KbApi.Rules.Alignment;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;
using KbApi.Rules.Syntax;

namespace KbApi.Rules.ParityRules;

/// <summary>The word that a log line begins with, translated.</summary>
internal sealed class TranslatedLiteralAnalyzer() : AlignedTextAnalyzer(ParityDiagnostics.TranslatedLiteral, readsProse: false)
{
    protected override void Compare(LocaleSetAnalysisContext context, AlignedText text)
    {
        if (Tokens.LogPrefix(text.From) is not { } literal || text.To.Contains(literal, StringComparison.Ordinal))
        {
            return;
        }

        var other = Tokens.LogPrefix(text.To);
        var span = other is null ? text.TranslatedSpan : new TextSpan(text.TranslatedSpan.Start, other.Length);
        context.ReportReplaceable(Rule, text.Translation, span, other is null ? null : literal, literal);
    }
}
