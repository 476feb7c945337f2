using KbApi.Content.Lexicons;

namespace KbApi.Content.Codes;

/// <summary>Finds the codes that begin with a digit.</summary>
internal sealed class NumberCodes(Lexicon lexicon, CodeIntroduction introduction)
{
    private const int MinHexDigits = 5;
    private const int MaxHexDigits = 16;
    private const int MaxDigits = 10;

    /// <summary>The longest number that counts rows.</summary>
    private const int MaxOrdinalDigits = 3;

    /// <summary>The longest number that counts something.</summary>
    private const int MaxAmountDigits = 3;

    /// <summary>The class of an enhanced mail status that reports success.</summary>
    private const char MailSuccess = '2';

    /// <summary>The number that stands somewhere in a text, without the zeros that it begins with.</summary>
    public static CodeMatch Number(ReadOnlySpan<char> text, Range range, bool isEvent = false)
    {
        var (start, length) = range.GetOffsetAndLength(text.Length);
        var digits = text.Slice(start, length).TrimStart('0');
        var value = digits.IsEmpty ? "0" : digits.ToString();
        return new CodeMatch(new ErrorCode(isEvent ? BuiltInSchemes.Event : BuiltInSchemes.Number, value), start, length);
    }

    /// <summary>A family of numbers that a cell or title is about. A title with an x in a number is that of a group of problems.</summary>
    public static CodeMatch? MatchFamily(ReadOnlySpan<char> text, Word word, CodeContext context) =>
        MaskedNumber.TryRead(text[word.Start..]) is { } family && !Word.IsPartOfVersion(text, word)
            && (context == CodeContext.Code || text[word.Start + family.Told] == MaskedNumber.Mask)
            ? new CodeMatch(new ErrorCode(BuiltInSchemes.Number, text.Slice(word.Start, family.Length).ToString()), word.Start, family.Length)
            : null;

    /// <summary>The hexadecimal number that a word beginning with <c>0x</c> is, or null.</summary>
    public CodeMatch? MatchHex(ReadOnlySpan<char> text, Word word, CodeContext context)
    {
        // Programs write the type of a literal behind it: 0x80070005L.
        var digits = text.Slice(word.Start + 2, word.Length - 2).TrimEnd("LlUu");
        var isShort = digits.Length < MinHexDigits;
        if (digits.IsEmpty || digits.Length > MaxHexDigits || digits.ContainsAnyExcept(HexWord.Digits)
            || (isShort && context == CodeContext.Prose && !introduction.FollowsCodeWord(text, word.Start)))
        {
            return null;
        }

        return new CodeMatch(HexCode.FromDigits(digits), word.Start, digits.Length + 2);
    }

    /// <summary>The code that begins with a word, or null.</summary>
    public CodeMatch? Match(ReadOnlySpan<char> text, Word word, CodeContext context)
    {
        if (MailStatus(text, word, context) is { } mail)
        {
            return mail;
        }

        var token = text.Slice(word.Start, word.Length);
        if (token.ContainsAnyExcept(HexWord.Digits) || Word.IsPartOfVersion(text, word) || Word.IsPartOfDate(text, word))
        {
            return null;
        }

        if (HexWord.BehindHResult(text, word) is { } result)
        {
            return result;
        }

        if (token.ContainsAnyExceptInRange('0', '9'))
        {
            return HexWord.IsBare(token) ? new CodeMatch(HexCode.FromDigits(token), word.Start, word.Length) : null;
        }

        if (word.Start > 0 && text[word.Start - 1] is '-' or '\u2212' && (word.Start < 2 || !Word.IsPart(text[word.Start - 2]))
            && HexCode.FromNegative(token) is { } negative)
        {
            return new CodeMatch(negative, word.Start - 1, word.Length + 1);
        }

        if (context == CodeContext.Code && HexCode.FromUnsigned(token) is { } unsigned)
        {
            return new CodeMatch(unsigned, word.Start, word.Length);
        }

        // The number of a row: codes end in no point.
        if (context == CodeContext.Code && token.Length <= MaxOrdinalDigits && text[word.End..].TrimEnd() is ".")
        {
            return null;
        }

        var isEvent = introduction.FollowsEventWord(text, word.Start);
        if (token.Length > MaxDigits || IsAmount(text, word) || (context != CodeContext.Code && !isEvent && !introduction.FollowsCodeWord(text, word.Start) && !CodeIntroduction.FollowsLoneId(text, word.Start)))
        {
            return null;
        }

        return CompoundNumber.TryRead(text, word)
            ?? (context != CodeContext.Code && CompoundNumber.IsRange(text, word) ? null : Number(text, new Range(word.Start, word.End), isEvent));
    }

    /// <summary>An enhanced mail status where one may stand; elsewhere three numbers with dots are a version.</summary>
    private CodeMatch? MailStatus(ReadOnlySpan<char> text, Word word, CodeContext context)
    {
        var length = SpecialForms.MailStatusLength(text, word);
        var isCode = length > 0
            && ((context == CodeContext.Code && word.Start == 0) || (context == CodeContext.Name && word.Start == 0 && text.Length > length && IsNamedFailure(text))
                || introduction.FollowsCodeWord(text, word.Start) || SpecialForms.FollowsMailReply(text, word.Start));
        return isCode ? new CodeMatch(new ErrorCode(BuiltInSchemes.MailStatus, text.Slice(word.Start, length).ToString()), word.Start, length) : null;
    }

    /// <summary>Whether a title that opens with three numbers goes on about a failure: other such titles have the number of their section or of a version.</summary>
    private bool IsNamedFailure(ReadOnlySpan<char> title) =>
        title[0] != MailSuccess && introduction.NamesProblem(title);

    /// <summary>Whether a small number has a percent sign or a unit behind it: "error 5 times" counts errors, "error 5 try again" does not.</summary>
    private bool IsAmount(ReadOnlySpan<char> text, Word number)
    {
        var rest = text[number.End..].TrimStart(" \u00A0");
        if (number.Length > MaxAmountDigits || rest.IsEmpty || rest.Length == text.Length - number.End)
        {
            return rest is ['%', ..];
        }

        var unit = rest[..Word.At(rest, 0).Length];
        return rest[0] == '%' || (lexicon.Quantities.UnitLookup.ContainsKey(unit)
            && !lexicon.ActionLookup.Contains(unit));
    }
}
