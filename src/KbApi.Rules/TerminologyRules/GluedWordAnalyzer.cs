using KbApi.Content.Text;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;
using KbApi.Rules.Syntax;

namespace KbApi.Rules.TerminologyRules;

/// <summary>Two words that a tool has put together.</summary>
internal sealed class GluedWordAnalyzer() : ArticleAnalyzer(TerminologyDiagnostics.GluedWord)
{
    private const int FewestLetters = 3;

    protected override void Analyze(ArticleAnalysisContext context)
    {
        var glue = context.Vocabulary.Glue.ToList();
        var text = context.Article.Text.Content;
        if (!glue.Exists(g => MayStand(text, g.Seen, isWhole: g.Meant.Contains(' ', StringComparison.Ordinal))))
        {
            return;
        }

        var words = context.Document.TextLines.SelectMany(l => Tokens.Words(context.Article.Text[l.Span]).Select(w => (w.Word, Start: l.Span.Start + w.Start))).ToList();
        var known = words.Select(w => w.Word).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var (word, start) in words)
        {
            // Whole words go before beginnings of words.
            var (seen, meant) = glue.OrderByDescending(g => g.Seen.Length).FirstOrDefault(g => word == g.Seen || (word.Length >= g.Seen.Length + FewestLetters && word.StartsWith(g.Seen, StringComparison.Ordinal)));
            if (seen is null || context.Document.IsCode(start))
            {
                continue;
            }

            // The rest stands elsewhere as a word of its own; otherwise the whole may be one.
            var rest = word[seen.Length..];
            var right = $"{meant} {rest}".TrimEnd();
            if (right.Contains(' ', StringComparison.Ordinal) && (rest.Length == 0 || known.Contains(rest)))
            {
                context.ReportReplaceable(Rule, context.Document, new TextSpan(start, word.Length), right, word, right);
            }
        }
    }

    /// <summary>
    /// Whether any word begins with these letters and goes on long enough, or is them where that counts. Most documents have none: "tool" and
    /// "took" begin so, too, and are shorter.
    /// </summary>
    private static bool MayStand(string text, string seen, bool isWhole)
    {
        for (var at = text.IndexOf(seen, StringComparison.Ordinal); at >= 0; at = text.IndexOf(seen, at + 1, StringComparison.Ordinal))
        {
            if (at > 0 && Tokens.IsWordPart(text[at - 1]))
            {
                continue;
            }

            var end = at + seen.Length;
            var more = 0;
            while (more < FewestLetters && end + more < text.Length && Tokens.IsWordPart(text[end + more]))
            {
                more++;
            }

            if (more == FewestLetters || (more == 0 && isWhole))
            {
                return true;
            }
        }

        return false;
    }
}
