using KbApi.Rules.Alignment;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;

namespace KbApi.Rules.ParityRules;

/// <summary>A name that only machines read, translated or lost.</summary>
internal sealed class TranslatedIdentifierAnalyzer() : AlignedTextAnalyzer(ParityDiagnostics.TranslatedIdentifier, readsProse: true)
{
    protected override void Compare(LocaleSetAnalysisContext context, AlignedText text)
    {
        foreach (var name in TextParity.LostIdentifiers(text.From, text.To, text.IsCell))
        {
            context.Report(Rule, text.Translation, text.TranslatedSpan, name);
        }
    }
}
