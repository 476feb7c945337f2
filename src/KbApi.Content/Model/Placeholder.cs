namespace KbApi.Content.Model;

/// <summary>What documents write for a text that differs: <c>&lt;name&gt;</c>, <c>{0}</c>, <c>%1</c>, <c>%ls</c>, <c>xxx</c>, an ellipsis.</summary>
internal static class Placeholder
{
    private const int MaxLength = 60;

    /// <summary>The length of the placeholder that begins at a place, or 0.</summary>
    public static int LengthAt(ReadOnlySpan<char> text, int start)
    {
        var rest = text[start..];
        return rest[0] switch
        {
            '<' => Enclosed(rest, '>'),
            '{' => Enclosed(rest, '}'),
            '%' => Format(rest),
            'x' or 'X' => Filler(text, start),
            '\u2026' => 1,
            '.' when rest.StartsWith("...", StringComparison.Ordinal) => 3,
            _ => 0,
        };
    }

    /// <summary>A name or number between brackets, without another bracket in it.</summary>
    private static int Enclosed(ReadOnlySpan<char> text, char close)
    {
        var end = text[..Math.Min(text.Length, MaxLength)].IndexOf(close);
        if (end < 2)
        {
            return 0;
        }

        var name = text[1..end];
        return (char.IsLetterOrDigit(name[0]) || name[0] is '$' or '_') && !name.ContainsAny("<{=\"\n") ? end + 1 : 0;
    }

    /// <summary>A directive of printf or of Windows' message tables: <c>%s</c>, <c>%ls</c>, <c>%.*ls</c>, <c>%1</c>, <c>%1!s!</c>.</summary>
    private static int Format(ReadOnlySpan<char> text)
    {
        var i = 1;
        if (i < text.Length && char.IsAsciiDigit(text[i]) && text[i] != '0')
        {
            while (i < text.Length && i < 4 && char.IsAsciiDigit(text[i]))
            {
                i++;
            }

            if (i < text.Length && text[i] == '!')
            {
                var close = text[(i + 1)..Math.Min(text.Length, i + 10)].IndexOf('!');
                return close > 0 ? i + close + 2 : i;
            }

            return i < text.Length && text[i] is 's' or 'd' or 'u' or 'x' && (i + 1 == text.Length || !char.IsLetterOrDigit(text[i + 1])) ? i + 1 : i;
        }

        while (i < text.Length && i < 8 && text[i] is '.' or '*' or '-' or '+' or '#' or '0' or 'l' or 'h' or 'I' or '6' or '4')
        {
            i++;
        }

        return i < text.Length && text[i] is 's' or 'S' or 'd' or 'i' or 'u' or 'x' or 'X' or 'p' or 'c' or 'f' or 'g' && (i + 1 == text.Length || !char.IsLetterOrDigit(text[i + 1]))
            ? i + 1
            : 0;
    }

    /// <summary>Three or more of the letter x that are no part of a word.</summary>
    private static int Filler(ReadOnlySpan<char> text, int start)
    {
        if (start > 0 && char.IsLetter(text[start - 1]))
        {
            return 0;
        }

        var end = start;
        while (end < text.Length && text[end] == text[start])
        {
            end++;
        }

        return end - start >= 3 && (end == text.Length || !char.IsLetter(text[end])) ? end - start : 0;
    }
}
