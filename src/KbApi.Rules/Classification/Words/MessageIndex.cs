using System.Collections.Frozen;
using KbApi.Content.Model;

namespace KbApi.Rules.Classification.Words;

/// <summary>A documented text that stands in a report.</summary>
/// <param name="Entry">The entry's place in the index.</param>
/// <param name="Share">The share of the text's neighbouring words that the report has, from 0 to 1.</param>
/// <param name="Weight">How much its words say together.</param>
/// <param name="First">The first word of the report in it.</param>
/// <param name="Last">The last word of the report in it.</param>
internal readonly record struct MessageHit(int Entry, double Share, double Weight, int First, int Last);

/// <summary>
/// Finds documented messages in reports, in any locale, by the pairs of neighbouring words that they share: what stands for values
/// between them may differ. One pass over the report, whatever the number of messages.
/// </summary>
internal sealed class MessageIndex
{
    private const int FewestPairs = 2;
    private const int FewestPairsOfCommand = 6;
    private const int MostWords = 60;
    private const int MostTextsOfPair = 64;

    private readonly Vocabulary _vocabulary;
    private readonly (int Entry, int Pairs, float Weight)[] _texts;
    private readonly FrozenDictionary<long, int[]> _byPair;

    private MessageIndex(Vocabulary vocabulary, (int Entry, int Pairs, float Weight)[] texts, FrozenDictionary<long, int[]> byPair) =>
        (_vocabulary, _texts, _byPair) = (vocabulary, texts, byPair);

    public static MessageIndex Build(IReadOnlyList<Localized<Entry>> entries, Vocabulary vocabulary)
    {
        var texts = new List<(int, int, float)>();
        var byPair = new Dictionary<long, List<int>>();
        for (var i = 0; i < entries.Count; i++)
        {
            foreach (var shown in entries[i].Variants.SelectMany(EntryFields.Shown).Distinct(StringComparer.Ordinal))
            {
                var words = new ReportWords(shown, vocabulary);
                var pairs = PairsOf(words.Words.Take(MostWords)).Distinct().ToList();
                if (pairs.Count < (IsCommand(shown) ? FewestPairsOfCommand : FewestPairs))
                {
                    continue;
                }

                foreach (var pair in pairs)
                {
                    (byPair.TryGetValue(pair, out var list) ? list : byPair[pair] = []).Add(texts.Count);
                }

                texts.Add((i, pairs.Count, (float)words.Weight));
            }
        }

        return new MessageIndex(vocabulary, [.. texts], byPair.ToFrozenDictionary(p => p.Key, p => p.Value.ToArray()));
    }

    public IEnumerable<MessageHit> Find(ReportWords report)
    {
        var counts = new Dictionary<int, (HashSet<long> Pairs, int First, int Last)>();
        var words = report.Words;
        for (var i = 0; i + 1 < words.Count; i++)
        {
            if (PairOf(words[i], words[i + 1]) is not { } pair || !_byPair.TryGetValue(pair, out var texts) || texts.Length > MostTextsOfPair)
            {
                continue;
            }

            foreach (var text in texts)
            {
                var (pairs, first, _) = counts.TryGetValue(text, out var found) ? found : ([], i, i);
                pairs.Add(pair);
                counts[text] = (pairs, first, i + 1);
            }
        }

        return counts.Select(c => new MessageHit(
            _texts[c.Key].Entry, (double)c.Value.Pairs.Count / _texts[c.Key].Pairs, _texts[c.Key].Weight, c.Value.First, c.Value.Last));
    }

    /// <summary>What people type stands in reports of all kinds.</summary>
    private static bool IsCommand(string text) => text.AsSpan().ContainsAny('/', '\\') || text.Contains(" -", StringComparison.Ordinal);

    private static IEnumerable<long> PairsOf(IEnumerable<ReportWord> words)
    {
        ReportWord? before = null;
        foreach (var word in words)
        {
            if (before is { } b && PairOf(b, word) is { } pair)
            {
                yield return pair;
            }

            before = word;
        }
    }

    private static long? PairOf(ReportWord first, ReportWord second) =>
        first.Id >= 0 && second.Id >= 0 ? ((long)first.Id << 32) | (uint)second.Id : null;
}
