using KbApi.Content.Lexicons;

namespace KbApi.Content.Reading;

/// <summary>What a column is about, by its header's words.</summary>
internal static class HeaderRoles
{
    private const int MaxWords = 7;
    private const int MaxLength = 80;
    private const int MinRun = 2;

    /// <summary>The role that the lexicon gives a header, or <see cref="ColumnRole.Other"/>.</summary>
    public static ColumnRole Find(ReadOnlySpan<char> header, Lexicon lexicon) => TryFind(header, lexicon) ?? ColumnRole.Other;

    /// <summary>The same, or null for a header that the lexicon does not know; <see cref="ColumnRole.Other"/> is one of something else than problems.</summary>
    public static ColumnRole? TryFind(ReadOnlySpan<char> header, Lexicon lexicon)
    {
        var normal = LabelText.Normalize(header);
        if (normal.Length is 0 or > MaxLength)
        {
            return null;
        }

        return lexicon.Headers.TryGetValue(normal, out var role)
            || lexicon.HeaderLookup.TryGetValue(LabelText.WithoutNumber(normal), out role)
            || TryFirstPart(normal, lexicon, out role)
            ? role
            : LongestPhrase(normal, lexicon) ?? LongestRun(normal, lexicon);
    }

    /// <summary>A header of several names, as in <c>Code / name</c> or <c>Cause (details)</c>, goes by the first that is known.</summary>
    private static bool TryFirstPart(string header, Lexicon lexicon, out ColumnRole role)
    {
        foreach (var part in header.Split(['/', '(', ')', ',', '&'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (lexicon.Headers.TryGetValue(part, out role))
            {
                return true;
            }
        }

        role = ColumnRole.Other;
        return false;
    }

    /// <summary>The role of the longest run of words that is known, the last of equal ones: the head of a compound stands at its end.</summary>
    private static ColumnRole? LongestPhrase(string header, Lexicon lexicon)
    {
        var words = header.Split(' ');
        if (words.Length is 1 or > MaxWords)
        {
            return null;
        }

        for (var length = words.Length - 1; length >= 1; length--)
        {
            for (var start = words.Length - length; start >= 0; start--)
            {
                var phrase = string.Join(' ', words, start, length);
                if ((phrase.Length >= 3 || !char.IsAscii(phrase[0])) && lexicon.Headers.TryGetValue(phrase, out var role))
                {
                    return role;
                }
            }
        }

        return null;
    }

    /// <summary>The same in scripts without blanks between words, where a run of characters that is known may be the whole of a word or part of one.</summary>
    private static ColumnRole? LongestRun(string header, Lexicon lexicon)
    {
        for (var length = header.Length - 1; length >= MinRun; length--)
        {
            for (var start = header.Length - length; start >= 0; start--)
            {
                var isRun = PhraseBoundary.IsUnspaced(header[start]) && PhraseBoundary.IsUnspaced(header[start + length - 1]);
                if (isRun && lexicon.Headers.TryGetValue(header.Substring(start, length), out var role))
                {
                    return role;
                }
            }
        }

        return null;
    }
}
