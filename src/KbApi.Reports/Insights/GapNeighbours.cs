using System.Collections.Frozen;
using System.Collections.Immutable;
using KbApi.Content.Codes;
using KbApi.Content.Lexicons;
using KbApi.Content.Lookup;
using KbApi.Content.Model;
using KbApi.Reports.Gaps;

namespace KbApi.Reports.Insights;

/// <summary>
/// Finds what a knowledge base has close to a gap: entries with codes nearby, and entries with some of the words, those that few entries have counting
/// most. It answers nothing: it shows where an answer would stand. Immutable; worth keeping as long as the knowledge base is.
/// </summary>
public sealed class GapNeighbours
{
    private const int MostNear = 3;
    private const int FewestWordChars = 4;
    private const int MostShownWords = 5;
    private const int CommonShare = 10;
    private const int FewestCommon = 20;

    private readonly KnowledgeBase _knowledgeBase;
    private readonly CodeScanner _codes;
    private readonly FrozenDictionary<string, ImmutableArray<int>> _entriesOf;

    private GapNeighbours(KnowledgeBase knowledgeBase, FrozenDictionary<string, ImmutableArray<int>> entriesOf)
    {
        _knowledgeBase = knowledgeBase;
        _entriesOf = entriesOf;
        _codes = new CodeScanner(knowledgeBase.Schemes, LexiconSet.LoadBuiltIn().For("en"));
    }

    /// <summary>Reads the words of a knowledge base.</summary>
    public static GapNeighbours Create(KnowledgeBase knowledgeBase)
    {
        ArgumentNullException.ThrowIfNull(knowledgeBase);
        var entries = knowledgeBase.Entries.Items;
        var common = Math.Max(FewestCommon, entries.Length / CommonShare);
        var entriesOf = entries.SelectMany((e, i) => e.Variants.SelectMany(WordsOf).Distinct(StringComparer.Ordinal).Select(w => (Word: w, Entry: i)))
            .GroupBy(p => p.Word, p => p.Entry, StringComparer.Ordinal).Where(g => g.Count() <= common)
            .ToFrozenDictionary(g => g.Key, g => g.Distinct().ToImmutableArray(), StringComparer.Ordinal);
        return new GapNeighbours(knowledgeBase, entriesOf);
    }

    /// <summary>The closest entries, closest first; three at most.</summary>
    public ImmutableArray<NearEntry> Find(Gap gap)
    {
        ArgumentNullException.ThrowIfNull(gap);
        var byCode = LookUps(gap).SelectMany(l => l.Nearest).Select(n => new NearEntry(n.EntryId, NearReason.Code, n.Code.Value));
        return [.. byCode.Concat(ByWords(gap)).DistinctBy(n => n.EntryId).Take(MostNear)];
    }

    /// <summary>The codes that the first of a gap's codes seems to belong to, or null.</summary>
    public CodeFamily? FamilyOf(Gap gap)
    {
        ArgumentNullException.ThrowIfNull(gap);
        return LookUps(gap).Select(l => l.Family).FirstOrDefault(f => f is not null);
    }

    /// <summary>The codes that a gap is about, as written.</summary>
    public IReadOnlyList<string> CodesOf(Gap gap)
    {
        ArgumentNullException.ThrowIfNull(gap);
        return gap.Kind == GapKind.UnknownCode
            ? [gap.Template]
            : [.. _codes.Scan(gap.Template, CodeContext.Prose).Select(m => gap.Template.Substring(m.Start, m.Length)).Distinct(StringComparer.Ordinal)];
    }

    private IEnumerable<CodeLookup> LookUps(Gap gap) => CodesOf(gap).Select(c => _knowledgeBase.Codes.Find(c)).Where(l => l.Owners.IsEmpty);

    private IEnumerable<NearEntry> ByWords(Gap gap)
    {
        var weights = new Dictionary<int, (double Weight, List<string> Words)>();
        foreach (var word in Words(gap.Template + " " + string.Join(' ', gap.Examples.Take(1))).Distinct(StringComparer.Ordinal))
        {
            if (!_entriesOf.TryGetValue(word, out var entries))
            {
                continue;
            }

            var weight = Math.Log(1 + (_knowledgeBase.Entries.Items.Length / (double)entries.Length));
            foreach (var entry in entries)
            {
                var (sum, words) = weights.GetValueOrDefault(entry, (0, []));
                words.Add(word);
                weights[entry] = (sum + weight, words);
            }
        }

        return weights.OrderByDescending(w => w.Value.Weight).ThenBy(w => w.Key).Take(MostNear)
            .Select(w => new NearEntry(_knowledgeBase.Entries.Items[w.Key].Id, NearReason.Words, string.Join(", ", w.Value.Words.Take(MostShownWords))));
    }

    private static IEnumerable<string> WordsOf(Entry entry) => entry.Messages.Select(m => m.Text).Concat(entry.Symptoms.Select(s => s.Text)).Append(entry.Title.Text).SelectMany(Words);

    /// <summary>Words of letters in small letters, without placeholders; of scripts without blanks, pairs of characters.</summary>
    private static IEnumerable<string> Words(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            var end = i;
            var isIdeograph = false;
            while (end < text.Length && char.IsLetter(text[end]) && IsIdeograph(text[end]) == IsIdeograph(text[i]))
            {
                isIdeograph = IsIdeograph(text[end]);
                end++;
            }

            if (isIdeograph)
            {
                for (var pair = i; pair + 1 < end; pair++)
                {
                    yield return text.Substring(pair, 2);
                }
            }
            else if (end - i >= FewestWordChars && (i == 0 || text[i - 1] is not ('<' or '[')))
            {
                yield return text[i..end].ToLowerInvariant();
            }

            i = Math.Max(end, i + 1);
        }
    }

    private static bool IsIdeograph(char c) => c is >= '\u2E80' and <= '\u9FFF';
}
