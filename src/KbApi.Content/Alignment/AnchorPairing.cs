namespace KbApi.Content.Alignment;

/// <summary>Pairs anchors of two revisions by the words in them, in order: headings are reworded a little from one revision to the next.</summary>
internal static class AnchorPairing
{
    private const double MinSimilarity = 0.34;

    /// <summary>The largest table of comparisons; beyond it nothing is paired.</summary>
    private const long MaxComparisons = 250_000;

    /// <summary>The pairs that keep the order and have most words in common.</summary>
    public static IEnumerable<(string Original, string Translation)> Pair(IReadOnlyList<string> originals, IReadOnlyList<string> translations)
    {
        if ((long)originals.Count * translations.Count > MaxComparisons)
        {
            yield break;
        }

        var left = originals.Select(WordsOf).ToList();
        var right = translations.Select(WordsOf).ToList();
        foreach (var (i, j) in OrderedPairing.Pair(left.Count, right.Count, (i, j) => Similarity(left[i], right[j]) is >= MinSimilarity and var similarity ? similarity : null))
        {
            yield return (originals[i], translations[j]);
        }
    }

    private static HashSet<string> WordsOf(string anchor) => anchor.Split('-', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static double Similarity(HashSet<string> left, HashSet<string> right)
    {
        var common = left.Count(right.Contains);
        return (double)common / Math.Max(1, left.Count + right.Count - common);
    }
}
