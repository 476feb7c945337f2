using System.Runtime.InteropServices;
using KbApi.Search.Analysis;
using KbApi.Search.Indexing;

namespace KbApi.Benchmarks.Search;

/// <summary>What splitting compounds costs: how many more tokens an index has with their parts.</summary>
internal static class CompoundTokens
{
    /// <summary>The tokens with parts, for each without.</summary>
    public static double RatioOf(IReadOnlyList<IndexedItem> items)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var article in items.Select(i => i.Article).Distinct())
        {
            foreach (var (word, count) in WordCounts.Of("sv", [article]))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, word, out _) += count;
            }
        }

        using var expander = new TermExpander("sv", CompoundLexicon.Mine(counts), counts.Count);
        long tokens = 0, added = 0;
        foreach (var (word, count) in counts)
        {
            var parts = expander.Expand(new SurfaceToken(word, 0, word.Length, TokenKind.Word)).Parts.Count;
            tokens += count;
            added += (long)count * parts;
        }

        return 1 + ((double)added / tokens);
    }
}
