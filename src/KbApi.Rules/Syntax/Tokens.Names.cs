namespace KbApi.Rules.Syntax;

/// <content>Names, literals and placeholders.</content>
internal static partial class Tokens
{
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
            if (IsIdentifier(word) && !IsInAddress(text, start) && !IsInLink(text, start))
            {
                yield return word;
            }
        }
    }

    /// <summary>Words whose letters stand for something: three or more of one letter, twice or more in a row.</summary>
    public static IEnumerable<string> Placeholders(string text) => Words(text).Select(w => w.Word).Where(w => IsPlaceholder(w) && w != "www");

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

    /// <summary>A cell that is one identifier, or begins with the capitals of a log line; or null.</summary>
    public static string? FirstWord(string cell)
    {
        if (LogPrefix(cell) is { } prefix)
        {
            return prefix;
        }

        return cell.Length > 5 && !cell.AsSpan().ContainsAny(" |[(<") && IsIdentifier(cell) ? cell : null;
    }

    /// <summary>Whether a text holds an option of a command: a hyphen before a word, behind a blank.</summary>
    public static bool HasOption(string text)
    {
        for (var at = text.IndexOf(" -", StringComparison.Ordinal); at >= 0; at = text.IndexOf(" -", at + 2, StringComparison.Ordinal))
        {
            if (at + 2 < text.Length && (char.IsAsciiLetter(text[at + 2]) || text[at + 2] == '-'))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How often a capital follows a small letter.</summary>
    public static int CountHumps(string word)
    {
        var humps = 0;
        for (var i = 1; i < word.Length; i++)
        {
            humps += char.IsAsciiLetterUpper(word[i]) && char.IsAsciiLetterLower(word[i - 1]) ? 1 : 0;
        }

        return humps;
    }

    private static bool IsIdentifier(string word)
    {
        if (word.Length < 8 || !word.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
        {
            return false;
        }

        var humps = CountHumps(word);

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
}
