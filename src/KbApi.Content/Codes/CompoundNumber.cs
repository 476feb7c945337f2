using System.Buffers;

namespace KbApi.Content.Codes;

/// <summary>
/// Numbers of machines that have parts: <c>12-305</c>, <c>016-799</c>, <c>49.4C02</c>, <c>13.20.01</c>. Ranges, dates, versions and sizes look like them, so
/// either their parts tell them apart or the place where they stand.
/// </summary>
internal static class CompoundNumber
{
    private const int MinFirst = 2;
    private const int MaxFirst = 3;
    private const int MinSecond = 3;
    private const int MaxSecond = 5;
    private const int MaxParts = 4;
    private const int MaxNumber = 6;
    private const int YearLength = 4;
    private const int MinCapitals = 3;

    private static readonly SearchValues<char> Characters = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");

    /// <summary>Two numbers with a hyphen between them that are no range: the second has fewer digits, or clearly more, or a zero opens the first.</summary>
    public static CodeMatch? TryRead(ReadOnlySpan<char> text, Word word)
    {
        if (word.Length > MaxSecond || word.End + 1 >= text.Length || text[word.End] != '-' || !IsDigits(text.Slice(word.Start, word.Length)) || IsPartOfMore(text, word.Start - 1))
        {
            return null;
        }

        var second = Word.At(text, word.End + 1);
        if (second.Length is 0 or > MaxSecond || !IsDigits(text.Slice(second.Start, second.Length)) || GoesOn(text, second.End))
        {
            return null;
        }

        // From nought on, numbers in brackets are a range.
        var isInBrackets = word.Start > 0 && text[word.Start - 1] == '(';
        var isCode = text[word.Start] == '0' ? second.Length >= MinSecond && !(word.Length == 1 && isInBrackets)
            : second.Length != word.Length && word.Length >= MinFirst && (second.Length >= MinSecond || word.Length > MaxSecond - 1);
        return isCode ? Create(text, word.Start, second.End) : null;
    }

    /// <summary>Whether a number is the first of a range, as in <c>Error codes 4000-5999</c>.</summary>
    public static bool IsRange(ReadOnlySpan<char> text, Word word)
    {
        var second = word.End < text.Length && text[word.End] is '-' or '\u2013' ? Word.At(text, word.End + 1) : default;
        return second.Length >= word.Length && IsDigits(text.Slice(second.Start, second.Length));
    }

    /// <summary>
    /// The number that a message opens with: one with a hyphen, one with points and a capital in it, or one with points before words in capitals,
    /// as displays show them. Null where there is none.
    /// </summary>
    public static CodeMatch? Opening(ReadOnlySpan<char> message)
    {
        var first = Word.At(message, 0);
        if (first.Length is < MinFirst or > MaxFirst || !IsDigits(message[..first.Length]) || first.End + 1 >= message.Length)
        {
            return null;
        }

        if (message[first.End] == '-')
        {
            return TryRead(message, first) is { } hyphened && SaysMore(message[hyphened.End..]) ? hyphened : null;
        }

        var (end, hasCapital) = DottedEnd(message, first);
        return end > first.End && (hasCapital ? SaysMore(message[end..]) : IsInCapitals(message[end..])) ? Create(message, 0, end) : null;
    }

    /// <summary>The number that a message opens with and a dash or colon sets off: <c>12008 - The server did not answer</c>. A year opens other texts so.</summary>
    public static CodeMatch? SetOff(ReadOnlySpan<char> message)
    {
        var word = Word.At(message, 0);
        var isNumber = word.Length is > MaxFirst and <= MaxNumber && IsDigits(message[..word.Length]) && message[0] != '0' && !(word.Length == YearLength && message[..2] is "19" or "20");
        return isNumber && message[word.End..] is [' ', '-' or '\u2013' or '\u2014', ' ', ..] or [':', ' ', ..] or [' ', ':', ' ', ..]
            ? new CodeMatch(new ErrorCode(BuiltInSchemes.Number, message[..word.Length].ToString()), 0, word.Length)
            : null;
    }

    /// <summary>Where the parts with points between them end, each of two characters or more; the end of the first where there are no others.</summary>
    private static (int End, bool HasCapital) DottedEnd(ReadOnlySpan<char> message, Word first)
    {
        var end = first.End;
        for (var parts = 1; end + 1 < message.Length && message[end] == '.' && char.IsAsciiLetterOrDigit(message[end + 1]); parts++)
        {
            var part = Word.At(message, end + 1);
            if (parts >= MaxParts || message.Slice(part.Start, part.Length).ContainsAnyExcept(Characters) || (part.Length < MinFirst && !char.IsAsciiDigit(message[part.Start])))
            {
                return (first.End, false);
            }

            end = part.End;
        }

        return (end, message[..end].Count('.') == 1 && HasCapitalBeforeDigit(message[first.End..end]));
    }

    /// <summary>Behind a capital of a code digits follow; behind a unit nothing does.</summary>
    private static bool HasCapitalBeforeDigit(ReadOnlySpan<char> part)
    {
        for (var i = 1; i < part.Length; i++)
        {
            if (char.IsAsciiDigit(part[i]) && char.IsAsciiLetterUpper(part[i - 1]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool SaysMore(ReadOnlySpan<char> rest) => rest is [' ', var next, ..] && (char.IsLetter(next) || next is '-' or '\u2013' or '(') || rest is [':' or '\n', ..];

    /// <summary>Whether the next two words are in capitals, the first of them longer than a unit.</summary>
    private static bool IsInCapitals(ReadOnlySpan<char> rest)
    {
        if (rest is not [' ', ..] || Word.At(rest, 1) is not { Length: >= MinCapitals } next || !IsCapitals(rest.Slice(next.Start, next.Length)))
        {
            return false;
        }

        return rest[next.End..] is not [' ', ..] || IsCapitals(rest.Slice(next.End + 1, Word.At(rest, next.End + 1).Length));
    }

    private static bool IsCapitals(ReadOnlySpan<char> word) => !word.ContainsAnyExceptInRange('A', 'Z');

    private static bool IsDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');

    private static bool IsPartOfMore(ReadOnlySpan<char> text, int before) => before >= 0 && text[before] is '-' or '.' or '/' or ',';

    private static bool GoesOn(ReadOnlySpan<char> text, int end) => end + 1 < text.Length && text[end] is '-' or '.' or '/' or ',' && Word.IsPart(text[end + 1]);

    private static CodeMatch Create(ReadOnlySpan<char> text, int start, int end) =>
        new(new ErrorCode(BuiltInSchemes.Prefixed, text[start..end].ToString()), start, end - start);
}
