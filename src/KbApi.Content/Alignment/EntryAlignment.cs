using KbApi.Content.Model;

namespace KbApi.Content.Alignment;

/// <summary>Pairs the entries of an article with those of its original.</summary>
internal static class EntryAlignment
{
    private const double MinSimilarity = 0.05;

    /// <summary>The largest table of comparisons; beyond it the order alone decides.</summary>
    private const long MaxComparisons = 1_000_000;

    public static IEnumerable<(Entry Original, Entry Translation)> Pair(Article original, Article translation)
    {
        var known = original.Entries.Select(e => e.Id).Intersect(translation.Entries.Select(e => e.Id), StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        var sections = SectionAlignment.Pair(original, translation);
        var open = original.Entries.Where(e => !known.Contains(e.Id)).ToLookup(e => e.Section);
        foreach (var group in translation.Entries.Where(e => !known.Contains(e.Id)).GroupBy(e => e.Section))
        {
            var counterpart = group.Key is null ? null : sections.GetValueOrDefault(group.Key, group.Key);
            List<Entry> originals = [.. open[counterpart]];
            List<Entry> translations = [.. group];
            var pairs = originals.Count == translations.Count || (long)originals.Count * translations.Count > MaxComparisons
                ? originals.Zip(translations)
                : PairByContent(originals, translations);
            foreach (var (first, second) in pairs)
            {
                yield return (first, second);
            }
        }
    }

    /// <summary>The best pairing that keeps the order (Needleman-Wunsch), by language-free features.</summary>
    private static IEnumerable<(Entry, Entry)> PairByContent(List<Entry> originals, List<Entry> translations)
    {
        var left = originals.ConvertAll(EntryFeatures.Of);
        var right = translations.ConvertAll(EntryFeatures.Of);
        var best = new double[left.Count + 1, right.Count + 1];
        for (var i = left.Count - 1; i >= 0; i--)
        {
            for (var j = right.Count - 1; j >= 0; j--)
            {
                var paired = best[i + 1, j + 1] + MinSimilarity + left[i].SimilarityTo(right[j]);
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
}
