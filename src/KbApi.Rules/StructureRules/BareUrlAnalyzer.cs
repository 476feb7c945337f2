using KbApi.Content.Text;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;

namespace KbApi.Rules.StructureRules;

/// <summary>An address in running text without mark-up.</summary>
internal sealed class BareUrlAnalyzer() : ArticleAnalyzer(StructureDiagnostics.BareUrl)
{
    protected override void Analyze(ArticleAnalysisContext context)
    {
        var text = context.Article.Text.Content;
        foreach (var line in context.Document.TextLines)
        {
            var end = line.Span.Start;
            while (Next(text, end, line.Span.End) is var start and >= 0)
            {
                end = start;
                while (end < line.Span.End && !char.IsWhiteSpace(text[end]) && !"|<>\"`".Contains(text[end], StringComparison.Ordinal))
                {
                    end++;
                }

                var length = text.AsSpan(start, end - start).TrimEnd(".,;:!?)*_\u201D'").Length;
                var before = start > line.Span.Start ? text[start - 1] : ' ';
                if (char.IsWhiteSpace(before) && length > "https://".Length && !context.Document.IsCode(start) && !IsDefinition(text.AsSpan(line.Span.Start, start - line.Span.Start)))
                {
                    var span = new TextSpan(start, length);
                    context.ReportReplaceable(Rule, context.Document, span, $"<{text.Substring(start, length)}>", text.Substring(start, length));
                }
            }
        }
    }

    private static int Next(string text, int start, int end)
    {
        var rest = text.AsSpan(start, end - start);
        var (secure, plain) = (rest.IndexOf("https://"), rest.IndexOf("http://"));
        var found = secure < 0 ? plain : plain < 0 ? secure : Math.Min(secure, plain);
        return found < 0 ? -1 : start + found;
    }

    /// <summary>Whether the address is the target of a reference definition, or stands inside HTML or in a link's brackets.</summary>
    private static bool IsDefinition(ReadOnlySpan<char> before) =>
        before.TrimEnd().EndsWith("]:") || before.LastIndexOf('<') > before.LastIndexOf('>') || before.LastIndexOf('[') > before.LastIndexOf(']')
        || before.LastIndexOf("](") > before.LastIndexOf(')');
}
