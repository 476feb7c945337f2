using KbApi.Rules.Alignment;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;

namespace KbApi.Rules.ParityRules;

/// <summary>Code in the original that the translation changed or took out of its marks.</summary>
internal sealed class TranslatedCodeSpanAnalyzer() : AlignedTextAnalyzer(ParityDiagnostics.TranslatedCodeSpan, readsProse: true)
{
    private const int MostLetters = 80;

    protected override void Compare(LocaleSetAnalysisContext context, AlignedText text)
    {
        var document = text.Original;
        foreach (var span in document.CodeSpansIn(text.OriginalSpan))
        {
            var code = document.Text[span].Trim('`', ' ');
            // Sentences in code marks are messages, and those are translated.
            if (code.Length is > 1 and <= MostLetters && code.AsSpan().Count(' ') < 3 && !text.To.Contains(code, StringComparison.OrdinalIgnoreCase))
            {
                context.Report(Rule, text.Translation, text.TranslatedSpan, code);
            }
        }
    }
}
