using System.Globalization;
using System.Text;

namespace KbApi.Content.Identity;

/// <summary>Short ASCII names for ids.</summary>
internal static class Slug
{
    private const int MaxLength = 60;

    /// <summary>
    /// Lower-case ASCII letters and digits with single hyphens between them, at most 60 characters, cut at a word. Accents are dropped;
    /// a text in another script gives the hexadecimal hash of it.
    /// </summary>
    public static string From(string text)
    {
        Span<char> slug = stackalloc char[MaxLength + 1];
        var length = 0;
        foreach (var c in Decomposed(text))
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                slug[length++] = char.ToLowerInvariant(c);
            }
            else if (length > 0 && slug[length - 1] != '-' && c is not ('\'' or '\u2019') && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                slug[length++] = '-';
            }

            if (length == slug.Length)
            {
                break;
            }
        }

        var result = slug[..length].Trim('-').ToString();
        if (result.Length > MaxLength)
        {
            var cut = result.LastIndexOf('-', MaxLength);
            result = cut > 0 ? result[..cut] : result[..MaxLength];
        }

        return result.Length >= 3 ? result : "x" + ShortHash(text);
    }

    /// <summary>A code as part of an id: lower case, other characters than letters and digits as hyphens.</summary>
    public static string FromCode(string code)
    {
        var slug = new StringBuilder(code.Length);
        foreach (var c in code)
        {
            slug.Append(char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-');
        }

        return slug.ToString().Trim('-');
    }

    /// <summary>An anchor as part of an id: lower case, hyphens for what is no letter, digit or other punctuation of names.</summary>
    public static string FromAnchor(string anchor)
    {
        var slug = new StringBuilder(anchor.Length);
        foreach (var c in anchor)
        {
            slug.Append(char.IsLetterOrDigit(c) || c is '_' or '.' or '~' ? char.ToLowerInvariant(c) : '-');
        }

        return slug.ToString().Trim('-');
    }

    /// <summary>The beginning of a text with accents as characters of their own; halves of surrogate pairs are replaced.</summary>
    private static ReadOnlySpan<char> Decomposed(string text)
    {
        var beginning = text.AsSpan(0, Math.Min(text.Length, MaxLength * 4));
        if (Ascii.IsValid(beginning))
        {
            return beginning;
        }

        var whole = new StringBuilder(beginning.Length);
        foreach (var rune in beginning.EnumerateRunes())
        {
            whole.Append(rune.ToString());
        }

        return whole.ToString().Normalize(NormalizationForm.FormD);
    }

    private static string ShortHash(string text) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..10];
}
