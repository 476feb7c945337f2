using System.Buffers;
using KbApi.Content.Lexicons;

namespace KbApi.Content.Codes;

/// <summary>
/// Finds codes in a text in one pass, without regular expressions. Addresses, GUIDs, versions and file names are passed over:
/// their parts look like codes and are none.
/// </summary>
public sealed class CodeScanner
{
    private static readonly SearchValues<string> AddressStarts =
        SearchValues.Create(["http://", "https://", "ftp://", "www."], StringComparison.OrdinalIgnoreCase);

    /// <summary>Every code but a name that stands alone or is listed has one of these.</summary>
    private static readonly SearchValues<char> CodeMarks = SearchValues.Create("0123456789_");

    private static readonly SearchValues<char> AddressEnds = SearchValues.Create(" \n\t)>\"");

    private readonly CodeSchemeSet _schemes;
    private readonly Lexicon _lexicon;
    private readonly CodeIntroduction _introduction;
    private readonly NumberCodes _numbers;
    private readonly LetterCodes _letters;

    /// <summary>A scanner for texts in a lexicon's language.</summary>
    public CodeScanner(CodeSchemeSet schemes, Lexicon lexicon)
    {
        _schemes = schemes;
        _lexicon = lexicon;
        _introduction = new CodeIntroduction(lexicon);
        _numbers = new NumberCodes(lexicon, _introduction);
        _letters = new LetterCodes(schemes, _introduction);
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
            var (name, number) = (_letters.Name(text, named.Name), NumberCodes.Number(text, named.Number));
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

                (matches ??= new List<CodeMatch>(1)).Add(match);
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

        if (context != CodeContext.Prose && NumberCodes.MatchFamily(text, word, context) is { } family)
        {
            return family;
        }

        if (token.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
        {
            return _numbers.MatchHex(text, word, context);
        }

        return (char.IsAsciiDigit(token[0]) ? _numbers.Match(text, word, context) : _letters.Match(text, word, context)) ?? ShortCode(text, word, context);
    }

    /// <summary>The code of a machine, <c>F01</c>, <c>4C</c>, <c>SU-PQE1223</c>, where the place says that it is one.</summary>
    private CodeMatch? ShortCode(ReadOnlySpan<char> text, Word word, CodeContext context)
    {
        if (context == CodeContext.Code)
        {
            return text.Length <= DeviceCode.MaxCellLength && !IsQuantity(text.Slice(word.Start, word.Length)) ? DeviceCode.TryReadWord(text, word) : null;
        }

        if (context == CodeContext.Name && DeviceCode.TryReadWord(text, word) is { } named && _introduction.FollowsCodeWord(text, word.Start))
        {
            return named;
        }

        return DeviceCode.TryReadCompound(text, word) is { } code && ((context == CodeContext.Name && DeviceCode.IsInBrackets(text, code)) || _introduction.FollowsCodeWord(text, word.Start)) ? code : null;
    }

    /// <summary>Whether a word is a number and its unit: <c>10MB</c>.</summary>
    private bool IsQuantity(ReadOnlySpan<char> word)
    {
        var unit = word.TrimStart("0123456789");
        return unit.Length < word.Length && _lexicon.Quantities.UnitLookup.ContainsKey(unit);
    }

    private static int AddressLength(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny(AddressEnds);
        return end < 0 ? text.Length : end;
    }
}
