namespace KbApi.Content.Codes;

/// <summary>Letters, an optional separator and digits: <c>SSPR_0009</c>, <c>ORA-01017</c>, <c>AADSTS50058</c>.</summary>
internal readonly record struct PrefixedNumber(int Start, int Letters, int Separator, int Digits)
{
    public int Length => Letters + Separator + Digits;

    /// <summary>The prefixed number that begins at a place and ends where a word ends, or null.</summary>
    public static PrefixedNumber? TryRead(ReadOnlySpan<char> text, int start)
    {
        var i = start;
        while (i < text.Length && char.IsAsciiLetter(text[i]))
        {
            i++;
        }

        var letters = i - start;
        var separator = i < text.Length && text[i] is '_' or '-' ? 1 : 0;
        i += separator;
        var digitsStart = i;
        while (i < text.Length && char.IsAsciiDigit(text[i]))
        {
            i++;
        }

        var isWhole = i == text.Length || !(Word.IsPart(text[i]) || (text[i] is '-' or '.' && i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1])));
        return letters > 0 && i > digitsStart && isWhole ? new PrefixedNumber(start, letters, separator, i - digitsStart) : null;
    }

    public PrefixedNumberParts Cut(ReadOnlySpan<char> text) => new(
        text.Slice(Start, Letters),
        text.Slice(Start + Letters, Separator),
        text.Slice(Start + Letters + Separator, Digits));
}

/// <summary>The parts of a <see cref="PrefixedNumber"/> in its text.</summary>
internal readonly ref struct PrefixedNumberParts(ReadOnlySpan<char> letters, ReadOnlySpan<char> separator, ReadOnlySpan<char> digits)
{
    private readonly ReadOnlySpan<char> _letters = letters;
    private readonly ReadOnlySpan<char> _separator = separator;
    private readonly ReadOnlySpan<char> _digits = digits;

    public void Deconstruct(out ReadOnlySpan<char> letters, out ReadOnlySpan<char> separator, out ReadOnlySpan<char> digits)
    {
        letters = _letters;
        separator = _separator;
        digits = _digits;
    }
}
