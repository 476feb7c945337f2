using System.Buffers;
using System.Globalization;
using KbApi.Content.Text;

namespace KbApi.Rules.Syntax;

/// <summary>Finds what translation leaves alone in a text: codes, names, placeholders, ranges, addresses. All in one pass.</summary>
internal static class Tokens
{
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");
    private static readonly string[] FileExtensions = [".msc", ".exe", ".dll", ".ps1", ".cmd", ".bat", ".msi", ".xml", ".json", ".yaml", ".config", ".log", ".sh"];

    /// <summary>The words of a text: letters, digits and underscores.</summary>
    public static IEnumerable<(int Start, string Word)> Words(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            if (!IsWordPart(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && IsWordPart(text[i]))
            {
                i++;
            }

            yield return (start, text[start..i]);
        }
    }

    /// <summary>How often a word stands in a text, as a whole word of letters.</summary>
    public static int CountWord(string text, string word)
    {
        var count = 0;
        for (var at = IndexOfWord(text, word); at >= 0; at = IndexOfWord(text, word, at + word.Length))
        {
            count++;
        }

        return count;
    }

    /// <summary>Where a word stands in a text as a whole word, or -1.</summary>
    public static int IndexOfWord(string text, string word, int start = 0)
    {
        for (var at = text.IndexOf(word, start, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + word.Length, StringComparison.OrdinalIgnoreCase))
        {
            if ((at == 0 || !IsWordPart(text[at - 1])) && (at + word.Length == text.Length || !IsWordPart(text[at + word.Length])))
            {
                return at;
            }
        }

        return -1;
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

    /// <summary>The capital letters with a colon that a log line begins with, with the colon; or null.</summary>
    public static string? LogPrefix(string text)
    {
        var end = 0;
        while (end < text.Length && char.IsUpper(text[end]))
        {
            end++;
        }

        return end is >= 3 and <= 20 && end < text.Length && text[end] == ':' ? text[..(end + 1)] : null;
    }

    /// <summary>Names with a capital inside (<c>PasswordResetStart</c>) or an underscore between capitals, that no language writes.</summary>
    public static IEnumerable<string> Identifiers(string text)
    {
        foreach (var (start, word) in Words(text))
        {
            if (IsIdentifier(word) && !IsInAddress(text, start))
            {
                yield return word;
            }
        }
    }

    /// <summary>Words whose letters stand for something: three or more of one letter, twice or more in a row.</summary>
    public static IEnumerable<string> Placeholders(string text) => Words(text).Select(w => w.Word).Where(IsPlaceholder);

    public static bool HasPlaceholder(ReadOnlySpan<char> text) => Placeholders(text.ToString()).Any();

    public static bool IsFileName(ReadOnlySpan<char> text)
    {
        if (text.ContainsAny(' ', '/'))
        {
            return false;
        }

        foreach (var extension in FileExtensions)
        {
            if (text.EndsWith(extension, StringComparison.OrdinalIgnoreCase) && text.Length > extension.Length)
            {
                return true;
            }
        }

        return false;
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

    /// <summary>Addresses of hosts, without the path of documentation pages: what a program connects to.</summary>
    public static IEnumerable<string> Endpoints(string text)
    {
        for (var at = text.IndexOf("https://", StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf("https://", at + 8, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + 8;
            while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '-' or '.'))
            {
                end++;
            }

            var isBare = at == 0 || char.IsWhiteSpace(text[at - 1]) || text[at - 1] is '<' or '`';
            if (isBare && end > at + 8)
            {
                yield return text[at..end].TrimEnd('.');
            }
        }
    }

    /// <summary>A cell that is one identifier, or begins with the capitals of a log line; or null.</summary>
    public static string? FirstWord(string cell)
    {
        if (LogPrefix(cell) is { } prefix)
        {
            return prefix;
        }

        return cell.Length > 5 && !cell.AsSpan().ContainsAny(" |[(<") && IsIdentifier(cell) ? cell : null;
    }

    private const string Colon = " :";

    private static bool IsWordPart(char c) => char.IsLetterOrDigit(c) || c == '_';

    private static bool IsIdentifier(string word)
    {
        if (word.Length < 8 || !word.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
        {
            return false;
        }

        var humps = 0;
        for (var i = 1; i < word.Length; i++)
        {
            humps += char.IsAsciiLetterUpper(word[i]) && char.IsAsciiLetterLower(word[i - 1]) ? 1 : 0;
        }

        var isConstant = word.Contains('_', StringComparison.Ordinal) && word.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '_');
        // PREFIX_0012 is a code: whether it is right is another rule's business.
        var isCode = isConstant && word.AsSpan(word.LastIndexOf('_') + 1).IndexOfAnyExceptInRange('0', '9') < 0;
        return (humps >= 1 && char.IsAsciiLetterUpper(word[0])) || (isConstant && !isCode);
    }

    private static bool IsPlaceholder(string word)
    {
        for (int i = 0, run = 1; i < word.Length; i++)
        {
            run = i > 0 && word[i] == word[i - 1] ? run + 1 : 1;
            var ends = i + 1 == word.Length || word[i + 1] != word[i];
            if (!char.IsAsciiLetter(word[i]) || (ends && run < 3 && !char.IsAsciiLetterUpper(word[i])))
            {
                return false;
            }
        }

        return word.Length >= 3 && word.Distinct().Count() * 3 <= word.Length && !word.All(char.IsAsciiLetterUpper);
    }

    private static bool IsInAddress(string text, int start)
    {
        var blank = text.LastIndexOfAny([' ', '(', '|', '<', '`'], Math.Max(0, start - 1));
        var before = text.AsSpan(blank + 1, Math.Max(0, start - blank - 1));
        return before.ContainsAny('/', '#', '.');
    }
}
