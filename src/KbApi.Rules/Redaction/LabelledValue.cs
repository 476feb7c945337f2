using System.Buffers;
using KbApi.Content.Text;

namespace KbApi.Rules.Redaction;

/// <summary>
/// Reads a value behind a label that says that it must not be kept: <c>Password: x</c>, <c>"token": "x"</c>, <c>Authorization: Bearer x</c>,
/// <c>&lt;Computer&gt;x&lt;</c>; also where quotes are escaped because the text stands in a string.
/// </summary>
internal static class LabelledValue
{
    private const int MostMachineChars = 256;

    private static readonly SearchValues<char> ValueEnds = SearchValues.Create(" \t\r\n\"'<>;&,`\u201D");
    private static readonly SearchValues<char> PasswordEnds = SearchValues.Create(" \t\r\n\"'\u201D");

    /// <summary>The value behind the label that is or ends in the word between the bounds, or null.</summary>
    public static FoundSecret? TryRead(string text, int start, int end)
    {
        var separator = text.AsSpan(start, end - start).IndexOfAny(":=");
        var labelEnd = separator < 0 ? end : start + separator;
        while (labelEnd > start && text[labelEnd - 1] == '\\')
        {
            labelEnd--;
        }

        var value = SkipSeparator(text, labelEnd, isTag: start > 0 && text[start - 1] is '<' or '"', out var assigned);
        var isScheme = assigned == default && IsScheme(text.AsSpan(start, labelEnd - start));
        if ((assigned == default && !isScheme) || value >= text.Length || LabelWords.KindOf(text, start, labelEnd, assigned) is not { } kind)
        {
            return null;
        }

        var valueEnd = EndOf(text, value, kind, assigned, LabelWords.IsGeneric(text.AsSpan(start, labelEnd - start)));
        if (kind == RedactionKind.Secret && IsScheme(text.AsSpan(value, valueEnd - value)) && valueEnd + 1 < text.Length && text[valueEnd] == ' ')
        {
            value = valueEnd + 1;
            valueEnd = EndOf(text, value, kind, assigned, isGeneric: false);
        }

        return valueEnd > value && (kind is not (RedactionKind.Name or RedactionKind.Machine) || text.AsSpan(value, valueEnd - value).IndexOf('@') < 0)
            ? new FoundSecret(TextSpan.FromBounds(value, valueEnd), kind)
            : null;
    }

    /// <summary>Whether a word without signs may be a label, as far as what follows it tells: a sign that assigns, or the blank behind a scheme such as "Bearer".</summary>
    public static bool CanBeLabel(string text, int start, int end)
    {
        var next = end;
        while (next < text.Length && text[next] is ' ' or '\t' or '"' or '\'' or '\u201C')
        {
            next++;
        }

        return (next < text.Length && text[next] is ':' or '=' or '>' or '\\') || IsScheme(text.AsSpan(start, end - start));
    }

    private static bool IsScheme(ReadOnlySpan<char> word) =>
        word.Equals("bearer", StringComparison.OrdinalIgnoreCase) || word.Equals("basic", StringComparison.OrdinalIgnoreCase);

    /// <summary>Goes over quotes, blanks and one sign that assigns, and says which sign that is.</summary>
    private static int SkipSeparator(string text, int i, bool isTag, out char assigned)
    {
        assigned = default;
        while (i < text.Length)
        {
            var c = text[i];
            if (assigned == default && (c is ':' or '=' || (c == '>' && isTag)))
            {
                assigned = c;
            }
            else if (c is not (' ' or '\t' or '"' or '\'' or '\u201C') && !(c == '\\' && i + 1 < text.Length && text[i + 1] is '"' or '\''))
            {
                break;
            }
            else if (c is '"' or '\'' or '\u201C' && assigned != default)
            {
                return i + 1;
            }

            i++;
        }

        return i;
    }

    private static int EndOf(string text, int start, RedactionKind kind, char assigned, bool isGeneric)
    {
        if (!isGeneric && QuotedEnd(text, start) is { } quoted)
        {
            return quoted;
        }

        if (kind == RedactionKind.Name)
        {
            return NameReader.EndOf(text, start);
        }

        // A password may have any sign; what assigns with an equals sign also has signs that end.
        var isAny = kind == RedactionKind.Password && assigned == ':';
        var rest = kind == RedactionKind.Machine ? text.AsSpan(start, Math.Min(MostMachineChars, text.Length - start)) : text.AsSpan(start);
        var length = rest.IndexOfAny(isAny ? PasswordEnds : ValueEnds);
        var end = start + (length < 0 ? rest.Length : length);
        while (end > start + 1 && (text[end - 1] == '\\' || (isAny && text[end - 1] is ',' or ';' or ')' or '}' or ']' or '>')))
        {
            end--;
        }

        return end;
    }

    /// <summary>What is quoted ends with its quotes, whatever stands between, on the same line; quotes within it are escaped.</summary>
    private static int? QuotedEnd(string text, int start)
    {
        if (start == 0 || text[start - 1] is not ('"' or '\''))
        {
            return null;
        }

        var quote = text[start - 1];
        var isEscaped = start > 1 && text[start - 2] == '\\';
        var backslashes = 0;
        for (var i = start; i < text.Length && text[i] != '\n'; i++)
        {
            // Escaped once, quotes within have an odd number of backslashes before them; escaped twice, those that end have one, or five, or nine.
            if (text[i] == quote && (isEscaped ? backslashes % 4 == 1 : backslashes % 2 == 0))
            {
                var end = isEscaped ? i - 1 : i;
                return end > start ? end : null;
            }

            backslashes = text[i] == '\\' ? backslashes + 1 : 0;
        }

        return null;
    }
}
