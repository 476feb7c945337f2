namespace KbApi.Content.Codes;

/// <summary>Reads on in lists of codes that one word introduces: <c>errors 1001, 1002 and 1004</c>, <c>HTTP 502/503</c>.</summary>
internal static class ListedCode
{
    private const int MinDigits = 3;

    /// <summary>"And" and "or" in the languages of the lexicons.</summary>
    private static readonly string[] Conjunctions =
        ["and", "or", "och", "eller", "og", "und", "oder", "et", "ou", "y", "o", "e", "en", "of", "ja", "tai", "i", "lub", "a", "nebo", "vagy", "ve", "veya", "и", "или", "및", "또는", "和", "或", "と", "または"];

    /// <summary>The code behind another that a comma, a slash or a conjunction joins to it and that has its form; or null.</summary>
    public static CodeMatch? After(ReadOnlySpan<char> text, CodeMatch code)
    {
        var start = code.End + JoinLength(text[code.End..]);
        if (start == code.End || start >= text.Length || !Word.IsPart(text[start]))
        {
            return null;
        }

        var word = Word.At(text, start);
        if (text[code.End..].TrimStart(" \u00A0") is [',' or '/', ..] && DeviceCode.TryReadCompound(text, word) is { } compound && !DeviceCode.IsShort(compound.Code.Value))
        {
            return compound;
        }

        var token = text.Slice(word.Start, word.Length);
        if (code.Code.Scheme == BuiltInSchemes.Prefixed)
        {
            return CompoundNumber.TryRead(text, word) ?? DeviceCode.TryReadCompound(text, word) ?? DeviceCode.TryReadWord(text, word);
        }

        var isNumber = code.Code.Scheme is BuiltInSchemes.Number or BuiltInSchemes.Event or BuiltInSchemes.Http && token.Length >= MinDigits && token.Length == code.Length
            && !token.ContainsAnyExceptInRange('0', '9') && token[0] != '0' && !Word.IsPartOfVersion(text, word) && !Word.IsPartOfDate(text, word) && !(word.End < text.Length && text[word.End] == '%');
        return isNumber ? new CodeMatch(code.Code with { Value = token.ToString() }, word.Start, word.Length) : null;
    }

    /// <summary>The length of what joins two parts of a list, with the blanks around it; 0 where nothing does.</summary>
    private static int JoinLength(ReadOnlySpan<char> rest)
    {
        var at = Blanks(rest, 0);
        var isJoined = at < rest.Length && rest[at] is ',' or '/' or '\u3001' or '\uFF0C';
        at = isJoined ? Blanks(rest, at + 1) : at;
        var word = Word.At(rest, at);
        foreach (var conjunction in Conjunctions)
        {
            if (rest.Slice(word.Start, word.Length).Equals(conjunction, StringComparison.OrdinalIgnoreCase))
            {
                return Blanks(rest, word.End);
            }
        }

        return isJoined ? at : 0;
    }

    private static int Blanks(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\u00A0')
        {
            at++;
        }

        return at;
    }
}
