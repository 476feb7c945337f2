using System.Buffers;
using System.Globalization;

namespace KbApi.Content.Tests.Support;

/// <summary>Compares what was read with the characters that it was read from.</summary>
internal static class SpanWords
{
    private static readonly SearchValues<char> Markup = SearchValues.Create("*_`[]<>&\\|#!~{@\r\n\t");

    /// <summary>
    /// How plain text differs from its source, or null. Without mark-up between them the two are equal, blanks apart; with it, the text's
    /// letters and digits stand in the source in their order, from the first character to the last.
    /// </summary>
    public static string? Difference(string plain, string source)
    {
        if (HoldsInclude(source))
        {
            return null;
        }

        // CommonMark: U+0000 is replaced.
        source = source.Replace('\0', '\uFFFD');
        plain = plain.Replace('\0', '\uFFFD');
        if (!source.AsSpan().ContainsAny(Markup) && !source.Contains(":::", StringComparison.Ordinal))
        {
            return Collapsed(plain) == Collapsed(source) ? null : $"'{plain}' stands as '{source}'";
        }

        if (!AreInOrder(plain, source))
        {
            return $"the letters of '{plain}' are not in '{source}'";
        }

        var begins = plain.Length == 0 || source[0] == plain[0] || source[0] is '&' or '\\' or '@' || source.StartsWith("<xref:", StringComparison.OrdinalIgnoreCase);
        var ends = plain.Length == 0 || source[^1] == plain[^1] || source[^1] is ';' or '>' || (plain[^1] == ' ' && source[^1] is '\n' or '\r');
        return begins && ends ? null : $"'{plain}' does not begin or end as '{source}'";
    }

    /// <summary>Whether the words of a text may stand in another file.</summary>
    public static bool HoldsInclude(string source) => source.Contains("INCLUDE", StringComparison.OrdinalIgnoreCase) && source.Contains("](", StringComparison.Ordinal);

    /// <summary>Whether the letters and digits of a text stand in its source in their order. What an entity writes is not looked for.</summary>
    public static bool AreInOrder(string plain, string source)
    {
        if (HoldsInclude(source))
        {
            return true;
        }

        var from = 0;
        var hasEntities = source.Contains('&', StringComparison.Ordinal);
        foreach (var c in plain)
        {
            if (char.IsLetterOrDigit(c) && !(hasEntities && !char.IsAscii(c)))
            {
                from = source.IndexOf(c, from) + 1;
                if (from == 0)
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>Whether a code is written so: the same letters and digits, the same number with zeros before it, or the same 32 bits.</summary>
    public static bool IsSpellingOf(string written, string code)
    {
        if ((written.AsSpan().ContainsAny(Markup) || written.Contains(":::", StringComparison.Ordinal)) && AreInOrder(code.ToUpperInvariant(), written.ToUpperInvariant()))
        {
            return true;
        }

        written = WithoutTags(written).Replace("\\", "", StringComparison.Ordinal);
        var own = AlphaNumeric(written);
        var canonical = AlphaNumeric(code);
        if (own == canonical || own.TrimStart('0') == canonical.TrimStart('0') || canonical.TrimStart('0') == own)
        {
            return true;
        }

        if (!canonical.StartsWith("0X", StringComparison.Ordinal))
        {
            return own.Contains(canonical.TrimStart('0'), StringComparison.Ordinal);
        }

        var bits = ulong.Parse(canonical[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        return long.TryParse(written.Replace('\u2212', '-'), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && (uint)number == bits
            ? true
            : ulong.TryParse(own.StartsWith("0X", StringComparison.Ordinal) ? own[2..] : own, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hex) && hex == bits;
    }

    private static string WithoutTags(string text)
    {
        for (int open; (open = text.IndexOf('<', StringComparison.Ordinal)) >= 0 && text.IndexOf('>', open) is > 0 and var close;)
        {
            text = text.Remove(open, close + 1 - open);
        }

        return text;
    }

    private static string AlphaNumeric(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private static string Collapsed(string text) =>
        string.Join(' ', text.Split([' ', '\u00A0', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
