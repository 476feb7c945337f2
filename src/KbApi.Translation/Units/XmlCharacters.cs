using System.Xml;

namespace KbApi.Translation.Units;

/// <summary>Characters that XML can't carry.</summary>
internal static class XmlCharacters
{
    private const char Replacement = '\uFFFD';

    /// <summary>The length of the character at a place, or 0 where XML has no such character.</summary>
    public static int LengthAt(ReadOnlySpan<char> text, int index)
    {
        if (XmlConvert.IsXmlChar(text[index]))
        {
            return 1;
        }

        return char.IsHighSurrogate(text[index]) && index + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[index + 1], text[index]) ? 2 : 0;
    }

    /// <summary>The text on one line.</summary>
    public static string OneLine(string text) => string.Join(' ', Clean(text).Split(['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>
    /// The text on one line, to be looked at, with signs that look alike for <c>&lt;</c>, <c>&gt;</c> and <c>&amp;</c>: there are tools that
    /// read attributes and write them without escaping these.
    /// </summary>
    public static string ForAttribute(string text) => OneLine(text).Replace('<', '\u2039').Replace('>', '\u203A').Replace('&', '\uFF06');

    /// <summary>The same, without the difference between <c>&amp;</c> and <c>&amp;amp;</c>, which some tools lose.</summary>
    public static string ForHash(string text) => ForAttribute(text).Replace("\uFF06amp;", "\uFF06", StringComparison.Ordinal);

    /// <summary>The text with U+FFFD for what XML can't carry.</summary>
    public static string Clean(string text)
    {
        char[]? cleaned = null;
        for (var i = 0; i < text.Length;)
        {
            var length = LengthAt(text, i);
            if (length == 0)
            {
                cleaned ??= text.ToCharArray();
                cleaned[i] = Replacement;
            }

            i += Math.Max(1, length);
        }

        return cleaned is null ? text : new string(cleaned);
    }
}
