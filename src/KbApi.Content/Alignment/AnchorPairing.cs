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
        var best = new double[left.Count + 1, right.Count + 1];
        for (var i = left.Count - 1; i >= 0; i--)
        {
            for (var j = right.Count - 1; j >= 0; j--)
            {
                var similarity = Similarity(left[i], right[j]);
                var paired = similarity < MinSimilarity ? 0 : best[i + 1, j + 1] + similarity;
                best[i, j] = Math.Max(paired, Math.Max(best[i + 1, j], best[i, j + 1]));
            }
        }

        for (int i = 0, j = 0; i < left.Count && j < right.Count;)
        {
            if (best[i, j] <= best[i + 1, j])
            {
                i++;
            }
            else if (best[i, j] <= best[i, j + 1])
            {
                j++;
            }
            else
            {
                yield return (originals[i++], translations[j++]);
            }
        }
    }

    private static HashSet<string> WordsOf(string anchor) => anchor.Split('-', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static double Similarity(HashSet<string> left, HashSet<string> right)
    {
        var common = left.Count(right.Contains);
        return (double)common / Math.Max(1, left.Count + right.Count - common);
    }
}
