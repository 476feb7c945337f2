namespace KbApi.Rules.Classification.Signals;

/// <summary>What the words around a number say of it.</summary>
internal enum NumberContext
{
    /// <summary>It is a port, a version, a count, or something else that is no code.</summary>
    NoCode,

    /// <summary>Nothing.</summary>
    None,

    /// <summary>It is a code.</summary>
    Code,
}

/// <summary>Looks at the words before and behind a number.</summary>
internal static class NumberContexts
{
    private const int MostWordsBetween = 2;

    /// <summary>No word that tells what a number is has more characters.</summary>
    private const int MostWordChars = 32;

    /// <summary>More than so many characters that are no letters separate a word from a number.</summary>
    private const int MostGapChars = 12;

    public static NumberContext Of(string text, CodeToken token)
    {
        if (IsPort(text, token.Start) || IsMeasured(text, token.End))
        {
            return NumberContext.NoCode;
        }

        var end = token.Start;
        for (var words = 0; words <= MostWordsBetween; words++)
        {
            var isFirst = words == 0;
            end = SkipBack(text, end, isFirst, out var isFar);
            var start = WordStart(text, end);
            if (start == end || isFar)
            {
                return NumberContext.None;
            }

            var word = text.AsSpan(start, end - start);
            if (ContextWords.Code.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word) || EndsLikeCode(word))
            {
                return NumberContext.Code;
            }

            if (isFirst && ContextWords.NoCode.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word))
            {
                return NumberContext.NoCode;
            }

            // Only another code or a short word stands between: "errors 6800 and 32009".
            if (!isFirst && word.Length > 6)
            {
                return NumberContext.None;
            }

            end = start;
        }

        return NumberContext.None;
    }

    private static bool EndsLikeCode(ReadOnlySpan<char> word)
    {
        if (word[^1] < '\u3000')
        {
            return false;
        }

        foreach (var ending in ContextWords.CodeEndings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A colon right behind a host, an address or what was taken out.</summary>
    private static bool IsPort(string text, int start) =>
        start >= 2 && text[start - 1] == ':' && (char.IsAsciiDigit(text[start - 2]) || text[start - 2] is ']' or '\uFFFC');

    private static bool IsMeasured(string text, int end)
    {
        if (end < text.Length && text[end] is '%' or '\u20AC' or '$' or '*')
        {
            return true;
        }

        var start = end;
        while (start < text.Length && start - end <= MostGapChars && text[start] is ' ')
        {
            start++;
        }

        var unitEnd = start;
        while (unitEnd < text.Length && unitEnd - start <= MostWordChars && char.IsLetter(text[unitEnd]))
        {
            unitEnd++;
        }

        return unitEnd > start && ContextWords.Unit.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text.AsSpan(start, unitEnd - start));
    }

    private static int SkipBack(string text, int end, bool isFirst, out bool isFar)
    {
        var i = end;
        isFar = false;
        while (i > 0 && end - i <= MostGapChars && !char.IsLetterOrDigit(text[i - 1]))
        {
            i--;
            isFar |= text[i] is '\n' or '\uFFFC' || (!isFirst && text[i] is '.' or '!' or '?');
        }

        isFar |= end - i > MostGapChars;
        return i;
    }

    private static int WordStart(string text, int end)
    {
        var start = end;
        while (start > 0 && end - start <= MostWordChars && char.IsLetterOrDigit(text[start - 1]))
        {
            start--;
        }

        return start;
    }
}
