using KbApi.Content.Model;

namespace KbApi.Rules.Classification.Words;

/// <summary>A documented text that stands in a report.</summary>
/// <param name="Entry">The entry's place in the index.</param>
/// <param name="Share">The share of the text's neighbouring words that the report has, from 0 to 1.</param>
/// <param name="OwnShare">The same share, where each pair counts the less the more entries have it: of texts that begin alike, what differs decides.</param>
/// <param name="Weight">How much its words say together.</param>
/// <param name="First">The first word of the report in it.</param>
/// <param name="Last">The last word of the report in it.</param>
internal readonly record struct MessageHit(int Entry, double Share, double OwnShare, double Weight, int First, int Last)
{
    /// <summary>How much the report says of it.</summary>
    public double Mass => OwnShare * Weight;
}

/// <summary>
/// Finds documented messages in reports, in any locale, by the pairs of neighbouring words that they share: what stands for values
/// between them may differ. One pass over the report, whatever the number of messages: a message is looked for at a few places only
/// (<see cref="MessageAnchors"/>) that hardly another message has. Then all of its pairs are counted.
/// </summary>
internal sealed class MessageIndex
{
    /// <summary>The least share of a message's pairs that is nearly all of it.</summary>
    public const double FewestShare = 0.75;

    private readonly ShownText[] _texts;
    private readonly int[][] _textsOfEntry;
    private readonly AnchorTable _anchors;

    private MessageIndex(ShownText[] texts, int[][] textsOfEntry, AnchorTable anchors) => (_texts, _textsOfEntry, _anchors) = (texts, textsOfEntry, anchors);

    public static MessageIndex Build(IReadOnlyList<Localized<Entry>> entries, Vocabulary vocabulary)
    {
        var texts = ShownText.Of(entries, vocabulary);
        var byEntry = new List<int>[entries.Count];
        for (var i = 0; i < texts.Length; i++)
        {
            foreach (var entry in texts[i].Entries)
            {
                (byEntry[entry] ??= []).Add(i);
            }
        }

        return new MessageIndex(texts, [.. byEntry.Select(e => e?.ToArray() ?? [])], MessageAnchors.Choose(texts));
    }

    /// <summary>The messages that stand in the report nearly whole.</summary>
    public List<MessageHit> Find(ReportWords report)
    {
        var hits = new List<MessageHit>();
        foreach (var text in AnchoredIn(report))
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
    public IEnumerable<MessageHit> Of(int entry, ReportWords report)
    {
        foreach (var text in _textsOfEntry[entry])
        {
            if (Compare(_texts[text], report.Pairs) is { } hit)
            {
                yield return hit with { Entry = entry };
            }
        }
    }

    /// <summary>The texts of which a place stands in the report, each once, in order.</summary>
    private IEnumerable<int> AnchoredIn(ReportWords report)
    {
        HashSet<int>? found = null;
        var words = report.Words;
        for (var i = 0; i + 1 < words.Length; i++)
        {
            if (words[i].Id < 0)
            {
                continue;
            }

            var run = WordRun.Add(WordRun.Empty, words[i].Id);
            for (var next = i + 1; next < words.Length && words[next].Id >= 0; next++)
            {
                run = WordRun.Add(run, words[next].Id);
                var anchored = _anchors.Find(run);
                foreach (var text in anchored.Texts)
                {
                    (found ??= []).Add(text);
                }

                if (!anchored.IsContinued)
                {
                    break;
                }
            }
        }

        return found?.Order() ?? Enumerable.Empty<int>();
    }

    private static MessageHit? Compare(ShownText text, PlaceTable pairs)
    {
        var (count, own, first, last) = (0, 0d, int.MaxValue, 0);
        for (var i = 0; i < text.PairNumbers.Length; i++)
        {
            if (pairs.Find(text.PairNumbers[i]) is >= 0 and var place)
            {
                count++;
                own += text.PairShares[i];
                first = Math.Min(first, place);
                last = Math.Max(last, place + 1);
            }
        }

        return count == 0 ? null : new MessageHit(text.Entries[0], (double)count / text.PairNumbers.Length, own, text.Weight, first, last);
    }
}
