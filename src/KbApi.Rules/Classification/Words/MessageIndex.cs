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
/// between them may differ. One pass over the report, whatever the number of messages: a message is looked for by its rarest pairs only,
/// as many as it takes for a report that has it nearly whole to have one of them. Then all of its pairs are counted.
/// </summary>
internal sealed class MessageIndex
{
    /// <summary>The least share of a message's pairs that is nearly all of it.</summary>
    public const double FewestShare = 0.75;
    private const int MostTextsOfPair = 64;

    private readonly ShownText[] _texts;
    private readonly int[][] _textsOfEntry;
    private readonly FrozenDictionary<long, int[]> _byAnchor;

    private MessageIndex(ShownText[] texts, int[][] textsOfEntry, FrozenDictionary<long, int[]> byAnchor) => (_texts, _textsOfEntry, _byAnchor) = (texts, textsOfEntry, byAnchor);

    public static MessageIndex Build(IReadOnlyList<Localized<Entry>> entries, Vocabulary vocabulary)
    {
        var texts = ShownText.Of(entries, vocabulary);
        var frequencies = new Dictionary<long, int>();
        foreach (var pair in texts.SelectMany(t => t.Pairs))
        {
            frequencies[pair] = frequencies.GetValueOrDefault(pair) + 1;
        }

        var byAnchor = new Dictionary<long, List<int>>();
        var byEntry = new List<int>[entries.Count];
        for (var i = 0; i < texts.Length; i++)
        {
            foreach (var anchor in texts[i].Pairs.OrderBy(p => frequencies[p]).ThenBy(p => p).Take(AnchorsOf(texts[i].Pairs.Length)))
            {
                (byAnchor.TryGetValue(anchor, out var list) ? list : byAnchor[anchor] = []).Add(i);
            }

            foreach (var entry in texts[i].Entries)
            {
                (byEntry[entry] ??= []).Add(i);
            }
        }

        return new MessageIndex(
            texts,
            [.. byEntry.Select(e => e?.ToArray() ?? [])],
            byAnchor.Where(a => a.Value.Count <= MostTextsOfPair).ToFrozenDictionary(a => a.Key, a => a.Value.ToArray()));
    }

    /// <summary>The messages that stand in the report nearly whole.</summary>
    public List<MessageHit> Find(ReportWords report)
    {
        var words = report.Words;
        List<int>? found = null;
        for (var i = 0; i + 1 < words.Count; i++)
        {
            var pair = WordPair.Of(words[i].Id, words[i + 1].Id);
            if (pair >= 0 && _byAnchor.TryGetValue(pair, out var texts))
            {
                (found ??= []).AddRange(texts);
            }
        }

        var hits = new List<MessageHit>();
        foreach (var text in found?.Distinct() ?? [])
        {
            if (Compare(_texts[text], report.Pairs) is { } hit && hit.Share >= FewestShare)
            {
                foreach (var entry in _texts[text].Entries)
                {
                    hits.Add(hit with { Entry = entry });
                }
            }
        }

        return hits;
    }

    /// <summary>The texts of one entry, as far as any of their pairs stand in the report.</summary>
    public IEnumerable<MessageHit> Of(int entry, ReportWords report) => _textsOfEntry[entry].Select(t => Compare(_texts[t], report.Pairs)).OfType<MessageHit>().Select(h => h with { Entry = entry });

    private static int AnchorsOf(int pairs) => pairs - (int)Math.Ceiling(pairs * FewestShare) + 1;

    private static MessageHit? Compare(ShownText text, PlaceTable pairs)
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

        return count == 0 ? null : new MessageHit(text.Entries[0], (double)count / text.Pairs.Length, text.Weight, first, last);
    }
}
