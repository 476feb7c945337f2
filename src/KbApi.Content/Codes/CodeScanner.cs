using System.Buffers;
using KbApi.Content.Lexicons;

namespace KbApi.Content.Codes;

/// <summary>
/// Finds codes in a text in one pass, without regular expressions. Addresses, GUIDs, versions and file names are passed over:
/// their parts look like codes and are none.
/// </summary>
public sealed class CodeScanner
{
    private const int MinBareHexDigits = 5;
    private const int MaxOrdinalDigits = 3;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");
    private static readonly SearchValues<string> AddressStarts =
        SearchValues.Create(["http://", "https://", "ftp://", "www."], StringComparison.OrdinalIgnoreCase);

    /// <summary>Every code but a name that stands alone or is listed has one of these.</summary>
    private static readonly SearchValues<char> CodeMarks = SearchValues.Create("0123456789_");

    private static readonly SearchValues<char> AddressEnds = SearchValues.Create(" \n\t)>\"");

    private readonly CodeSchemeSet _schemes;
    private readonly Lexicon _lexicon;

    /// <summary>A scanner for texts in a lexicon's language.</summary>
    public CodeScanner(CodeSchemeSet schemes, Lexicon lexicon)
    {
        _schemes = schemes;
        _lexicon = lexicon;
    }

    /// <summary>The codes of a text, in order. The text of each lies in the text scanned; none overlaps another.</summary>
    public IReadOnlyList<CodeMatch> Scan(ReadOnlySpan<char> text, CodeContext context)
    {
        if (!MayHoldCode(text, context))
        {
            return [];
        }

        if (context != CodeContext.Prose && NamedNumber.TryRead(text) is { } named)
        {
            var (name, number) = (Name(text, named.Name), Number(text, named.Number));
            return name.Start < number.Start ? [name, number] : [number, name];
        }

        List<CodeMatch>? matches = null;
        bool? isAboutEvents = null;
        var hasMarks = context == CodeContext.Prose && !_schemes.HasNames;
        var nextMark = -1;
        var nextAddress = text.IndexOfAny(AddressStarts);
        for (var i = 0; i < text.Length;)
        {
            if (hasMarks && nextMark < i)
            {
                // A code in prose begins no further before its first mark than a blank does.
                nextMark = NextMark(text, i);
                i += text[i..nextMark].LastIndexOf(' ') + 1;
                if (nextMark == text.Length)
                {
                    break;
                }
            }

            if (nextAddress >= 0 && nextAddress <= i)
            {
                // One that begins inside a word is an address all the same.
                i = Math.Max(i, nextAddress + AddressLength(text[nextAddress..]));
                var next = text[i..].IndexOfAny(AddressStarts);
                nextAddress = next < 0 ? -1 : i + next;
                continue;
            }

            if (!Word.IsPart(text[i]) || (i > 0 && Word.IsPart(text[i - 1])))
            {
                i++;
                continue;
            }

            var word = Word.At(text, i);
            if (MatchAt(text, word, context) is { } match)
            {
                if (context == CodeContext.Prose && match.Code.Scheme == BuiltInSchemes.Number && (isAboutEvents ??= _lexicon.Event.IsIn(text)))
                {
                    match = match with { Code = match.Code with { Scheme = BuiltInSchemes.Event } };
                }

                (matches ??= []).Add(match);
                while (context != CodeContext.Code && ListedCode.After(text, match) is { } listed)
                {
                    matches.Add(listed);
                    match = listed;
                }

                word = word with { Length = Math.Max(word.Length, match.End - i) };
            }

            i = Math.Max(i + 1, Word.EndOfCompound(text, word));
        }

        if (context == CodeContext.Code && matches is not [_, _, ..] && DeviceCode.TryReadWhole(text) is { } whole && (matches is null || whole.Length > matches[0].Length))
        {
            return [whole];
        }

        return matches ?? (IReadOnlyList<CodeMatch>)[];
    }

    private static int NextMark(ReadOnlySpan<char> text, int start)
    {
        var next = text[start..].IndexOfAny(CodeMarks);
        return next < 0 ? text.Length : start + next;
    }

    /// <summary>Whether a text has what codes are made of. Most sentences have not, which is told faster than a code is read.</summary>
    private bool MayHoldCode(ReadOnlySpan<char> text, CodeContext context) =>
        text.ContainsAny(CodeMarks) || _schemes.HasNames || (context != CodeContext.Prose && !text.Trim().Contains(' '));

    private CodeMatch? MatchAt(ReadOnlySpan<char> text, Word word, CodeContext context)
    {
        var token = text.Slice(word.Start, word.Length);
        if (Word.IsGuidAt(text, word.Start))
        {
            return null;
        }

        if (SpecialForms.SplitHex(text, word) is { } split)
        {
            return split;
        }

        if (SpecialForms.SqlState(text, word) is { } state)
        {
            return state;
        }

        if (context != CodeContext.Prose && Family(text, word, context) is { } family)
        {
            return family;
        }

        if (token.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
        {
            return Hex(text, word, context);
        }

        return (char.IsAsciiDigit(token[0]) ? MatchNumber(text, word, context) : MatchLetters(text, word, context)) ?? ShortCode(text, word, context);
    }

    /// <summary>A family of numbers that a cell or title is about. A title with an x in a number is that of a group of problems.</summary>
    private static CodeMatch? Family(ReadOnlySpan<char> text, Word word, CodeContext context) =>
        MaskedNumber.TryRead(text[word.Start..]) is { } family && !Word.IsPartOfVersion(text, word)
            && (context == CodeContext.Code || text[word.Start + family.Told] == MaskedNumber.Mask)
            ? new CodeMatch(new ErrorCode(BuiltInSchemes.Number, text.Slice(word.Start, family.Length).ToString()), word.Start, family.Length)
            : null;

    /// <summary>The code of a machine, <c>F01</c>, <c>4C</c>, <c>SU-PQE1223</c>, where the place says that it is one.</summary>
    private CodeMatch? ShortCode(ReadOnlySpan<char> text, Word word, CodeContext context)
    {
        if (context == CodeContext.Code)
        {
            return text.Length <= DeviceCode.MaxCellLength && !IsQuantity(text.Slice(word.Start, word.Length)) ? DeviceCode.TryReadWord(text, word) : null;
        }

        if (context == CodeContext.Name && DeviceCode.TryReadWord(text, word) is { } named && FollowsCodeWord(text, word.Start))
        {
            return named;
        }

        return DeviceCode.TryReadCompound(text, word) is { } code && ((context == CodeContext.Name && DeviceCode.IsInBrackets(text, code)) || FollowsCodeWord(text, word.Start)) ? code : null;
    }

    /// <summary>Whether a word is a number and its unit: <c>10MB</c>.</summary>
    private bool IsQuantity(ReadOnlySpan<char> word)
    {
        var unit = word.TrimStart("0123456789");
        return unit.Length < word.Length && _lexicon.Quantities.UnitLookup.ContainsKey(unit);
    }

    private CodeMatch? Hex(ReadOnlySpan<char> text, Word word, CodeContext context)
    {
        // Programs write the type of a literal behind it: 0x80070005L.
        var digits = text.Slice(word.Start + 2, word.Length - 2).TrimEnd("LlUu");
        var isShort = digits.Length < MinBareHexDigits;
        if (digits.IsEmpty || digits.Length > 16 || digits.ContainsAnyExcept(HexDigits)
            || (isShort && context == CodeContext.Prose && !FollowsCodeWord(text, word.Start)))
        {
            return null;
        }

        return new CodeMatch(HexCode.FromDigits(digits), word.Start, digits.Length + 2);
    }

    /// <summary>An enhanced mail status where one may stand; elsewhere three numbers with dots are a version.</summary>
    private CodeMatch? MailStatus(ReadOnlySpan<char> text, Word word, CodeContext context)
    {
        var length = SpecialForms.MailStatusLength(text, word);
        var isCode = length > 0
            && ((context != CodeContext.Prose && word.Start == 0 && (context == CodeContext.Code || text.Length > length))
                || FollowsCodeWord(text, word.Start) || SpecialForms.FollowsMailReply(text, word.Start));
        return isCode ? new CodeMatch(new ErrorCode(BuiltInSchemes.MailStatus, text.Slice(word.Start, length).ToString()), word.Start, length) : null;
    }

    private CodeMatch? MatchNumber(ReadOnlySpan<char> text, Word word, CodeContext context)
    {
        if (MailStatus(text, word, context) is { } mail)
        {
            return mail;
        }

        var token = text.Slice(word.Start, word.Length);
        if (token.ContainsAnyExcept(HexDigits) || Word.IsPartOfVersion(text, word) || Word.IsPartOfDate(text, word))
        {
            return null;
        }

        if (Result(text, word) is { } result)
        {
            return result;
        }

        if (token.ContainsAnyExceptInRange('0', '9'))
        {
            return IsBareHex(token) ? new CodeMatch(HexCode.FromDigits(token), word.Start, word.Length) : null;
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

        var isEvent = FollowsWord(text, word.Start, _lexicon.Event);
        if (token.Length > 10 || IsAmount(text, word) || (context != CodeContext.Code && !isEvent && !FollowsCodeWord(text, word.Start) && !FollowsLoneId(text, word.Start)))
        {
            return null;
        }

        return CompoundNumber.TryRead(text, word)
            ?? (context != CodeContext.Code && CompoundNumber.IsRange(text, word) ? null : Number(text, new Range(word.Start, word.End), isEvent));
    }

    private CodeMatch? MatchLetters(ReadOnlySpan<char> text, Word word, CodeContext context)
    {
        var token = text.Slice(word.Start, word.Length);
        if (IsBareHex(token))
        {
            return new CodeMatch(HexCode.FromDigits(token), word.Start, word.Length);
        }

        if (Result(text, word) is { } result)
        {
            return result;
        }

        if (Prefixed(text, word, context) is { } prefixed)
        {
            return prefixed;
        }

        if (SpecialForms.IsSuffixed(token) && (context == CodeContext.Code || word.Start == 0 || FollowsCodeWord(text, word.Start)))
        {
            return new CodeMatch(new ErrorCode(BuiltInSchemes.Prefixed, token.ToString()), word.Start, word.Length);
        }

        if (IsPlaceholder(text, word))
        {
            return null;
        }

        if (Word.IsConstant(token) || _schemes.OfName(token) is not null)
        {
            return Name(text, new Range(word.Start, word.End));
        }

        // A name counts where nothing else stands, one in small letters only among codes.
        var isAlone = context != CodeContext.Prose && text[..word.Start].Trim().IsEmpty && text[word.End..].Trim().IsEmpty;
        return isAlone && (Word.IsSymbol(token) || PosixErrors.Contains(token) || (context == CodeContext.Code && Word.IsSnakeCase(token))) ? Name(text, new Range(word.Start, word.End)) : null;
    }

    /// <summary>Whether a name stands for something else: <c>&lt;TABLE_NAME&gt;</c>, <c>{HOST_NAME}</c>, <c>%USER_NAME%</c>, <c>::CLIENT_IP::</c>, <c>$HOME_DIR</c>.</summary>
    private static bool IsPlaceholder(ReadOnlySpan<char> text, Word word)
    {
        var before = word.Start > 0 ? text[word.Start - 1] : default;
        var behind = word.End < text.Length ? text[word.End] : default;
        return (before, behind) is ('<', '>') or ('{', '}') or ('%', '%') or ('$', _)
            || (before == ':' && word.Start > 1 && text[word.Start - 2] == ':' && text[word.End..] is [':', ':', ..]);
    }

    private CodeMatch? Prefixed(ReadOnlySpan<char> text, Word word, CodeContext context)
    {
        if (PrefixedNumber.TryRead(text, word.Start) is not { } parts)
        {
            return null;
        }

        var (letters, separator, digits) = parts.Cut(text);
        if (_schemes.Match(letters, separator, digits, anySeparator: false) is { } code)
        {
            return new CodeMatch(code, word.Start, parts.Length);
        }

        var isFamily = letters.Length >= 2 && !letters.ContainsAnyExceptInRange('A', 'Z') && digits.Length >= 3;
        return isFamily && (separator is "_" || context == CodeContext.Code || (context == CodeContext.Name && (word.Start == 0 || FollowsCodeWord(text, word.Start))))
            ? new CodeMatch(new ErrorCode(BuiltInSchemes.Prefixed, text.Slice(word.Start, parts.Length).ToString()), word.Start, parts.Length)
            : null;
    }

    private CodeMatch Name(ReadOnlySpan<char> text, Range range)
    {
        var (start, length) = range.GetOffsetAndLength(text.Length);
        var name = text.Slice(start, length).ToString();
        var scheme = _schemes.OfName(name)?.Id ?? (Word.IsConstant(name) ? BuiltInSchemes.Constant : BuiltInSchemes.Symbol);
        return new CodeMatch(new ErrorCode(scheme, name), start, length);
    }

    private static CodeMatch Number(ReadOnlySpan<char> text, Range range, bool isEvent = false)
    {
        var (start, length) = range.GetOffsetAndLength(text.Length);
        var digits = text.Slice(start, length).TrimStart('0');
        var value = digits.IsEmpty ? "0" : digits.ToString();
        return new CodeMatch(new ErrorCode(isEvent ? BuiltInSchemes.Event : BuiltInSchemes.Number, value), start, length);
    }

    /// <summary>Eight hexadecimal digits that begin like a failure and are not all letters.</summary>
    private static bool IsBareHex(ReadOnlySpan<char> token) =>
        token.Length == 8 && token[0] is '8' or 'C' && !token.ContainsAnyExcept(HexDigits)
        && token.ContainsAnyInRange('0', '9') && token.ContainsAnyExceptInRange('0', '9');

    /// <summary>Hexadecimal digits without <c>0x</c> behind <c>hr</c>, also where one was lost or doubled; or null.</summary>
    private static CodeMatch? Result(ReadOnlySpan<char> text, Word word)
    {
        var token = text.Slice(word.Start, word.Length);
        if (token.Length is < 6 or > 9 || token.ContainsAnyExcept(HexDigits) || !FollowsHResult(text, word.Start))
        {
            return null;
        }

        var code = token.Length == 8 ? HexCode.FromDigits(token) : new ErrorCode(BuiltInSchemes.HResult, token.ToString().ToUpperInvariant());
        return new CodeMatch(code, word.Start, word.Length);
    }

    /// <summary>Whether a small number has a percent sign or a unit behind it: "error 5 times" counts errors, "error 5 try again" does not.</summary>
    private bool IsAmount(ReadOnlySpan<char> text, Word number)
    {
        var rest = text[number.End..].TrimStart(" \u00A0");
        if (number.Length > 3 || rest.IsEmpty || rest.Length == text.Length - number.End)
        {
            return rest is ['%', ..];
        }

        var unit = rest[..Word.At(rest, 0).Length];
        return rest[0] == '%' || (_lexicon.Quantities.UnitLookup.ContainsKey(unit)
            && !_lexicon.ActionLookup.Contains(unit));
    }

    private static bool FollowsHResult(ReadOnlySpan<char> text, int start)
    {
        var before = text[..start].TrimEnd(" =:(\u00A0");
        return before.Length < start && (EndsWithWord(before, "hr") || EndsWithWord(before, "hresult"));
    }

    private bool FollowsCodeWord(ReadOnlySpan<char> text, int start) => FollowsWord(text, start, _lexicon.Code);

    /// <summary>Whether <c>ID:</c> stands before a place, with no word before it that tells whose id it is: <c>The operation failed. (ID: 120002)</c>.</summary>
    private static bool FollowsLoneId(ReadOnlySpan<char> text, int start)
    {
        var before = text[..start].TrimEnd(" \u00A0");
        return before is [.., 'I' or 'i', 'D' or 'd', ':'] && before[..^3].TrimEnd(" \u00A0") is [.., '(' or '[' or '.' or ':' or ';' or '!' or ','];
    }

    private static bool FollowsWord(ReadOnlySpan<char> text, int start, PhraseSet words)
    {
        var before = text[..start].TrimEnd(" =:#([\"'\u201C\u201D\u201E\u00AB\u300C\u00A0");
        return before.Length < start && words.LongestEndingAt(text, before.Length) > 0;
    }

    private static bool EndsWithWord(ReadOnlySpan<char> text, string word) =>
        text.EndsWith(word, StringComparison.OrdinalIgnoreCase)
        && (text.Length == word.Length || !Word.IsPart(text[text.Length - word.Length - 1]));

    private static int AddressLength(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny(AddressEnds);
        return end < 0 ? text.Length : end;
    }
}
