using System.Buffers;
using System.Text;

namespace KbApi.Content.Reading.Titles;

/// <summary>Tells titles that name parts of a program, as references of libraries have them, from titles that name a problem.</summary>
internal static class ProgramNames
{
    private const int MinSharedPrefix = 3;

    private static readonly SearchValues<char> OptionCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.");
    private static readonly SearchValues<char> CallCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.:$#@!<>/");

    /// <summary>Whether a title is an option of a command, alone or with its value or what it does: <c>--timeout=TIME</c>, <c>-D: deny a lint</c>.</summary>
    public static bool IsOption(ReadOnlySpan<char> title)
    {
        var name = title.TrimStart('-');
        var dashes = title.Length - name.Length;
        if (dashes is not (1 or 2) || name.IsEmpty || !char.IsAsciiLetter(name[0]))
        {
            return false;
        }

        var end = name.IndexOfAnyExcept(OptionCharacters);
        return end < 0 || name[end] is '=' or ',' or '<' or '[' || (name[end] == ':' && (dashes == 2 || end == 1))
            || name[end..] is [' ', '-' or '\u2013' or '\u2014' or '<' or '[', ..];
    }

    /// <summary>Whether a title is a function with its parameters, or the event of a class: <c>assert.fail([message])</c>, <c>Event: 'end'</c>.</summary>
    public static bool IsMember(ReadOnlySpan<char> title) => IsCall(title) || IsEvent(title);

    private static bool IsCall(ReadOnlySpan<char> title)
    {
        var open = title.IndexOf('(');
        var name = title.StartsWith("new ") ? title[4..Math.Max(4, open)] : title[..Math.Max(0, open)];
        return open > 0 && title[^1] == ')' && !name.IsEmpty && !name.ContainsAnyExcept(CallCharacters) && !TitleForm.IsErrorName(name)
            && (title.Length == open + 2 || title[(open + 1)..^1].ContainsAnyExceptInRange('0', '9'));
    }

    private static bool IsEvent(ReadOnlySpan<char> title) =>
        title.IndexOf(": '") is > 0 and var colon && !title[..colon].Contains(' ') && title[^1] == '\'' && !title[(colon + 2)..].Contains(' ');

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
