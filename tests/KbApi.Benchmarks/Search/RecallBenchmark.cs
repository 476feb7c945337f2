using System.Globalization;
using KbApi.Content.Loading;
using KbApi.Content.Model;
using KbApi.Search.Analysis;
using KbApi.Search.Indexing;

namespace KbApi.Benchmarks.Search;

/// <summary>
/// What splitting compounds finds and costs, over the Swedish words of some content: of the compounds that an indexed word is a part of,
/// which are found by it, and how many more tokens that takes.
/// </summary>
internal static class RecallBenchmark
{
    public static void Run(IReadOnlyCollection<string> paths, TextWriter output)
    {
        var knowledgeBase = new KnowledgeBaseLoader().Load(paths);
        var articles = knowledgeBase.Articles.Items.SelectMany(a => a.Variants).Where(a => a.Locale.Language == "sv").ToList();
        Compounds(articles, output);
    }

    private static void Compounds(List<Article> articles, TextWriter output)
    {
        var counts = WordCounts.Of("sv", articles);
        using var expander = new TermExpander("sv", CompoundLexicon.Mine(counts), counts.Count);
        long tokens = 0, added = 0;
        foreach (var (word, count) in counts)
        {
            var term = expander.Expand(new SurfaceToken(word, 0, word.Length, TokenKind.Word));
            tokens += count;
            added += (long)count * term.Parts.Count;
        }

        // Both sides of a pair as people write it: the compound, and its parts as words of their own.
        var splitWords = counts.Keys.Select(w => expander.Expand(new SurfaceToken(w, 0, w.Length, TokenKind.Word))).Count(t => t.Parts.Count > 1);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{articles.Count} Swedish articles, {tokens} tokens, {counts.Count} words, {splitWords} of them split; {100.0 * added / tokens:F1} % more tokens"));
    }
}
