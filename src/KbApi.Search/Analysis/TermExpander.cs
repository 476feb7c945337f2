namespace KbApi.Search.Analysis;

/// <summary>What a word is found by.</summary>
/// <param name="Main">The stem, or the word itself where it is an identifier.</param>
/// <param name="Others">Other forms of the same: a hexadecimal number in its usual spelling.</param>
/// <param name="Parts">The stems of the parts of a compound.</param>
internal sealed record ExpandedTerm(string Main, IReadOnlyList<string> Others, IReadOnlyList<string> Parts)
{
    private const int Bits = 64;

    /// <summary>A bit for each of them, by which most words that are none of some others are told at once.</summary>
    public ulong Mask { get; } = Others.Concat(Parts).Aggregate(BitOf(Main), (mask, text) => mask | BitOf(text));

    /// <summary>The bit of a text; others may have the same.</summary>
    public static ulong BitOf(string text) => 1UL << (int)((uint)text.GetHashCode(StringComparison.Ordinal) % Bits);
}

/// <summary>Makes terms of words of one language. Keeps what it made: one thread at a time.</summary>
internal sealed class TermExpander : IDisposable
{
    private const int HexDigits = 8;

    private readonly WordStemmer _stemmer;
    private readonly CompoundSplitter? _splitter;
    private readonly Dictionary<string, ExpandedTerm> _kept = new(StringComparer.Ordinal);

    private readonly int _capacity;

    /// <param name="language">The language of the words.</param>
    /// <param name="lexicon">What compounds are made of.</param>
    /// <param name="capacity">How many words are kept at most.</param>
    public TermExpander(string language, CompoundLexicon lexicon, int capacity)
    {
        _capacity = capacity;
        _stemmer = new WordStemmer(language);
        _splitter = LanguageTable.CompoundLinks(language) is { } links ? new CompoundSplitter(lexicon, links, _stemmer) : null;
    }

    public ExpandedTerm Expand(SurfaceToken token)
    {
        if (_kept.TryGetValue(token.Text, out var kept))
        {
            return kept;
        }

        var made = Make(token);
        if (_kept.Count < _capacity)
        {
            _kept.Add(token.Text, made);
        }

        return made;
    }

    public void Dispose() => _stemmer.Dispose();

    private ExpandedTerm Make(SurfaceToken token)
    {
        var word = token.Text;
        if (HexOf(word) is { } hex)
        {
            return new ExpandedTerm(hex, hex == word ? [] : [word], []);
        }

        if (token.Kind == TokenKind.Ideographs || word.Any(char.IsDigit) || word.Contains('_', StringComparison.Ordinal))
        {
            return new ExpandedTerm(word, [], []);
        }

        var parts = _splitter?.Split(word) ?? [];
        return new ExpandedTerm(_stemmer.Stem(word), [], [.. parts.Select(_stemmer.Stem).Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>A hexadecimal number without leading zeros, or null. Eight digits are one also without <c>0x</c>.</summary>
    private static string? HexOf(string word)
    {
        var isMarked = word.StartsWith("0x", StringComparison.Ordinal);
        var digits = isMarked ? word.AsSpan(2) : word.AsSpan();
        var isHex = !digits.IsEmpty && digits.Length <= HexDigits * 2 && digits.ContainsAnyInRange('0', '9') && IsAllHex(digits);
        return isHex && (isMarked || digits.Length == HexDigits) ? string.Concat("0x", digits.TrimStart('0')) : null;
    }

    private static bool IsAllHex(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiHexDigit(c))
            {
                return false;
            }
        }

        return true;
    }
}
