using Lucene.Net.Index;

namespace KbApi.Search.Spelling;

/// <summary>A word of the content.</summary>
/// <param name="Text">The word, in lower case and unstemmed.</param>
/// <param name="Count">How many entries it stands in.</param>
internal readonly record struct KnownWord(string Text, int Count);

/// <summary>The words of one language of the content, in ordinal order. Immutable.</summary>
internal sealed class Vocabulary
{
    private const int ShortestPart = 3;

    private readonly KnownWord[] _words;
    private readonly Lazy<DeletionIndex> _spelling;
    private readonly Lazy<ILookup<string, KnownWord>> _byFolding;

    public Vocabulary(IEnumerable<KnownWord> words)
    {
        _words = [.. words.OrderBy(w => w.Text, StringComparer.Ordinal)];
        _spelling = new Lazy<DeletionIndex>(() => new DeletionIndex(_words));
        _byFolding = new Lazy<ILookup<string, KnownWord>>(() => _words
            .Select(w => (Folded: Analysis.CharacterFolding.Fold(w.Text), Word: w))
            .Where(w => w.Folded != w.Word.Text)
            .ToLookup(w => w.Folded, w => w.Word, StringComparer.Ordinal));
    }

    public int Count => _words.Length;

    /// <summary>Reads the words of a field of an index.</summary>
    public static Vocabulary Read(IndexReader reader, string field)
    {
        var words = new List<KnownWord>();
        if (MultiFields.GetTerms(reader, field) is { } terms)
        {
            var each = terms.GetEnumerator();
            while (each.MoveNext())
            {
                words.Add(new KnownWord(Term.ToString(each.Term), each.DocFreq));
            }
        }

        return new Vocabulary(words);
    }

    public bool Contains(string word) => IndexOf(word) >= 0;

    /// <summary>Words that are this one but for marks on their letters.</summary>
    public IEnumerable<KnownWord> WithMarks(string word) => _byFolding.Value[word];

    /// <summary>Words that this one may be a typing error for, the likeliest first.</summary>
    public IReadOnlyList<KnownWord> Near(string word) => _spelling.Value.Near(word);

    /// <summary>The two words that this one is written together of, or null: <c>bug</c> and <c>check</c> for <c>bugcheck</c>.</summary>
    public (string First, string Second)? Split(string word)
    {
        (string First, string Second)? best = null;
        var bestCount = 0;
        for (var cut = ShortestPart; cut <= word.Length - ShortestPart; cut++)
        {
            var count = Math.Min(CountOf(word[..cut]), CountOf(word[cut..]));
            if (count > bestCount)
            {
                (best, bestCount) = ((word[..cut], word[cut..]), count);
            }
        }

        return best;
    }

    /// <summary>The commonest words that begin so.</summary>
    public IReadOnlyList<KnownWord> Beginning(string prefix, int maximum)
    {
        var index = IndexOf(prefix);
        var best = new PriorityQueue<KnownWord, (int, string)>(Comparer<(int Count, string Text)>.Create(
            (x, y) => x.Count != y.Count ? x.Count.CompareTo(y.Count) : string.CompareOrdinal(y.Text, x.Text)));
        for (var i = index < 0 ? ~index : index; i < _words.Length && _words[i].Text.StartsWith(prefix, StringComparison.Ordinal); i++)
        {
            best.Enqueue(_words[i], (_words[i].Count, _words[i].Text));
            if (best.Count > maximum)
            {
                best.Dequeue();
            }
        }

        return [.. best.UnorderedItems.Select(i => i.Element).OrderByDescending(w => w.Count).ThenBy(w => w.Text, StringComparer.Ordinal)];
    }

    private int CountOf(string word)
    {
        var index = IndexOf(word);
        return index < 0 ? 0 : _words[index].Count;
    }

    private int IndexOf(string word)
    {
        var (low, high) = (0, _words.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = string.CompareOrdinal(_words[middle].Text, word);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return ~low;
    }
}
