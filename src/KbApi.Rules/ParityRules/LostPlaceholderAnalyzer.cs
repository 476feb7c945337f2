using KbApi.Rules.Alignment;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;
using KbApi.Rules.Syntax;

namespace KbApi.Rules.ParityRules;

/// <summary>A placeholder of the original that the translation does not have.</summary>
internal sealed class LostPlaceholderAnalyzer() : AlignedTextAnalyzer(ParityDiagnostics.LostPlaceholder, readsProse: true)
{
    protected override void Compare(LocaleSetAnalysisContext context, AlignedText text)
    {
        foreach (var name in Tokens.Placeholders(text.From).Distinct(StringComparer.Ordinal))
        {
            if (!text.To.Contains(name, StringComparison.OrdinalIgnoreCase))
            {
                context.Report(Rule, text.Translation, text.TranslatedSpan, name);
            }
        }
    }
}
