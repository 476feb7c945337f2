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
        if (!glue.Exists(g => text.Contains(g.Seen, StringComparison.Ordinal)))
        {
            return;
        }

        var words = context.Document.TextLines.SelectMany(l => Tokens.Words(context.Article.Text[l.Span]).Select(w => (w.Word, Start: l.Span.Start + w.Start))).ToList();
        // "Tool" and "took" begin so, too: most documents end here.
        if (!words.Exists(w => glue.Exists(g => w.Word == g.Seen || (w.Word.Length >= g.Seen.Length + FewestLetters && w.Word.StartsWith(g.Seen, StringComparison.Ordinal)))))
        {
            return;
        }

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
}
