using System.Collections.Immutable;
using KbApi.Content.Model;

namespace KbApi.Rules.Classification.Words;

/// <summary>A text that a screen or log may show, by its pairs of neighbouring words.</summary>
internal sealed class ShownText
{
    private const int FewestPairs = 2;
    private const int FewestPairsOfCommand = 6;
    private const int MostWords = 60;

    private readonly int[] _words;

    private ShownText(int[] words, int[] pairs, long[] pairNumbers, float[] pairShares, double weight, ImmutableArray<int> entries) =>
        (_words, Pairs, PairNumbers, PairShares, Weight, Entries) = (words, pairs, pairNumbers, pairShares, weight, entries);

    /// <summary>Where each distinct pair of known words stands first, in order.</summary>
    public int[] Pairs { get; }

    /// <summary>The pairs themselves.</summary>
    public long[] PairNumbers { get; }

    /// <summary>The share of each pair in what the text says: the less, the more entries have it. Together 1.</summary>
    public float[] PairShares { get; }

    /// <summary>How much its words say together.</summary>
    public double Weight { get; }

    /// <summary>The places in the index of the entries that have it.</summary>
    public ImmutableArray<int> Entries { get; }

    /// <summary>The texts of all entries that are long enough to be known again in another text, each once.</summary>
    public static ShownText[] Of(IReadOnlyList<Localized<Entry>> entries, Vocabulary vocabulary)
    {
        var texts = new Dictionary<long[], (int[] Words, int[] Pairs, double Weight, SortedSet<int> Entries)>(new PairsComparer());
        var frequencies = new PairFrequencies();
        for (var i = 0; i < entries.Count; i++)
        {
            foreach (var shown in entries[i].Variants.SelectMany(EntryFields.Shown).Distinct(StringComparer.Ordinal))
            {
                var report = new ReportWords(shown, vocabulary);
                int[] words = [.. report.Words[..Math.Min(report.Words.Length, MostWords)].ToArray().Select(w => w.Id)];
                var pairs = PairsOf(words);
                if (pairs.Length >= (IsCommand(shown) ? FewestPairsOfCommand : FewestPairs))
                {
                    long[] key = [.. pairs.Select(p => WordPair.Of(words[p], words[p + 1])).Order()];
                    frequencies.Add(key, i);
                    (texts.TryGetValue(key, out var known) ? known : texts[key] = (words, pairs, report.Weight, [])).Entries.Add(i);
                }
            }
        }

        return [.. texts.Values.Select(t =>
        {
            long[] numbers = [.. t.Pairs.Select(p => WordPair.Of(t.Words[p], t.Words[p + 1]))];
            return new ShownText(t.Words, t.Pairs, numbers, frequencies.SharesOf(numbers), t.Weight, [.. t.Entries]);
        })];
    }

    /// <summary>So many words from one place on as one number.</summary>
    public ulong RunAt(int start, int words) => WordRun.Of(_words.AsSpan(start, words));

    private static int[] PairsOf(int[] words)
    {
        var known = new HashSet<long>();
        return [.. Enumerable.Range(0, Math.Max(words.Length - 1, 0)).Where(i => WordPair.Of(words[i], words[i + 1]) is >= 0 and var pair && known.Add(pair))];
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
