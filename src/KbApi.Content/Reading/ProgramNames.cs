using System.Text;

namespace KbApi.Content.Reading;

/// <summary>Tells titles that name parts of a program, as references of libraries have them, from titles that name a problem.</summary>
internal static class ProgramNames
{
    private const int MinSharedPrefix = 3;

    /// <summary>Whether a title is the name of a function or several of them: <c>log2, log2f, log2l</c>, <c>_set_error_mode</c>.</summary>
    public static bool IsAll(ReadOnlySpan<char> title)
    {
        var names = 0;
        var isSure = false;
        var before = ReadOnlySpan<char>.Empty;
        foreach (var range in title.Split(','))
        {
            var name = WithoutKind(title[range].Trim());
            if (!IsName(name))
            {
                return false;
            }

            isSure |= name[0] == '_' || (names > 0 && IsVariant(name, before));
            before = name;
            names++;
        }

        return isSure;
    }

    /// <summary>The name without one more word, which says what it is the name of: <c>assert macro</c>.</summary>
    private static ReadOnlySpan<char> WithoutKind(ReadOnlySpan<char> text)
    {
        var blank = text.IndexOf(' ');
        return blank > 0 && !text[(blank + 1)..].Contains(' ') ? text[..blank] : text;
    }

    private static bool IsName(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !Ascii.IsValid(text) || char.IsAsciiDigit(text[0]))
        {
            return false;
        }

        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '_')
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsVariant(ReadOnlySpan<char> name, ReadOnlySpan<char> before) =>
        name.TrimStart('_').CommonPrefixLength(before.TrimStart('_')) >= MinSharedPrefix;
}
