using System.Collections.Frozen;
using KbApi.Content.Model;

namespace KbApi.Rules.Classification.Words;

/// <summary>A documented text that stands in a report.</summary>
/// <param name="Entry">The entry's place in the index.</param>
/// <param name="Share">The share of the text's neighbouring words that the report has, from one half to 1.</param>
/// <param name="Weight">How much its words say together.</param>
/// <param name="First">The first word of the report in it.</param>
/// <param name="Last">The last word of the report in it.</param>
internal readonly record struct MessageHit(int Entry, double Share, double Weight, int First, int Last);

/// <summary>
/// Finds documented messages in reports, in any locale, by the pairs of neighbouring words that they share: what stands for values
/// between them may differ. One pass over the report, whatever the number of messages: a message is looked for by its rarest pairs only,
/// as many as it takes for a report with half of all its pairs to have one of them. Then all of its pairs are counted.
/// </summary>
internal sealed class MessageIndex
{
    /// <summary>The least share of a message's pairs that counts.</summary>
    private const double FewestShare = 0.5;
    private const int MostTextsOfPair = 64;

    private readonly ShownText[] _texts;
    private readonly FrozenDictionary<long, int[]> _byAnchor;

    private MessageIndex(ShownText[] texts, FrozenDictionary<long, int[]> byAnchor) => (_texts, _byAnchor) = (texts, byAnchor);

    public static MessageIndex Build(IReadOnlyList<Localized<Entry>> entries, Vocabulary vocabulary)
    {
        var texts = ShownText.Of(entries, vocabulary);
        var frequencies = new Dictionary<long, int>();
        foreach (var pair in texts.SelectMany(t => t.Pairs))
        {
            frequencies[pair] = frequencies.GetValueOrDefault(pair) + 1;
        }

        var byAnchor = new Dictionary<long, List<int>>();
        for (var i = 0; i < texts.Length; i++)
        {
            foreach (var anchor in texts[i].Pairs.OrderBy(p => frequencies[p]).ThenBy(p => p).Take(AnchorsOf(texts[i].Pairs.Length)))
            {
                (byAnchor.TryGetValue(anchor, out var list) ? list : byAnchor[anchor] = []).Add(i);
            }
        }

        return new MessageIndex(texts, byAnchor.Where(a => a.Value.Count <= MostTextsOfPair).ToFrozenDictionary(a => a.Key, a => a.Value.ToArray()));
    }

    public List<MessageHit> Find(ReportWords report)
    {
        var words = report.Words;
        var pairs = new PlaceTable(words.Count);
        List<int>? found = null;
        for (var i = 0; i + 1 < words.Count; i++)
        {
            var pair = WordPair.Of(words[i].Id, words[i + 1].Id);
            if (pair >= 0 && pairs.TryAdd(pair, i) && _byAnchor.TryGetValue(pair, out var texts))
            {
                (found ??= []).AddRange(texts);
            }
        }

        var hits = new List<MessageHit>();
        foreach (var text in found?.Distinct() ?? [])
        {
            AddHits(hits, _texts[text], pairs);
        }

        return hits;
    }

    private static int AnchorsOf(int pairs) => pairs - (int)Math.Ceiling(pairs * FewestShare) + 1;

    private static void AddHits(List<MessageHit> hits, ShownText text, PlaceTable pairs)
    {
        var (count, first, last) = (0, int.MaxValue, 0);
        foreach (var pair in text.Pairs)
        {
            if (pairs.Find(pair) is >= 0 and var place)
            {
                count++;
                first = Math.Min(first, place);
                last = Math.Max(last, place + 1);
            }
        }

        if (count >= text.Pairs.Length * FewestShare)
        {
            foreach (var entry in text.Entries)
            {
                hits.Add(new MessageHit(entry, (double)count / text.Pairs.Length, text.Weight, first, last));
            }
        }
    }
}
