using System.Globalization;
using KbApi.Content.Lexicons;

namespace KbApi.Content.Quantities;

/// <summary>A number in a text, in digits or as a word.</summary>
internal readonly record struct NumberToken(int Start, int End, decimal Value, bool IsOrdinal, bool IsWord)
{
    /// <summary>The number that the word at a place is, or null.</summary>
    public static NumberToken? TryRead(ReadOnlySpan<char> text, int start, QuantityWords words)
    {
        if (!words.NumberStarts.Contains(text[start]))
        {
            return null;
        }

        if (char.IsAsciiDigit(text[start]))
        {
            return TryReadDigits(text, start, words);
        }

        var end = start;
        while (end < text.Length && char.IsLetter(text[end]))
        {
            end++;
        }

        var word = text[start..end];
        if (words.NumberLookup.TryGetValue(word, out var number))
        {
            return new NumberToken(start, end, number, IsOrdinal: false, IsWord: true);
        }

        return words.OrdinalLookup.TryGetValue(word, out number)
            ? new NumberToken(start, end, number, IsOrdinal: true, IsWord: true)
            : null;
    }

    private static NumberToken? TryReadDigits(ReadOnlySpan<char> text, int start, QuantityWords words)
    {
        var end = SkipDigits(text, start);
        var digits = text[start..end].ToString();
        var separator = end < text.Length ? text[end] : default;
        if (digits is { Length: <= 3 } && digits[0] != '0')
        {
            for (; IsThousandsGroup(text, end, separator); end += 4)
            {
                digits += text.Slice(end + 1, 3).ToString();
            }
        }

        if (IsDecimalPoint(text, end))
        {
            var fraction = end + 1;
            end = SkipDigits(text, fraction);
            digits += "." + text[fraction..end].ToString();
        }

        var suffix = words.OrdinalSuffixLength(text, end);
        return (suffix > 0 || end == text.Length || !(char.IsLetter(text[end]) || IsDecimalPoint(text, end)))
            && decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? new NumberToken(start, end + suffix, value, IsOrdinal: suffix > 0, IsWord: false)
            : null;
    }

    private static int SkipDigits(ReadOnlySpan<char> text, int start)
    {
        var length = text[start..].IndexOfAnyExceptInRange('0', '9');
        return length < 0 ? text.Length : start + length;
    }

    /// <summary>Whether the separator and exactly three digits stand at a place, as in <c>1,000</c> and <c>1 000</c>.</summary>
    private static bool IsThousandsGroup(ReadOnlySpan<char> text, int at, char separator) =>
        separator is ',' or ' ' or '\u00A0' or '\u202F' && at < text.Length && text[at] == separator && SkipDigits(text, at + 1) == at + 4;

    private static bool IsDecimalPoint(ReadOnlySpan<char> text, int at) =>
        at + 1 < text.Length && text[at] is '.' or ',' && char.IsAsciiDigit(text[at + 1]);
}
