using KbApi.Content.Model;

namespace KbApi.Content.Alignment;

/// <summary>Pairs entries of two revisions in one language that stand in different sections: those that say nearly the same.</summary>
internal static class WordPairing
{
    private const double MinSimilarity = 0.5;

    /// <summary>The largest table of comparisons; beyond it nothing is paired.</summary>
    private const long MaxComparisons = 250_000;

    /// <summary>The pairs, the most alike first; of equally alike ones those that stand first.</summary>
    public static IEnumerable<(Entry Original, Entry Translation)> Pair(IReadOnlyList<Entry> originals, IReadOnlyList<Entry> translations)
    {
        if ((long)originals.Count * translations.Count > MaxComparisons)
        {
            return [];
        }

        var left = originals.Select(e => EntryFeatures.Of(e, withWords: true)).ToList();
        var right = translations.Select(e => EntryFeatures.Of(e, withWords: true)).ToList();
        var alike =
            from i in Enumerable.Range(0, left.Count)
            from j in Enumerable.Range(0, right.Count)
            let similarity = left[i].SimilarityTo(right[j])
            where similarity >= MinSimilarity
            orderby similarity descending, i, j
            select (I: i, J: j);
        var (usedLeft, usedRight) = (new HashSet<int>(), new HashSet<int>());
        return alike.ToList().Where(p => !usedLeft.Contains(p.I) && !usedRight.Contains(p.J) && usedLeft.Add(p.I) && usedRight.Add(p.J))
            .Select(p => (originals[p.I], translations[p.J])).ToList();
    }
}
