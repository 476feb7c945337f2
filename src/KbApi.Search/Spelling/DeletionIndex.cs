namespace KbApi.Search.Spelling;

/// <summary>
/// Finds words that differ by a few characters, by what is left when characters are deleted from both (Garbe's symmetric deletion).
/// Only beginnings are indexed, so a word costs a few dozen numbers however long it is.
/// </summary>
internal sealed class DeletionIndex
{
    private const int PrefixLength = 7;
    private const int ShortestWord = 4;
    private const int ShortestWordForTwo = 8;
    private const int MaxResults = 5;
    private const int MaxCandidates = 2000;

    /// <summary>Of more words, most are errors or names that stand in one entry each.</summary>
    private const int DefaultMaxWords = 400_000;

    private readonly KnownWord[] _words;

    /// <summary>The hash of what is left of a word in the upper half, the word's index in the lower; sorted.</summary>
    private readonly ulong[] _entries;

    /// <param name="words">The words.</param>
    /// <param name="maxWords">How many of them are indexed: the commonest; of those that are as common as the last, the first.</param>
    public DeletionIndex(KnownWord[] words, int maxWords = DefaultMaxWords)
    {
        _words = words;
        var entries = new List<ulong>(words.Length * 16);
        var left = new HashSet<string>(StringComparer.Ordinal);
        foreach (var i in Commonest(words, maxWords))
        {
            if (words[i].Text.Length >= ShortestWord - 1)
            {
                left.Clear();
                AddDeletions(words[i].Text, DistanceFor(words[i].Text), left);
                foreach (var rest in left)
                {
                    entries.Add(((ulong)Hash(rest) << 32) | (uint)i);
                }
            }
        }

        _entries = [.. entries];
        Array.Sort(_entries);
    }

    /// <summary>Words within one change, or two where the word is long; the nearest first, then the commonest.</summary>
    public IReadOnlyList<KnownWord> Near(string word)
    {
        if (word.Length < ShortestWord)
        {
            return [];
        }

        var maximum = DistanceFor(word);
        var left = new HashSet<string>(StringComparer.Ordinal);
        AddDeletions(word, maximum, left);
        var candidates = new HashSet<int>();
        foreach (var rest in left.Order(StringComparer.Ordinal))
        {
            AddCandidates(Hash(rest), candidates);
        }

        return [.. candidates
            .Select(i => (Word: _words[i], Distance: WordDistance.Between(word, _words[i].Text, maximum)))
            .Where(c => c.Distance > 0 && c.Distance <= maximum)

            // People rarely err in the first letter; of a short word, another first letter makes another word.
            .Where(c => c.Word.Text[0] == word[0] || word.Length >= ShortestWordForTwo)
            .OrderBy(c => c.Distance)
            .ThenByDescending(c => c.Word.Text[0] == word[0])
            .ThenByDescending(c => c.Word.Count)
            .ThenBy(c => c.Word.Text, StringComparer.Ordinal)
            .Take(MaxResults)
            .Select(c => c.Word)];
    }

    private static IEnumerable<int> Commonest(KnownWord[] words, int most)
    {
        var all = Enumerable.Range(0, words.Length);
        return words.Length <= most ? all : all.OrderByDescending(i => words[i].Count).Take(most);
    }

    private static int DistanceFor(string word) => word.Length < ShortestWordForTwo ? 1 : 2;

    private void AddCandidates(uint hash, HashSet<int> candidates)
    {
        var key = (ulong)hash << 32;
        var at = Array.BinarySearch(_entries, key);
        for (var i = at < 0 ? ~at : at; i < _entries.Length && (uint)(_entries[i] >> 32) == hash && candidates.Count < MaxCandidates; i++)
        {
            candidates.Add((int)(uint)_entries[i]);
        }
    }

    private static void AddDeletions(string word, int deletions, HashSet<string> left)
    {
        var prefix = word.Length > PrefixLength ? word[..PrefixLength] : word;
        if (!left.Add(prefix) || deletions == 0)
        {
            return;
        }

        for (var i = 0; i < prefix.Length; i++)
        {
            AddDeletions(prefix.Remove(i, 1), deletions - 1, left);
        }
    }

    /// <summary>FNV-1a: the same on every machine.</summary>
    private static uint Hash(string text)
    {
        var hash = 2166136261u;
        foreach (var c in text)
        {
            hash = (hash ^ c) * 16777619u;
        }

        return hash;
    }
}
