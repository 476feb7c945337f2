using System.Collections.Immutable;
using KbApi.Content.Model;

namespace KbApi.Rules.Classification.Words;

/// <summary>A text that a screen or log may show, by its pairs of neighbouring words.</summary>
/// <param name="Pairs">The distinct pairs, in order of their numbers.</param>
/// <param name="Weight">How much its words say together.</param>
/// <param name="Entries">The places in the index of the entries that have it.</param>
internal sealed record ShownText(long[] Pairs, double Weight, ImmutableArray<int> Entries)
{
    private const int FewestPairs = 2;
    private const int FewestPairsOfCommand = 6;
    private const int MostWords = 60;

    /// <summary>The texts of all entries that are long enough to be known again in another text, each once.</summary>
    public static ShownText[] Of(IReadOnlyList<Localized<Entry>> entries, Vocabulary vocabulary)
    {
        var texts = new Dictionary<long[], (double Weight, SortedSet<int> Entries)>(new PairsComparer());
        for (var i = 0; i < entries.Count; i++)
        {
            foreach (var shown in entries[i].Variants.SelectMany(EntryFields.Shown).Distinct(StringComparer.Ordinal))
            {
                var words = new ReportWords(shown, vocabulary);
                var pairs = PairsOf(words);
                if (pairs.Length >= (IsCommand(shown) ? FewestPairsOfCommand : FewestPairs))
                {
                    (texts.TryGetValue(pairs, out var known) ? known : texts[pairs] = (words.Weight, [])).Entries.Add(i);
                }
            }
        }

        return [.. texts.Select(t => new ShownText(t.Key, t.Value.Weight, [.. t.Value.Entries]))];
    }

    private static long[] PairsOf(ReportWords words)
    {
        var pairs = new HashSet<long>();
        for (var i = 0; i + 1 < Math.Min(words.Words.Count, MostWords); i++)
        {
            if (WordPair.Of(words.Words[i].Id, words.Words[i + 1].Id) is >= 0 and var pair)
            {
                pairs.Add(pair);
            }
        }

        return [.. pairs.Order()];
    }

    /// <summary>What people type stands in reports of all kinds.</summary>
    private static bool IsCommand(string text) => text.AsSpan().ContainsAny('/', '\\') || text.Contains(" -", StringComparison.Ordinal);

    private sealed class PairsComparer : IEqualityComparer<long[]>
    {
        public bool Equals(long[]? x, long[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(long[] pairs)
        {
            var hash = default(HashCode);
            foreach (var pair in pairs)
            {
                hash.Add(pair);
            }

            return hash.ToHashCode();
        }
    }
}
