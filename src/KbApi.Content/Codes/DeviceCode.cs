namespace KbApi.Content.Codes;

/// <summary>
/// The codes that machines, games and shops show: <c>F01</c>, <c>4C</c>, <c>L-100</c>, <c>49.4C02</c>, <c>SU-PQE1223</c>. Models, versions and
/// sizes look like them, so only their place makes them codes.
/// </summary>
internal static class DeviceCode
{
    /// <summary>The longest cell whose words are codes; in a longer one, words are talked about.</summary>
    public const int MaxCellLength = 24;

    private const int MaxWordLength = 8;
    private const int MaxParts = 4;
    private const int MinDigits = 2;
    private const int MinFamilyLetters = 2;
    private const int MinFamilyDigits = 3;

    /// <summary>A word of capitals and digits, both of them.</summary>
    public static CodeMatch? TryReadWord(ReadOnlySpan<char> text, Word word)
    {
        var token = text.Slice(word.Start, word.Length);
        return word.Length is > 1 and <= MaxWordLength && Counts(token) is ( > 0, > 0, 0) ? Create(text, word.Start, word.Length) : null;
    }

    /// <summary>All of a cell: parts with hyphens or dots between them that have capitals and digits.</summary>
    public static CodeMatch? TryReadWhole(ReadOnlySpan<char> cell)
    {
        var start = cell.Length - cell.TrimStart().Length;
        return start < cell.Length && TryReadCompound(cell, Word.At(cell, start)) is { } code && cell[code.End..].IsWhiteSpace() ? code : null;
    }

    /// <summary>The parts with hyphens or dots between them that begin with a word, where they have capitals and digits.</summary>
    public static CodeMatch? TryReadCompound(ReadOnlySpan<char> text, Word word)
    {
        if (word.Length is 0 or > MaxWordLength || (word.Start > 0 && text[word.Start - 1] is '-' or '.' or '/' or '\\'))
        {
            return null;
        }

        var end = word.End;
        var parts = 1;
        while (end + 1 < text.Length && text[end] is '-' or '.' && Word.At(text, end + 1) is { Length: > 0 and <= MaxWordLength } next)
        {
            end = next.End;
            if (++parts > MaxParts)
            {
                return null;
            }
        }

        if (parts == 1)
        {
            return null;
        }

        var (capitals, digits, others) = Counts(text[word.Start..end]);
        return capitals > 0 && digits >= MinDigits && others == parts - 1 ? Create(text, word.Start, end - word.Start) : null;
    }

    /// <summary>Whether nothing but a code stands between brackets, as in <c>Sync failed (E-4012)</c>.</summary>
    public static bool IsInBrackets(ReadOnlySpan<char> text, CodeMatch code) =>
        Counts(text.Slice(code.Start, code.Length)).Digits >= MinFamilyDigits && !text.Slice(code.Start, code.Length).Contains('.') && code.Start > 0 && code.End < text.Length && (text[code.Start - 1], text[code.End]) is ('(', ')') or ('[', ']');

    /// <summary>Whether a code has too few letters or digits to be one of a family wherever it stands.</summary>
    public static bool IsShort(ReadOnlySpan<char> code)
    {
        var letters = code.IndexOfAnyExceptInRange('A', 'Z');
        return letters < MinFamilyLetters || Counts(code).Digits < MinFamilyDigits;
    }

    private static (int Capitals, int Digits, int Others) Counts(ReadOnlySpan<char> text)
    {
        var (capitals, digits, others) = (0, 0, 0);
        foreach (var c in text)
        {
            capitals += char.IsAsciiLetterUpper(c) ? 1 : 0;
            digits += char.IsAsciiDigit(c) ? 1 : 0;
            others += char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) ? 0 : 1;
        }

        return (capitals, digits, others);
    }

    private static CodeMatch Create(ReadOnlySpan<char> text, int start, int length) =>
        new(new ErrorCode(BuiltInSchemes.Prefixed, text.Slice(start, length).ToString()), start, length);
}
