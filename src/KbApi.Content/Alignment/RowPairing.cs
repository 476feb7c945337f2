using KbApi.Content.Model;

namespace KbApi.Content.Alignment;

/// <summary>Pairs the entries of a section with those of the same section of another text, in order.</summary>
internal static class RowPairing
{
    private const double MinSimilarity = 0.05;

    /// <summary>What two rows of about the same share of their section have in common, compared with one shared code among few.</summary>
    private const double WeightOfLength = 0.3;

    /// <summary>The largest table of comparisons; beyond it the order alone decides.</summary>
    private const long MaxComparisons = 1_000_000;

    /// <summary>The pairs; all of them where there are as many of both, else those that have most in common.</summary>
    /// <param name="originals">The entries of the original.</param>
    /// <param name="translations">Those to pair with them.</param>
    /// <param name="isOneLanguage">Whether both are of one language, so that words compare.</param>
    public static IEnumerable<(Entry Original, Entry Translation)> Pair(List<Entry> originals, List<Entry> translations, bool isOneLanguage) =>
        (originals.Count == translations.Count || (long)originals.Count * translations.Count > MaxComparisons
            ? originals.Zip(translations)
            : PairByContent(originals, translations, isOneLanguage))
        .Where(p => !CodePairing.Contradict(p.Item1, p.Item2));

    /// <summary>The best pairing that keeps the order, by language-free features.</summary>
    private static IEnumerable<(Entry, Entry)> PairByContent(List<Entry> originals, List<Entry> translations, bool isOneLanguage)
    {
        var left = originals.ConvertAll(e => EntryFeatures.Of(e, isOneLanguage));
        var right = translations.ConvertAll(e => EntryFeatures.Of(e, isOneLanguage));
        var scale = Scale(left, right);
        return OrderedPairing
            .Pair(left.Count, right.Count, (i, j) => MinSimilarity + left[i].SimilarityTo(right[j]) + (WeightOfLength * left[i].LengthRatioTo(right[j], scale)))
            .Select(p => (originals[p.Left], translations[p.Right]));
    }

    /// <summary>How much longer a text of the translation is than one of the original, on the whole.</summary>
    private static double Scale(List<EntryFeatures> left, List<EntryFeatures> right) =>
        left.Count == 0 || right.Count == 0 ? 1 : Math.Max(1, right.Average(f => f.Length)) / Math.Max(1, left.Average(f => f.Length));
}
