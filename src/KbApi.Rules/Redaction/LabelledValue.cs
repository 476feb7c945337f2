using System.Buffers;
using KbApi.Content.Text;

namespace KbApi.Rules.Redaction;

/// <summary>Reads a value behind a label that says that it must not be kept: <c>Password: x</c>, <c>"token": "x"</c>, <c>Authorization: Bearer x</c>.</summary>
internal static class LabelledValue
{
    private const int MostLabelChars = 24;

    private static readonly SearchValues<char> ValueEnds = SearchValues.Create(" \t\r\n\"'<>;&,`\u201D");

    /// <summary>The value behind the label that is or ends in the word between the bounds, or null.</summary>
    public static (TextSpan Span, RedactionKind Kind)? TryRead(string text, int start, int end)
    {
        var separator = text.AsSpan(start, end - start).IndexOfAny(":=");
        var labelEnd = separator < 0 ? end : start + separator;
        if (KindOf(text, start, labelEnd) is not { } kind)
        {
            return null;
        }

        var value = SkipSeparator(text, labelEnd, out var isAssigned);
        var isScheme = !isAssigned && IsScheme(text.AsSpan(start, labelEnd - start));
        if ((!isAssigned && !isScheme) || value >= text.Length)
        {
            return null;
        }

        var valueEnd = kind == RedactionKind.Name ? EndOfName(text, value) : EndOfValue(text, value);
        if (kind == RedactionKind.Secret && IsScheme(text.AsSpan(value, valueEnd - value)) && valueEnd + 1 < text.Length && text[valueEnd] == ' ')
        {
            value = valueEnd + 1;
            valueEnd = EndOfValue(text, value);
        }

        return valueEnd > value && (kind != RedactionKind.Name || text.AsSpan(value, valueEnd - value).IndexOf('@') < 0)
            ? (TextSpan.FromBounds(value, valueEnd), kind)
            : null;
    }

    private static RedactionKind? KindOf(string text, int start, int end)
    {
        Span<char> label = stackalloc char[MostLabelChars];
        var length = 0;
        var from = start;

        // A label of two words, as in "User name:".
        if (from >= 2 && text[from - 1] == ' ' && char.IsLetter(text[from - 2]))
        {
            from -= 2;
            while (from > 0 && char.IsLetter(text[from - 1]) && start - from < MostLabelChars)
            {
                from--;
            }
        }

        if (Write(text, from, end, label, ref length) && LabelWords.Kinds.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(label[..length], out var kind))
        {
            return kind;
        }

        length = 0;
        return Write(text, start, end, label, ref length) && LabelWords.Kinds.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(label[..length], out kind) ? kind : null;
    }

    private static bool Write(string text, int start, int end, Span<char> label, ref int length)
    {
        for (var i = start; i < end; i++)
        {
            var c = text[i];
            if (c is ' ' or '-' or '_')
            {
                continue;
            }

            if (length == label.Length || !char.IsLetter(c))
            {
                return false;
            }

            label[length++] = char.ToLowerInvariant(c);
        }

        return length > 0;
    }

    private static bool IsScheme(ReadOnlySpan<char> word) =>
        word.Equals("bearer", StringComparison.OrdinalIgnoreCase) || word.Equals("basic", StringComparison.OrdinalIgnoreCase);

    private static int SkipSeparator(string text, int i, out bool isAssigned)
    {
        isAssigned = false;
        while (i < text.Length && (text[i] is ' ' or '\t' or '"' or '\'' or '\u201C' || (!isAssigned && text[i] is ':' or '=')))
        {
            isAssigned |= text[i] is ':' or '=';
            i++;
        }

        return i;
    }

    private static int EndOfValue(string text, int i)
    {
        // What is quoted ends with its quotes, whatever stands between.
        if (i > 0 && text[i - 1] is '"' or '\'' && text.AsSpan(i).IndexOfAny(text[i - 1], '\n') is > 0 and var quoted && text[i + quoted] == text[i - 1])
        {
            return i + quoted;
        }

        var length = text.AsSpan(i).IndexOfAny(ValueEnds);
        return length < 0 ? text.Length : i + length;
    }

    /// <summary>Up to three words with capital letters, or one without.</summary>
    private static int EndOfName(string text, int i)
    {
        var end = WordEnd(text, i);
        for (var words = 1; words < 3 && end + 1 < text.Length && text[end] == ' ' && char.IsUpper(text[end + 1]) && char.IsUpper(text[i]); words++)
        {
            end = WordEnd(text, end + 1);
        }

        return end;
    }

    private static int WordEnd(string text, int i)
    {
        while (i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] is '\'' or '-' or '_' or '\\' or '@' or '\u2019' || (text[i] is '.' && i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1]))))
        {
            i++;
        }

        return i;
    }
}
