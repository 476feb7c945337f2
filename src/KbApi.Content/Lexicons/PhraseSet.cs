using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;

namespace KbApi.Content.Lexicons;

/// <summary>
/// Phrases that are looked for as whole words, without regard to case and to the shape of apostrophes. A star at the end or the
/// beginning of a phrase stands for any ending or beginning of its word.
/// </summary>
public sealed class PhraseSet
{
    private readonly PhraseIndex _index;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _whole;
    private readonly ImmutableArray<int> _lengths;
    private readonly SearchValues<char> _firstCharacters;
    private readonly SearchValues<char> _lastCharacters;

    /// <summary>A set of phrases; blank ones are left out.</summary>
    public PhraseSet(IEnumerable<string> phrases)
        : this(PhraseIndex.Create([(default, phrases)]), PhraseKinds.Of(default))
    {
    }

    internal PhraseSet(PhraseIndex index, PhraseKinds kinds)
    {
        _index = index;
        Kinds = kinds;
        Phrases = index.PhrasesOf(kinds);
        var whole = Phrases.Where(p => !p.StartsWith('*') && !p.EndsWith('*')).SelectMany(WithApostrophes).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        _whole = whole.GetAlternateLookup<ReadOnlySpan<char>>();
        _lengths = [.. whole.Select(p => p.Length).Distinct().OrderDescending()];
        _firstCharacters = InEitherCase(whole.Select(p => p[0]));
        _lastCharacters = InEitherCase(whole.Select(p => p[^1]));
    }

    /// <summary>The phrases, longest first.</summary>
    public IReadOnlyList<string> Phrases { get; }

    /// <summary>The kinds of its phrases in the index that they are part of.</summary>
    internal PhraseKinds Kinds { get; }

    /// <summary>Whether one of the phrases stands in the text.</summary>
    public bool IsIn(ReadOnlySpan<char> text) => _index.KindsIn(text, Kinds).Has(this);

    /// <summary>The first place where one of the phrases stands in the text, the longest there; an empty range where none does.</summary>
    public (int Start, int Length) Find(ReadOnlySpan<char> text) => _index.Find(text, Kinds);

    /// <summary>Whether the text begins with one of the phrases.</summary>
    internal bool Begins(ReadOnlySpan<char> text) => _index.KindsAtStart(text).Has(this);

    /// <summary>The length of the longest phrase without stars that begins at the place, whole, or 0.</summary>
    public int LongestAt(ReadOnlySpan<char> text, int start)
    {
        if (start < text.Length && _firstCharacters.Contains(text[start]) && PhraseBoundary.IsAt(text, start))
        {
            foreach (var length in _lengths)
            {
                if (start + length <= text.Length && IsWhole(text, start, length))
                {
                    return length;
                }
            }
        }

        return 0;
    }

    /// <summary>The length of the longest phrase without stars that ends at the place, whole, or 0.</summary>
    public int LongestEndingAt(ReadOnlySpan<char> text, int end)
    {
        if (end > 0 && _lastCharacters.Contains(text[end - 1]) && PhraseBoundary.IsAt(text, end))
        {
            foreach (var length in _lengths)
            {
                if (length <= end && IsWhole(text, end - length, length))
                {
                    return length;
                }
            }
        }

        return 0;
    }

    private bool IsWhole(ReadOnlySpan<char> text, int start, int length) =>
        PhraseBoundary.IsAt(text, start) && PhraseBoundary.IsAt(text, start + length)
        && _whole.Contains(text.Slice(start, length));

    private static IEnumerable<string> WithApostrophes(string phrase) =>
        phrase.Contains('\'', StringComparison.Ordinal) ? [phrase, phrase.Replace('\'', '\u2019')] : [phrase];

    private static SearchValues<char> InEitherCase(IEnumerable<char> characters) =>
        SearchValues.Create([.. characters.SelectMany(c => (char[])[c, char.ToUpperInvariant(c), char.ToLowerInvariant(c)]).Distinct()]);
}
