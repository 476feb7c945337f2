using KbApi.Content.Lexicons;

namespace KbApi.Content.Reading;

/// <summary>What a column is about, by its header's words.</summary>
internal static class HeaderRoles
{
    private const int MaxWords = 7;

    /// <summary>The role that the lexicon gives a header, or <see cref="ColumnRole.Other"/>.</summary>
    public static ColumnRole Find(ReadOnlySpan<char> header, Lexicon lexicon)
    {
        var normal = LabelText.Normalize(header);
        if (normal.Length == 0 || normal.Length > 80)
        {
            return ColumnRole.Other;
        }

        return lexicon.Headers.TryGetValue(normal, out var role)
            || lexicon.Headers.TryGetValue(LabelText.NormalizeWithoutNumber(normal), out role)
            || TryFirstPart(normal, lexicon, out role)
            ? role
            : LongestPhrase(normal, lexicon);
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
    private static ColumnRole LongestPhrase(string header, Lexicon lexicon)
    {
        var words = header.Split(' ');
        if (words.Length is 1 or > MaxWords)
        {
            return ColumnRole.Other;
        }

        for (var length = words.Length - 1; length >= 1; length--)
        {
            for (var start = words.Length - length; start >= 0; start--)
            {
                var phrase = string.Join(' ', words, start, length);
                if (phrase.Length >= 3 && lexicon.Headers.TryGetValue(phrase, out var role))
                {
                    return role;
                }
            }
        }

        return ColumnRole.Other;
    }
}
