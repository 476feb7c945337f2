using System.Globalization;
using KbApi.Content.Lexicons;

namespace KbApi.Content.Quantities;

/// <summary>A number in a text, in digits or as a word.</summary>
internal readonly record struct NumberToken(int Start, int End, decimal Value, bool IsOrdinal, bool IsWord)
{
    /// <summary>The number that the word at a place is, or null.</summary>
    public static NumberToken? TryRead(ReadOnlySpan<char> text, int start, QuantityWords words)
    {
        var end = start;
        if (char.IsAsciiDigit(text[start]))
        {
            while (end < text.Length && (char.IsAsciiDigit(text[end]) || IsDecimalPoint(text, end)))
            {
                end++;
            }

            var digits = text[start..end].ToString().Replace(',', '.');
            return (end == text.Length || !char.IsLetter(text[end]))
                && decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
                ? new NumberToken(start, end, value, IsOrdinal: false, IsWord: false)
                : null;
        }

        while (end < text.Length && char.IsLetter(text[end]))
        {
            end++;
        }

        var word = text[start..end];
        if (words.Numbers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var number))
        {
            return new NumberToken(start, end, number, IsOrdinal: false, IsWord: true);
        }

        return words.Ordinals.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out number)
            ? new NumberToken(start, end, number, IsOrdinal: true, IsWord: true)
            : null;
    }

    private static bool IsDecimalPoint(ReadOnlySpan<char> text, int at) =>
        text[at] is '.' or ',' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]);
}
