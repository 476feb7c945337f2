using System.Globalization;
using System.Text;

namespace KbApi.Content.Identity;

/// <summary>Short ASCII names for ids.</summary>
internal static class Slug
{
    private const int MaxLength = 60;

    /// <summary>How much of a text is looked at.</summary>
    private const int MaxRead = MaxLength * 4;

    /// <summary>The most characters that one is decomposed into.</summary>
    private const int MaxParts = 4;

    /// <summary>
    /// Lower-case ASCII letters and digits with single hyphens between them, at most 60 characters, cut at a word. Accents are dropped;
    /// a text in another script gives the hexadecimal hash of it.
    /// </summary>
    public static string From(string text)
    {
        Span<char> slug = stackalloc char[MaxLength + 1];
        var beginning = text.AsSpan(0, Math.Min(text.Length, MaxRead));
        var length = Ascii.IsValid(beginning) ? Write(beginning, slug) : WriteDecomposed(beginning, slug);
        ReadOnlySpan<char> result = slug[..length].Trim('-');
        if (result.Length > MaxLength)
        {
            var cut = result[..(MaxLength + 1)].LastIndexOf('-');
            result = cut > 0 ? result[..cut] : result[..MaxLength];
        }

        return result.Length >= 3 ? result.ToString() : "x" + ShortHash(text);
    }

    /// <summary>A code as part of an id: lower case, other characters than letters and digits as hyphens.</summary>
    public static string FromCode(string code) => string.Create(code.Length, code, static (slug, code) =>
    {
        for (var i = 0; i < slug.Length; i++)
        {
            slug[i] = char.IsAsciiLetterOrDigit(code[i]) ? char.ToLowerInvariant(code[i]) : '-';
        }
    }).Trim('-');

    /// <summary>An anchor as part of an id: lower case, hyphens for what is no letter, digit or other punctuation of names.</summary>
    public static string FromAnchor(string anchor) => string.Create(anchor.Length, anchor, static (slug, anchor) =>
    {
        for (var i = 0; i < slug.Length; i++)
        {
            slug[i] = char.IsLetterOrDigit(anchor[i]) || anchor[i] is '_' or '.' or '~' ? char.ToLowerInvariant(anchor[i]) : '-';
        }
    }).Trim('-');

    /// <summary>Writes as much of a text as there is room for; the length of what was written.</summary>
    private static int Write(ReadOnlySpan<char> text, Span<char> slug)
    {
        var length = 0;
        foreach (var c in text)
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

        return length;
    }

    /// <summary>The same with accents as characters of their own; halves of surrogate pairs are replaced.</summary>
    private static int WriteDecomposed(ReadOnlySpan<char> text, Span<char> slug)
    {
        Span<char> whole = stackalloc char[MaxRead];
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            length += rune.EncodeToUtf16(whole[length..]);
        }

        Span<char> decomposed = stackalloc char[MaxRead * MaxParts];
        whole[..length].TryNormalize(decomposed, out length, NormalizationForm.FormD);
        return Write(decomposed[..length], slug);
    }

    private static string ShortHash(string text) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..10];
}
