using System.Collections.Immutable;
using System.Runtime.InteropServices;
using KbApi.Content.Model;
using KbApi.Search.Analysis;

namespace KbApi.Search.Indexing;

/// <summary>
/// Finds which words translate which by the company they keep: terms of aligned entries that stand together in both languages far oftener
/// than apart. The default language is the pivot. Bounded, and the same for the same content.
/// </summary>
internal static class TermPairMiner
{
    private const int MaxEntries = 20_000;
    private const int MaxTermsOfEntry = 12;
    private const int FewestTogether = 3;
    private const double LeastDice = 0.5;
    private const int MaxPairsOfTerm = 2;

    public static ImmutableArray<TermPair> Mine(KnowledgeBase knowledgeBase)
    {
        var pivot = knowledgeBase.DefaultLocale.Language;
        var others = knowledgeBase.Locales.Select(l => l.Language).Where(l => l != pivot).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return [.. others.SelectMany(other => Mine(knowledgeBase, pivot, other))];
    }

    private static IEnumerable<TermPair> Mine(KnowledgeBase knowledgeBase, string language, string otherLanguage)
    {
        using var reader = new TermReader(language);
        using var otherReader = new TermReader(otherLanguage);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var otherCounts = new Dictionary<string, int>(StringComparer.Ordinal);
        var together = new Dictionary<(string, string), int>();
        foreach (var entry in knowledgeBase.Entries.Items.Where(e => e.Variants.Length > 1).Take(MaxEntries))
        {
            var one = entry.Variants.FirstOrDefault(v => v.Locale.Language == language);
            var two = entry.Variants.FirstOrDefault(v => v.Locale.Language == otherLanguage);
            if (one is not null && two is not null)
            {
                Count(reader.TermsOf(TextOf(one), MaxTermsOfEntry), otherReader.TermsOf(TextOf(two), MaxTermsOfEntry), counts, otherCounts, together);
            }
        }

        return together
            .Where(p => p.Value >= FewestTogether && p.Key.Item1 != p.Key.Item2)
            .Select(p => (Pair: p.Key, Dice: 2.0 * p.Value / (counts[p.Key.Item1] + otherCounts[p.Key.Item2])))
            .Where(p => p.Dice >= LeastDice)
            .GroupBy(p => p.Pair.Item1, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .SelectMany(g => g.OrderByDescending(p => p.Dice).ThenBy(p => p.Pair.Item2, StringComparer.Ordinal).Take(MaxPairsOfTerm))
            .Select(p => new TermPair(language, p.Pair.Item1, otherLanguage, p.Pair.Item2));
    }

    private static void Count(
        IReadOnlyList<string> terms,
        IReadOnlyList<string> otherTerms,
        Dictionary<string, int> counts,
        Dictionary<string, int> otherCounts,
        Dictionary<(string, string), int> together)
    {
        foreach (var term in terms)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, term, out _)++;
            foreach (var other in otherTerms)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(together, (term, other), out _)++;
            }
        }

        foreach (var other in otherTerms)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(otherCounts, other, out _)++;
        }
    }

    private static string TextOf(Entry entry) => string.Join('\n', entry.Symptoms.Select(s => s.Text).Prepend(entry.Title.Text));
}
