using KbApi.Content.Text;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;
using KbApi.Rules.Syntax;

namespace KbApi.Rules.StructureRules;

/// <summary>Typographic quotes around what a machine shows or what people type.</summary>
internal sealed class TypographicQuotesInLiteralAnalyzer() : ArticleAnalyzer(StructureDiagnostics.TypographicQuotesInLiteral)
{
    protected override void Analyze(ArticleAnalysisContext context)
    {
        foreach (var line in context.Document.TextLines)
        {
            var text = context.Article.Text.Content;
            for (var open = NextQuote(text, line.Span.Start, line.Span.End); open >= 0;)
            {
                var close = NextQuote(text, open + 1, line.Span.End);
                if (close < 0)
                {
                    break;
                }

                if (!context.Document.IsCode(open) && (IsLiteral(text.AsSpan(open + 1, close - open - 1)) || FollowsCode(text.AsSpan(line.Span.Start, open - line.Span.Start))))
                {
                    var span = TextSpan.FromBounds(open, close + 1);
                    context.ReportReplaceable(Rule, context.Document, span, $"\"{text[(open + 1)..close]}\"");
                }

                open = NextQuote(text, close + 1, line.Span.End);
            }
        }
    }

    private static int NextQuote(string text, int start, int end)
    {
        var found = text.AsSpan(start, end - start).IndexOfAny("\u201C\u201D\u201E");
        return found < 0 ? -1 : start + found;
    }

    /// <summary>A file, an assignment, a placeholder, a continued message: nothing that prose puts in quotes.</summary>
    private static bool IsLiteral(ReadOnlySpan<char> quoted)
    {
        var text = quoted.Trim();
        return text.Length > 1 && (text[0] == ':' || text.Contains(" = ", StringComparison.Ordinal) || text.EndsWith("...")
            || Tokens.HasPlaceholder(text) || Tokens.IsFileName(text));
    }

    /// <summary>Whether a code stands shortly before the quote: the quote is its text.</summary>
    private static bool FollowsCode(ReadOnlySpan<char> before)
    {
        const int reach = 32;
        var near = before[Math.Max(0, before.Length - reach)..];
        return Tokens.EndsWithCode(near);
    }
}
