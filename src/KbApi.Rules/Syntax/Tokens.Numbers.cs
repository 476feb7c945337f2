using System.Buffers;
using System.Globalization;
using KbApi.Content.Text;

namespace KbApi.Rules.Syntax;

/// <content>Numbers and codes.</content>
internal static partial class Tokens
{
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");
    private static readonly string[] FileExtensions = [".msc", ".exe", ".dll", ".ps1", ".cmd", ".bat", ".msi", ".xml", ".json", ".yaml", ".config", ".log", ".sh"];

    /// <summary>What a cell says behind the code and the colon that it begins with, or null.</summary>
    public static string? AfterCode(string cell)
    {
        var colon = cell.IndexOf(':', StringComparison.Ordinal);
        return colon is > 3 and < 24 && FirstPrefixed(cell, new TextSpan(0, colon)) is { Span.Start: 0 } code && code.Span.End == colon ? cell[(colon + 1)..] : null;
    }

    /// <summary>Whether a text ends near a code of four digits or more that the words behind it explain.</summary>
    public static bool EndsWithCode(ReadOnlySpan<char> text)
    {
        foreach (var (_, word) in Words(text.ToString()))
        {
            var isNumber = word.Length is 4 or 5 && word.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;
            if (isNumber || (word.StartsWith("0x", StringComparison.OrdinalIgnoreCase) && word.Length >= 10))
            {
                return true;
            }
        }

        return text.TrimEnd().EndsWith(Colon);
    }

    /// <summary>Numbers of two digits and more that stand by themselves, without the marks that part thousands.</summary>
    public static List<string> Numbers(string text)
    {
        var numbers = new List<string>();
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]) || (i > 0 && (IsWordPart(text[i - 1]) || text[i - 1] is '.' or '-' or '/' or '#' or '&' or '%' or '=' or ':')))
            {
                continue;
            }

            var (start, end) = (i, EndOfNumber(text, i));
            i = end;
            var isWord = end == text.Length || !(IsWordPart(text[end]) || text[end] is '-' or '/' or '%' or '=');
            if (isWord && end - start >= 2 && !IsInLink(text, start) && !IsInAddress(text, start))
            {
                numbers.Add(new string([.. text[start..end].Where(char.IsAsciiDigit)]));
            }
        }

        return numbers;
    }

    /// <summary>
    /// Numbers of any length that are no part of a name, a hexadecimal number or an address, without the marks that part thousands. Each
    /// end of a range counts by itself.
    /// </summary>
    public static IEnumerable<string> PlainNumbers(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
            {
                continue;
            }

            var (start, end) = (i, EndOfNumber(text, i));
            i = end - 1;
            var isPart = start > 0 && (char.IsAsciiLetterOrDigit(text[start - 1]) || text[start - 1] is '_' or '#' or '&' or '%' or '=');
            if (!isPart && (end == text.Length || !(char.IsAsciiLetter(text[end]) || text[end] == '_')) && !IsInAddress(text, start))
            {
                yield return new string([.. text[start..end].Where(char.IsAsciiDigit)]);
            }
        }
    }

    /// <summary>All digits that stand together, whatever they are part of; those with marks between thousands as one, too.</summary>
    public static IEnumerable<string> DigitRuns(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
            {
                continue;
            }

            var (start, parted) = (i, EndOfNumber(text, i));
            while (i < text.Length && char.IsAsciiDigit(text[i]))
            {
                i++;
            }

            yield return text[start..i];
            if (parted > i)
            {
                yield return new string([.. text[start..parted].Where(char.IsAsciiDigit)]);
            }
        }
    }

    private const string Colon = " :";

    /// <summary>Behind the digits of a number and the marks between groups of three.</summary>
    private static int EndOfNumber(string text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
            var isParted = end + 3 < text.Length && text[end] is ',' or '.' or '\u00A0' or '\u202F' or ' '
                && char.IsAsciiDigit(text[end + 1]) && char.IsAsciiDigit(text[end + 2]) && char.IsAsciiDigit(text[end + 3])
                && (end + 4 == text.Length || !char.IsAsciiDigit(text[end + 4]));
            end += isParted ? 1 : 0;
        }

        return end;
    }

    /// <summary>The first code of the form <c>PREFIX_0012</c> in a span.</summary>
    public static (string Prefix, string Digits, TextSpan Span)? FirstPrefixed(string text, TextSpan span)
    {
        foreach (var (start, word) in Words(text.Substring(span.Start, span.Length)))
        {
            var cut = word.LastIndexOf('_') + 1;
            if (cut > 2 && cut < word.Length && word.AsSpan(cut).IndexOfAnyExceptInRange('0', '9') < 0 && word.AsSpan(0, cut - 1).IndexOfAnyExceptInRange('A', 'Z') < 0)
            {
                return (word[..cut], word[cut..], new TextSpan(span.Start + start, word.Length));
            }
        }

        return null;
    }

    /// <summary>Hexadecimal numbers behind <c>HR</c> or <c>hr =</c>.</summary>
    public static IEnumerable<(string Digits, TextSpan Span)> HexNumbers(string text, TextSpan span)
    {
        var previous = "";
        foreach (var (start, word) in Words(text.Substring(span.Start, span.Length)))
        {
            if (previous is "HR" or "hr" or "Hr" or "HRESULT" && word.Length is >= 6 and <= 9 && word.AsSpan().IndexOfAnyExcept(HexDigits) < 0)
            {
                yield return (word, new TextSpan(span.Start + start, word.Length));
            }

            previous = word;
        }
    }

    /// <summary>Ranges of numbers of three digits or more.</summary>
    public static IEnumerable<(string First, string Last)> Ranges(string text)
    {
        (int Start, string Word)? previous = null;
        foreach (var (start, word) in Words(text))
        {
            var isNumber = word.Length is >= 3 and <= 6 && word.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;
            if (isNumber && previous is { } before && start == before.Start + before.Word.Length + 1 && text[start - 1] is '-' or '\u2013'
                && int.Parse(before.Word, CultureInfo.InvariantCulture) < int.Parse(word, CultureInfo.InvariantCulture))
            {
                yield return (before.Word, word);
            }

            previous = isNumber ? (start, word) : null;
        }
    }
}
