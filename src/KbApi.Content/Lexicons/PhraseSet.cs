using System.Buffers;

namespace KbApi.Content.Lexicons;

/// <summary>Phrases that are looked for as whole words, without regard to case and to the shape of apostrophes.</summary>
public sealed class PhraseSet
{
    private readonly SearchValues<string> _values;
    private readonly string[] _phrases;

    /// <summary>A set of phrases; blank ones are left out.</summary>
    public PhraseSet(IEnumerable<string> phrases)
    {
        // The longest first, so that the one found at a place is the longest there.
        _phrases = [.. phrases.SelectMany(WithApostrophes).Where(p => p.Length > 0)
            .Distinct(StringComparer.OrdinalIgnoreCase).OrderByDescending(p => p.Length).ThenBy(p => p, StringComparer.Ordinal)];
        _values = SearchValues.Create(_phrases, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The phrases, longest first.</summary>
    public IReadOnlyList<string> Phrases => _phrases;

    /// <summary>Whether one of the phrases stands in the text.</summary>
    public bool IsIn(ReadOnlySpan<char> text) => Find(text).Length > 0;

    /// <summary>The first place where one of the phrases stands in the text; an empty range where none does.</summary>
    public (int Start, int Length) Find(ReadOnlySpan<char> text)
    {
        for (var from = 0; from < text.Length;)
        {
            var at = text[from..].IndexOfAny(_values);
            if (at < 0)
            {
                break;
            }

            at += from;
            var length = LongestAt(text, at);
            if (length > 0)
            {
                return (at, length);
            }

            from = at + 1;
        }

        return default;
    }

    /// <summary>The length of the longest phrase that begins at the place, whole, or 0.</summary>
    public int LongestAt(ReadOnlySpan<char> text, int start)
    {
        if (!IsBoundary(text, start))
        {
            return 0;
        }

        foreach (var phrase in _phrases)
        {
            if (text[start..].StartsWith(phrase, StringComparison.OrdinalIgnoreCase) && IsBoundary(text, start + phrase.Length))
            {
                return phrase.Length;
            }
        }

        return 0;
    }

    /// <summary>The length of the longest phrase that ends at the place, whole, or 0.</summary>
    public int LongestEndingAt(ReadOnlySpan<char> text, int end)
    {
        if (!IsBoundary(text, end))
        {
            return 0;
        }

        foreach (var phrase in _phrases)
        {
            if (text[..end].EndsWith(phrase, StringComparison.OrdinalIgnoreCase) && IsBoundary(text, end - phrase.Length))
            {
                return phrase.Length;
            }
        }

        return 0;
    }

    private static bool IsBoundary(ReadOnlySpan<char> text, int at)
    {
        if (at <= 0 || at >= text.Length)
        {
            return true;
        }

        // Scripts that are written without blanks have no boundaries to look for.
        return !(IsWordCharacter(text[at - 1]) && IsWordCharacter(text[at]));
    }

    private static bool IsWordCharacter(char c) => char.IsLetterOrDigit(c) && !IsUnspaced(c);

    private static bool IsUnspaced(char c) => c is >= '\u2E80' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7AF' or >= '\uFF00';

    private static IEnumerable<string> WithApostrophes(string phrase) =>
        phrase.Contains('\'', StringComparison.Ordinal) ? [phrase, phrase.Replace('\'', '\u2019')] : [phrase];
}
