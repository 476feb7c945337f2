using KbApi.Content.Model;
using KbApi.Content.Text;
using KbApi.Rules.Syntax;

namespace KbApi.Rules.Suppressions;

/// <summary>Finds the comments that suppress rules.</summary>
internal static class SuppressionReader
{
    private const string Opening = "<!-- kb-disable";
    private const string NextLine = "-next-line";

    public static IEnumerable<Suppression> Read(Article article)
    {
        var text = article.Text.Content;
        if (!text.Contains(Opening, StringComparison.Ordinal))
        {
            yield break;
        }

        var document = new DocumentSyntax(article);
        for (var start = text.IndexOf(Opening, StringComparison.Ordinal); start >= 0;)
        {
            var end = text.IndexOf("-->", start, StringComparison.Ordinal);
            if (end < 0)
            {
                yield break;
            }

            var body = text[(start + Opening.Length)..end];
            var isNextLine = body.StartsWith(NextLine, StringComparison.Ordinal);
            body = isNextLine ? body[NextLine.Length..] : body;
            var cut = body.IndexOf("--", StringComparison.Ordinal);
            var reason = cut < 0 ? "" : body[(cut + 2)..].Trim();
            var ids = (cut < 0 ? body : body[..cut]).Split([' ', ',', '\t'], StringSplitOptions.RemoveEmptyEntries);
            var span = TextSpan.FromBounds(start, end + 3);
            // The line after the comment's own, wherever the comment ends: a table has no room for a line between its rows.
            int? line = isNextLine ? article.Text.GetLine(end) + 1 : null;
            // What is shown as code suppresses nothing.
            var isShown = document.Lines[article.Text.GetLine(start)].Kind == LineKind.Code || document.IsCode(start);
            foreach (var id in isShown ? [] : ids)
            {
                yield return new Suppression(article.Text, span, id, reason, line);
            }

            start = text.IndexOf(Opening, end, StringComparison.Ordinal);
        }
    }
}
