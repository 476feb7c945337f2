using System.Collections.Frozen;
using KbApi.Content.Model;

namespace KbApi.Rules.Classification.Words;

/// <summary>
/// Finds the entries of whose titles and messages a report says one and nothing else. However little such a text says, nothing else can
/// be meant by it. Values in the places where a message varies are passed over as far as no document has their words.
/// </summary>
internal sealed class WholeTextIndex
{
    private const int MostWords = 60;

    /// <summary>The longest value, in words.</summary>
    private const int MostWordsOfValue = 4;

    private readonly FrozenDictionary<int, WholeText[]> _byHash;

    private WholeTextIndex(FrozenDictionary<int, WholeText[]> byHash) => _byHash = byHash;

    public static WholeTextIndex Build(IReadOnlyList<Localized<Entry>> entries, Vocabulary vocabulary)
    {
        var texts = new List<WholeText>();
        for (var i = 0; i < entries.Count; i++)
        {
            foreach (var text in entries[i].Variants.SelectMany(e => e.Symptoms.Select(s => s.Text).Prepend(e.Title.Text).Concat(e.Messages.Select(m => m.Text))).Distinct(StringComparer.Ordinal))
            {
                var parts = MessageTemplate.Parse(text).Parts;
                var words = new ReportWords(string.Concat(parts.Select(p => p.IsVariable ? " " : p.Text)), vocabulary);
                var ids = KnownOf(words);

                // A number alone says nothing that a code does not say better.
                if (ids.Length is > 0 and <= MostWords && ids.Length == words.Words.Length && text.Any(char.IsLetter))
                {
                    texts.Add(new WholeText(i, ids, parts.Count(p => p.IsVariable)));
                }
            }
        }

        return new WholeTextIndex(texts.GroupBy(t => HashOf(t.Ids)).ToFrozenDictionary(g => g.Key, g => g.ToArray()));
    }

    /// <summary>The entries, each once.</summary>
    public IEnumerable<int> Find(ReportWords report)
    {
        if (report.Words.Length is 0 or > MostWords * 2)
        {
            return [];
        }

        var ids = KnownOf(report);
        var unknown = report.Words.Length - ids.Length;
        return _byHash.TryGetValue(HashOf(ids), out var texts)
            ? texts.Where(t => unknown <= t.Values * MostWordsOfValue && t.Ids.AsSpan().SequenceEqual(ids)).Select(t => t.Entry).Distinct()
            : [];
    }

    private static int[] KnownOf(ReportWords words)
    {
        var ids = new List<int>(words.Words.Length);
        foreach (var word in words.Words)
        {
            if (word.Id >= 0)
            {
                ids.Add(word.Id);
            }
        }

        return [.. ids];
    }

    private static int HashOf(int[] ids)
    {
        var hash = 17;
        foreach (var id in ids)
        {
            hash = unchecked((hash * 31) + id);
        }

        return hash;
    }

    private sealed record WholeText(int Entry, int[] Ids, int Values);
}
