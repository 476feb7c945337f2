using System.Buffers;
using System.Text;
using KbApi.Content.Codes;
using KbApi.Content.Syntax;

namespace KbApi.Content.Reading.Titles;

/// <summary>Tells what a title looks like in any language: a message, an exception, a name of a program.</summary>
internal static class TitleForm
{
    private const int MaxSignLength = 4;
    private const int MaxTypeLength = 100;

    /// <summary>Between these stand pictures that are one character; most are two.</summary>
    private const char FirstSign = '\u2300';
    private const char LastSign = '\u2BFF';

    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");

    /// <summary>How names of errors end, in programs in any language.</summary>
    private static readonly string[] ErrorSuffixes = ["Error", "Exception", "Fault", "Failure", "Failed", "Warning"];

    /// <summary>A title without its number and what mark-up left at its ends.</summary>
    public static ReadOnlySpan<char> Plain(string title) => WithoutNumber(WithoutSign(title.AsSpan().Trim(" *\u00A0")));

    /// <summary>Whether a name is a constant, or says itself that it is an error's.</summary>
    public static bool IsErrorName(ReadOnlySpan<char> name)
    {
        foreach (var suffix in ErrorSuffixes)
        {
            if (name.EndsWith(suffix, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return Word.IsConstant(name) || (!name.IsEmpty && char.IsAsciiLetterLower(name[0]) ? ErrorNames.SaysInSmall(name) : ErrorNames.Says(name));
    }

    /// <summary>Whether a title is the first line of an exception: its type, with or without the packages that it is in, and its message.</summary>
    public static bool OpensWithException(ReadOnlySpan<char> text)
    {
        var end = text.IndexOf(": ");
        if (end <= 0 || end > MaxTypeLength || text[..end].Contains(' '))
        {
            return false;
        }

        var name = text[(text[..end].LastIndexOfAny(".$\\") + 1)..end];
        foreach (var suffix in ErrorSuffixes)
        {
            if (name.Length > suffix.Length && name.EndsWith(suffix, StringComparison.Ordinal) && !name.ContainsAnyExcept(NameCharacters))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a title is one name with separators in it, of a command or a rule: <c>Get-Error</c>.</summary>
    public static bool IsIdentifier(ReadOnlySpan<char> text) => !text.Contains(' ') && text.ContainsAny("-_.") && Ascii.IsValid(text);

    /// <summary>Whether a title begins with the name of something in a program: <c>allocation_error class</c>.</summary>
    public static bool BeginsWithMember(ReadOnlySpan<char> text) => text.IndexOf(' ') is > 0 and var end && text[..end].Contains('_');

    /// <summary>Whether a title is what a screen or log shows: words in quotes or code, all of them, or words without a capital where the script has them.</summary>
    public static bool IsMessage(InlineText title, ReadOnlySpan<char> text) =>
        (char.IsAsciiLetterLower(text[0]) && text.IndexOf(' ') is > 0 and var end && !text[..end].ContainsAny("_(.:"))
        || (text.Contains(' ') && title.Marks.Any(m => m.Kind == InlineMarkKind.Code && m.Start == 0 && m.Length >= title.Text.TrimEnd().Length))
        || (text.Length > 2 && text[0] is '"' or '\u201C' or '\u201E' or '\u00AB' or '\u300C' && text[^1] is '"' or '\u201D' or '\u201C' or '\u00BB' or '\u300D');

    /// <summary>Whether a title begins with a name that says itself that it is an error's, and goes on: <c>MissingSubscription when assigning a role</c>.</summary>
    public static bool OpensWithErrorName(ReadOnlySpan<char> title) =>
        title.IndexOf(' ') is > 0 and var end && (Word.IsConstant(title[..end]) || Word.IsSymbol(title[..end])) && ErrorNames.Says(title[..end]);

    /// <summary>Whether a title asks something, in any script.</summary>
    public static bool IsQuestion(string title) => title.AsSpan().TrimEnd(" *\u00A0") is [.., '?' or '\uFF1F' or '\u061F'];

    /// <summary>Whether a title is a check in the output of a program: <c>√ versions match</c>. What it names was looked at, whatever it is.</summary>
    public static bool IsCheck(string title) => title.AsSpan().TrimStart() is ['\u221A' or '\u2713' or '\u2714' or '\u2611' or '\u00D7' or '\u2717' or '\u2718', ' ', ..];

    /// <summary>The title without the picture that it opens with.</summary>
    private static ReadOnlySpan<char> WithoutSign(ReadOnlySpan<char> title)
    {
        if (title.IsEmpty || !(char.IsHighSurrogate(title[0]) || title[0] is >= FirstSign and <= LastSign))
        {
            return title;
        }

        var length = title.IndexOf(' ');
        return length is > 0 and <= MaxSignLength ? title[length..].TrimStart(' ') : title;
    }

    /// <summary>The title without its number, as in <c>3. Problem</c> and <c>Q2: Why is it empty?</c>.</summary>
    private static ReadOnlySpan<char> WithoutNumber(ReadOnlySpan<char> title)
    {
        if (title is ['Q', ..] && title[1..].TrimStart("0123456789") is ['.' or ':' or ')', ' ', _, ..] question)
        {
            return question[2..].TrimStart();
        }

        var rest = title.TrimStart("0123456789");
        var digits = title.Length - rest.Length;
        return digits is 1 or 2 && rest is ['.' or ')', ' ', _, ..] ? rest[2..].TrimStart() : title;
    }
}
