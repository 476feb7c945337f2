using System.Buffers;
using System.Text;
using KbApi.Content.Lexicons;
using RolesByHeader = System.Collections.Frozen.FrozenDictionary<string, KbApi.Content.Lexicons.ColumnRole>.AlternateLookup<System.ReadOnlySpan<char>>;

namespace KbApi.Content.Reading.Tables;

/// <summary>What a column is about, by its header's words.</summary>
internal static class HeaderRoles
{
    private const int MaxWords = 7;
    private const int MaxLength = 80;
    private const int MinRun = 2;
    private const int MaxOnStack = 256;

    private const string WordSeparators = " -";

    private static readonly SearchValues<char> PartSeparators = SearchValues.Create("/(),&");

    /// <summary>The role that the lexicon gives a header, or <see cref="ColumnRole.Other"/>.</summary>
    public static ColumnRole Find(ReadOnlySpan<char> header, Lexicon lexicon) => TryFind(header, lexicon) ?? ColumnRole.Other;

    /// <summary>The same, or null for a header that the lexicon does not know; <see cref="ColumnRole.Other"/> is one of something else than problems.</summary>
    public static ColumnRole? TryFind(ReadOnlySpan<char> header, Lexicon lexicon)
    {
        // What is normal is no longer than what was written.
        var normal = LabelText.Normalize(header, header.Length <= MaxOnStack ? stackalloc char[MaxOnStack] : new char[header.Length]);
        if (normal.Length is 0 or > MaxLength)
        {
            return null;
        }

        var headers = lexicon.HeaderLookup;
        return headers.TryGetValue(normal, out var role)
            || headers.TryGetValue(LabelText.WithoutNumber(normal), out role)
            || TryFirstPart(normal, headers, out role)
            ? role
            : LongestPhrase(normal, headers) ?? LongestRun(normal, headers);
    }

    /// <summary>
    /// A header of several names, as in <c>Code / name</c> or <c>Cause (details)</c>, goes by the first that is known; <c>Comments / workaround</c> by
    /// the second, since comments may be about anything.
    /// </summary>
    private static bool TryFirstPart(ReadOnlySpan<char> header, RolesByHeader headers, out ColumnRole role)
    {
        var (isFound, isVague) = (false, true);
        role = ColumnRole.Other;
        foreach (var part in header.SplitAny(PartSeparators))
        {
            if (header[part].Trim() is { IsEmpty: false } name && headers.TryGetValue(name, out var known) && (!isFound || (isVague && known == ColumnRole.Resolution)))
            {
                (role, isFound) = (known, true);
                isVague = known is ColumnRole.Other or ColumnRole.Description or ColumnRole.Technical;
            }
        }

        return isFound;
    }

    /// <summary>The role of the longest run of words that is known, the last of equal ones: the head of a compound stands at its end.</summary>
    private static ColumnRole? LongestPhrase(ReadOnlySpan<char> header, RolesByHeader headers)
    {
        Span<Range> words = stackalloc Range[MaxWords + 1];
        var count = header.SplitAny(words, WordSeparators, StringSplitOptions.RemoveEmptyEntries);
        if (count is 0 or 1 or > MaxWords)
        {
            return null;
        }

        for (var length = count - 1; length >= 1; length--)
        {
            for (var start = count - length; start >= 0; start--)
            {
                var phrase = header[words[start].Start..words[start + length - 1].End];
                if ((phrase.Length >= 3 || !char.IsAscii(phrase[0])) && headers.TryGetValue(phrase, out var role))
                {
                    return role;
                }
            }
        }

        return null;
    }

    /// <summary>The same in scripts without blanks between words, where a run of characters that is known may be the whole of a word or part of one.</summary>
    private static ColumnRole? LongestRun(ReadOnlySpan<char> header, RolesByHeader headers)
    {
        if (Ascii.IsValid(header))
        {
            return null;
        }

        for (var length = header.Length - 1; length >= MinRun; length--)
        {
            for (var start = header.Length - length; start >= 0; start--)
            {
                var isRun = PhraseBoundary.IsUnspaced(header[start]) && PhraseBoundary.IsUnspaced(header[start + length - 1]);
                if (isRun && headers.TryGetValue(header.Slice(start, length), out var role))
                {
                    return role;
                }
            }
        }

        return null;
    }
}
