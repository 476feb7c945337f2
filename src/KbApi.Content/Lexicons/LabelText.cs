using System.Buffers;
using System.Globalization;
using System.Text;

namespace KbApi.Content.Lexicons;

/// <summary>The form in which headers and labels are compared.</summary>
internal static class LabelText
{
    private const string EndCharacters = " :.*\uFF1A?!";
    private const int MaxOnStack = 256;

    private static readonly SearchValues<char> OddBlanks = SearchValues.Create("\t\n\v\f\r");

    /// <summary>Lower case, one blank between words, no colon or full stop at the end, straight apostrophes.</summary>
    public static string Normalize(ReadOnlySpan<char> text) =>
        Normalize(text, text.Length <= MaxOnStack ? stackalloc char[MaxOnStack] : new char[text.Length]).ToString();

    /// <summary>The same, written to a buffer that is as long as the text or longer.</summary>
    public static ReadOnlySpan<char> Normalize(ReadOnlySpan<char> text, Span<char> buffer)
    {
        if (IsEven(text))
        {
            Ascii.ToLower(text, buffer, out var written);
            return buffer[..written].Trim(EndCharacters);
        }

        var length = 0;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                if (length > 0 && buffer[length - 1] != ' ')
                {
                    buffer[length++] = ' ';
                }
            }
            else if (c < '\u00AD' || char.GetUnicodeCategory(c) != UnicodeCategory.Format)
            {
                buffer[length++] = c == '\u2019' ? '\'' : char.ToLowerInvariant(c);
            }
        }

        return buffer[..length].Trim(EndCharacters);
    }

    /// <summary>Whether a text is nothing but plain letters and the like with single blanks between them, as most are.</summary>
    private static bool IsEven(ReadOnlySpan<char> text) =>
        Ascii.IsValid(text) && !text.ContainsAny(OddBlanks) && !text.StartsWith(' ') && !text.Contains("  ", StringComparison.Ordinal);

    /// <summary>What is normal already, without a number at the end, as in <c>Cause 2</c>.</summary>
    public static ReadOnlySpan<char> WithoutNumber(ReadOnlySpan<char> normal) => normal.TrimEnd("0123456789#- ").Trim(EndCharacters);
}
