using KbApi.Rules.Alignment;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;
using KbApi.Rules.Syntax;

namespace KbApi.Rules.ParityRules;

/// <summary>A name that only machines read, translated or lost.</summary>
internal sealed class TranslatedIdentifierAnalyzer() : AlignedTextAnalyzer(ParityDiagnostics.TranslatedIdentifier, readsProse: true)
{
    protected override void Compare(LocaleSetAnalysisContext context, AlignedText text)
    {
        foreach (var name in Tokens.Identifiers(text.From).Where(n => text.IsCell || HasThreeParts(n)).Distinct(StringComparer.Ordinal))
        {
            if (!text.To.Contains(name, StringComparison.OrdinalIgnoreCase))
            {
                context.Report(Rule, text.Translation, text.TranslatedSpan, name);
            }
        }
    }

    /// <summary>Running text has names of two parts (<c>HeadNode</c>) that languages render in words of their own.</summary>
    private static bool HasThreeParts(string name) => name.Contains('_', StringComparison.Ordinal) || Tokens.CountHumps(name) >= 2;
}
