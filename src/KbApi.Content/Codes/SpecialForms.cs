using System.Buffers;

namespace KbApi.Content.Codes;

/// <summary>Codes whose form is that of something else at first sight: split hexadecimals, mail statuses, numbers with a letter behind.</summary>
internal static class SpecialForms
{
    private const int HexLength = 8;
    private const int MaxMailDigits = 3;
    private const int StateLength = 5;
    private const int VendorDigits = 4;

    private static readonly SearchValues<char> StateCharacters = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");

    /// <summary>Eight hexadecimal digits behind <c>0x</c> that a blank has got into: <c>0x 80070057</c>, <c>0 x 80070057</c>; or null.</summary>
    public static CodeMatch? SplitHex(ReadOnlySpan<char> text, Word word)
    {
        var token = text.Slice(word.Start, word.Length);
        var rest = text[word.End..];
        var prefix = token.Equals("0x", StringComparison.OrdinalIgnoreCase) && rest is [' ' or '\u00A0', ..] ? word.Length + 1
            : token is "0" && rest is [' ' or '\u00A0', 'x' or 'X', ' ' or '\u00A0', ..] ? word.Length + 3
            : 0;
        if (prefix == 0)
        {
            return null;
        }

        var digits = Word.At(text, word.Start + prefix);
        return digits.Length == HexLength && !text.Slice(digits.Start, digits.Length).ContainsAnyExcept(HexWord.Digits)
            ? new CodeMatch(HexCode.FromDigits(text.Slice(digits.Start, digits.Length)), word.Start, prefix + digits.Length)
            : null;
    }

    /// <summary>An SQLSTATE: five characters behind its name, or in brackets behind a number of its vendor, as in <c>ERROR 1045 (28000)</c>; or null.</summary>
    public static CodeMatch? SqlState(ReadOnlySpan<char> text, Word word)
    {
        if (word.Length != StateLength || word.Start < StateLength || text.Slice(word.Start, StateLength).ContainsAnyExcept(StateCharacters))
        {
            return null;
        }

        var before = text[..word.Start].TrimEnd(" :=[('\"");
        var isNamed = before.Length < word.Start && before.EndsWith("SQLSTATE", StringComparison.OrdinalIgnoreCase) && (before.Length == 8 || !Word.IsPart(before[^9]));
        return isNamed || (text[word.Start - 1] == '(' && word.End < text.Length && text[word.End] == ')' && IsVendorNumber(text[..(word.Start - 1)]))
            ? new CodeMatch(new ErrorCode(BuiltInSchemes.SqlState, text.Slice(word.Start, StateLength).ToString()), word.Start, StateLength)
            : null;
    }

    /// <summary>Whether a text ends in <c>error</c> and a number of four digits.</summary>
    private static bool IsVendorNumber(ReadOnlySpan<char> text)
    {
        var number = text.TrimEnd(' ');
        var name = number.TrimEnd("0123456789");
        return number.Length < text.Length && number.Length - name.Length == VendorDigits && name.TrimEnd(' ').EndsWith("error", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The length of an enhanced mail status that begins with a word, as <c>5.7.1</c>; 0 where there is none.</summary>
    public static int MailStatusLength(ReadOnlySpan<char> text, Word word)
    {
        if (word.Length != 1 || text[word.Start] is not ('2' or '4' or '5') || (word.Start > 0 && text[word.Start - 1] is '.' or ',' or '-'))
        {
            return 0;
        }

        var end = word.End;
        for (var part = 0; part < 2; part++)
        {
            var digits = end < text.Length && text[end] == '.' ? Word.At(text, end + 1) : default;
            if (digits.Length is 0 or > MaxMailDigits || text.Slice(digits.Start, digits.Length).ContainsAnyExceptInRange('0', '9'))
            {
                return 0;
            }

            end = digits.End;
        }

        return end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]) ? 0 : end - word.Start;
    }

    /// <summary>Whether a three-digit reply of a mail server stands before a place, as in <c>550 5.7.1</c>.</summary>
    public static bool FollowsMailReply(ReadOnlySpan<char> text, int start) =>
        text[..start].TrimEnd(" #-\u00A0") is [.., var first, var second, var third] before && before.Length < start
        && first is '2' or '4' or '5' && char.IsAsciiDigit(second) && char.IsAsciiDigit(third)
        && (before.Length == 3 || !Word.IsPart(before[^4]));

    /// <summary>Whether a word is a prefix of capitals, a number and the letter of a severity: <c>CRI0001E</c>.</summary>
    public static bool IsSuffixed(ReadOnlySpan<char> word)
    {
        var letters = word.IndexOfAnyExceptInRange('A', 'Z');
        if (letters < 3 || !IsSeverity(word[^1]))
        {
            return false;
        }

        var digits = word[letters..^1];
        return digits.Length is >= 3 and <= 6 && !digits.ContainsAnyExceptInRange('0', '9');
    }

    /// <summary>Whether a letter tells how bad it is what a message number stands for: action, error, information, severe, warning.</summary>
    private static bool IsSeverity(char letter) => letter is 'A' or 'E' or 'I' or 'S' or 'W';
}
