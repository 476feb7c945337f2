using KbApi.Content.Text;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;
using KbApi.Rules.Syntax;

namespace KbApi.Rules.ModelRules;

/// <summary>A result in hexadecimal with a digit too few or too many.</summary>
internal sealed class HexDigitCountAnalyzer() : ArticleAnalyzer(ModelDiagnostics.HexDigitCount)
{
    protected override void Analyze(ArticleAnalysisContext context)
    {
        var text = context.Article.Text.Content;
        foreach (var line in context.Document.Lines.Where(l => l.Kind == LineKind.Text))
        {
            for (var at = text.IndexOf("0x", line.Span.Start, line.Span.Length, StringComparison.Ordinal); at >= 0;)
            {
                var end = at + 2;
                while (end < line.Span.End && char.IsAsciiHexDigit(text[end]))
                {
                    end++;
                }

                var isWord = (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == line.Span.End || !(char.IsLetterOrDigit(text[end]) || text[end] == '_'));
                if (isWord && IsResult(text.AsSpan(at + 2, end - at - 2)))
                {
                    context.Report(Rule, TextSpan.FromBounds(at, end), text[at..end], end - at - 2);
                }

                at = text.IndexOf("0x", end, line.Span.End - end, StringComparison.Ordinal);
            }
        }
    }

    /// <summary>Results begin with 8 (failures) or C0 (Windows' own); many zeros at the end make a size or an address of it.</summary>
    private static bool IsResult(ReadOnlySpan<char> digits) =>
        digits.Length is 7 or 9 && (digits.StartsWith("80") || digits.StartsWith("87") || digits.StartsWith("C00", StringComparison.OrdinalIgnoreCase)) && !digits.EndsWith("0000");
}
