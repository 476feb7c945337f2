using System.Collections.Frozen;

namespace KbApi.Search.Analysis;

/// <summary>The words of one language that compounds may be made of, as the content itself uses them.</summary>
internal sealed class CompoundLexicon
{
    /// <summary>A lexicon that knows no word, so nothing is split.</summary>
    public static readonly CompoundLexicon Empty = new([]);

    private const int MaxCount = 20;
    private const int MinCount = 2;
    private const int WordsForEachCount = 20_000;
    private const int ShortestCommonWord = 3;
    private const int ShortestWord = 4;
    private const int LongestWord = 20;

    private readonly FrozenSet<string> _words;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private FrozenSet<string>? _stems;

    public CompoundLexicon(IEnumerable<string> words)
    {
        _words = words.ToFrozenSet(StringComparer.Ordinal);
        _lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The words, in ordinal order.</summary>
    public IEnumerable<string> Words => _words.Order(StringComparer.Ordinal);

    /// <summary>The stems of the words; made once, with the first stemmer of the language that asks.</summary>
    public FrozenSet<string> StemsBy(WordStemmer stemmer) =>
        LazyInitializer.EnsureInitialized(ref _stems, () => _words.Select(stemmer.Stem).ToFrozenSet(StringComparer.Ordinal));

    /// <summary>Takes the words that content uses often enough not to be an error; the more there is of it, the oftener.</summary>
    /// <param name="counts">How often each word stands in the content.</param>
    public static CompoundLexicon Mine(IReadOnlyDictionary<string, int> counts)
    {
        var least = Math.Clamp((int)(counts.Values.Sum(c => (long)c) / WordsForEachCount), MinCount, MaxCount);
        return new CompoundLexicon(counts
            .Where(c => c.Key.Length <= LongestWord && c.Key.All(char.IsLetter))
            .Where(c => c.Key.Length >= ShortestWord ? c.Value >= least : c.Key.Length == ShortestCommonWord && c.Value >= least * 10)
            .Select(c => c.Key));
    }

    /// <summary>This lexicon and some more words.</summary>
    public CompoundLexicon With(IEnumerable<string> words) => new(_words.Concat(words.Where(w => w.Length >= ShortestCommonWord && w.All(char.IsLetter))));

    public bool Contains(ReadOnlySpan<char> word) => _lookup.Contains(word);
}
