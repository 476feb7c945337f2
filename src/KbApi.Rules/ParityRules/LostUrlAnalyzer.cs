using KbApi.Rules.Alignment;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;
using KbApi.Rules.Syntax;

namespace KbApi.Rules.ParityRules;

/// <summary>An address of the original that the translation does not have.</summary>
internal sealed class LostUrlAnalyzer() : AlignedTextAnalyzer(ParityDiagnostics.LostUrl, readsProse: true)
{
    protected override void Compare(LocaleSetAnalysisContext context, AlignedText text)
    {
        foreach (var name in Tokens.Endpoints(text.From).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (!text.To.Contains(name, StringComparison.OrdinalIgnoreCase))
            {
                context.Report(Rule, text.Translation, text.TranslatedSpan, name);
            }
        }
    }
}
