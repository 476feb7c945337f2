using KbApi.Content.Text;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;
using KbApi.Rules.Syntax;

namespace KbApi.Rules.ModelRules;

/// <summary>A result in hexadecimal with blanks in it or a capital X, which no search finds.</summary>
internal sealed class BrokenHexCodeAnalyzer() : ArticleAnalyzer(ModelDiagnostics.BrokenHexCode)
{
    private const string Broken = "0 x ";
    private const string Capital = "0X";
    private const int Digits = 8;

    protected override void Analyze(ArticleAnalysisContext context)
    {
        foreach (var line in context.Document.TextLines)
        {
            Find(context, line, Broken);
            Find(context, line, Capital);
        }
    }

    private void Find(ArticleAnalysisContext context, LineSyntax line, string form)
    {
        var text = context.Article.Text.Content;
        for (var at = text.IndexOf(form, line.Span.Start, line.Span.Length, StringComparison.Ordinal); at >= 0;)
        {
            var digits = at + form.Length;
            var end = digits;
            while (end < line.Span.End && char.IsAsciiHexDigit(text[end]))
            {
                end++;
            }

            var isWord = (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == line.Span.End || !char.IsLetterOrDigit(text[end]));
            if (isWord && end - digits == Digits)
            {
                context.ReportReplaceable(Rule, context.Document, TextSpan.FromBounds(at, end), "0x" + text[digits..end], text[at..end], "0x" + text[digits..end]);
            }

            at = text.IndexOf(form, digits, line.Span.End - digits, StringComparison.Ordinal);
        }
    }
}
