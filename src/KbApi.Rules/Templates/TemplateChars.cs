using System.Buffers;
using System.Globalization;

namespace KbApi.Rules.Templates;

/// <summary>What characters are to a template.</summary>
internal static class TemplateChars
{
    private const char FirstIdeograph = '\u2E80';

    /// <summary>What ends a run of characters that may be one value, such as a path or a time.</summary>
    private static readonly SearchValues<char> ChunkEnds = SearchValues.Create(" \t\r\n\u00A0\"'`<>()[]{},;|=\u2018\u2019\u201C\u201D\u201E\u00AB\u00BB\u2039\u203A\u2026");

    public static bool IsBlank(char c) => c is ' ' or '\t' or '\n' or '\r' || (c < ' ') || (c > '~' && (char.IsWhiteSpace(c) || char.IsControl(c)));

    /// <summary>Whether a character shows nothing and separates nothing: byte order marks, marks of direction.</summary>
    public static bool IsUnseen(char c) => c is '\u200B' or '\uFEFF' or '\u00AD' or (>= '\u200E' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    /// <summary>Whether a character is of a script without blanks between words, so that it is a word by itself.</summary>
    public static bool IsIdeograph(char c) => c >= FirstIdeograph && (c < '\uA000' || c >= '\uF900') && char.IsLetter(c);

    /// <summary>Whether a character is part of a word.</summary>
    public static bool IsPart(char c)
    {
        if (c < 128)
        {
            return char.IsAsciiLetterOrDigit(c) || c == '_';
        }

        return (char.IsLetterOrDigit(c) && !IsIdeograph(c)) || c is '\u200C' or '\u200D'
            || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
    }

    /// <summary>Where the run of characters ends that begins at a place, without the punctuation behind it.</summary>
    public static int ChunkEnd(ReadOnlySpan<char> text, int start, int end)
    {
        var i = start;
        while (i < end && !ChunkEnds.Contains(text[i]) && text[i] < FirstIdeograph && text[i] >= ' ')
        {
            i++;
        }

        while (i > start && text[i - 1] is '.' or ':' or '!' or '?')
        {
            i--;
        }

        return i;
    }
}
