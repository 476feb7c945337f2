namespace KbApi.Content.Codes;

/// <summary>A run of letters, digits and underscores in a text.</summary>
internal readonly record struct Word(int Start, int Length)
{
    public int End => Start + Length;

    public static bool IsPart(char c) => char.IsLetterOrDigit(c) || c == '_';

    public static Word At(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && IsPart(text[end]))
        {
            end++;
        }

        return new Word(start, end - start);
    }

    /// <summary>Where what hangs together with a word by dots and hyphens ends: a GUID, a version, a file name.</summary>
    public static int EndOfCompound(ReadOnlySpan<char> text, Word word)
    {
        if (IsGuidAt(text, word.Start))
        {
            return word.Start + 36;
        }

        var end = word.End;
        while (end + 1 < text.Length && text[end] == '.' && IsPart(text[end + 1]) && char.IsAsciiDigit(text[end + 1]))
        {
            end = At(text, end + 1).End;
        }

        return end;
    }

    /// <summary>Whether digits stand right before or behind a dot between digits, as in <c>1.2.3</c> and <c>1,5</c>.</summary>
    public static bool IsPartOfVersion(ReadOnlySpan<char> text, Word word)
    {
        var before = word.Start >= 2 && text[word.Start - 1] is '.' or ',' && char.IsAsciiDigit(text[word.Start - 2]);
        var behind = word.End + 1 < text.Length && text[word.End] is '.' or ',' && char.IsAsciiDigit(text[word.End + 1]);
        return before || behind;
    }

    /// <summary>Whether digits are a part of a date or time: <c>2017-10-31</c>, <c>10/31/2017</c>, <c>10:15</c>.</summary>
    public static bool IsPartOfDate(ReadOnlySpan<char> text, Word word)
    {
        var separator = word.End < text.Length ? text[word.End] : default;
        if (separator is not ('-' or '/' or ':') || word.Length > 4)
        {
            return false;
        }

        var next = At(text, word.End + 1);
        var isNumber = next.Length is 1 or 2 && !text.Slice(next.Start, next.Length).ContainsAnyExceptInRange('0', '9');
        return isNumber && (separator == ':' || (next.End + 1 < text.Length && text[next.End] == separator && char.IsAsciiDigit(text[next.End + 1])));
    }

    public static bool IsGuidAt(ReadOnlySpan<char> text, int start) =>
        text.Length >= start + 36 && text[start + 8] == '-' && Guid.TryParseExact(text.Slice(start, 36), "D", out _);

    /// <summary>Whether the word is capitals, digits and at least one underscore between them.</summary>
    public static bool IsConstant(ReadOnlySpan<char> word)
    {
        var letters = 0;
        foreach (var c in word)
        {
            if (!char.IsAsciiLetterUpper(c) && !char.IsAsciiDigit(c) && c != '_')
            {
                return false;
            }

            letters += char.IsAsciiLetterUpper(c) ? 1 : 0;
        }

        return letters >= 3 && word.Trim('_').Contains('_');
    }

    /// <summary>Whether the word is small letters and at least one underscore between them: <c>invalid_grant</c>.</summary>
    public static bool IsSnakeCase(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (!char.IsAsciiLetterLower(c) && c != '_')
            {
                return false;
            }
        }

        return word.Length > 4 && word.Trim('_').Contains('_');
    }

    /// <summary>Whether the word is a name in mixed case: ASCII, with a small letter and a capital that is not the first letter.</summary>
    public static bool IsSymbol(ReadOnlySpan<char> word)
    {
        var hasSmall = false;
        var hasCapital = false;
        for (var i = 0; i < word.Length; i++)
        {
            if (!char.IsAsciiLetterOrDigit(word[i]) && word[i] != '_')
            {
                return false;
            }

            hasSmall |= char.IsAsciiLetterLower(word[i]);
            hasCapital |= i > 0 && char.IsAsciiLetterUpper(word[i]);
        }

        return hasSmall && hasCapital && char.IsAsciiLetter(word[0]);
    }
}
