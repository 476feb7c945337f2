using System.Buffers;
using KbApi.Content.Codes;
using KbApi.Rules.Classification.Signals;

namespace KbApi.Rules.Templates;

/// <summary>What a word with digits is to a template.</summary>
internal enum WordKind
{
    /// <summary>A code, which is kept.</summary>
    Code,

    /// <summary>A number, which is masked unless the words before it make it a code.</summary>
    Number,

    /// <summary>A number with its unit, of which the number is masked.</summary>
    Measured,

    /// <summary>An address in memory.</summary>
    Pointer,

    /// <summary>A word with digits that no language has, which is masked.</summary>
    Random,

    /// <summary>A word with long numbers in it, which are masked.</summary>
    Numbered,

    /// <summary>Another word with digits, which is kept until many others stand in its place.</summary>
    Identifier,
}

/// <summary>Tells codes, numbers and identifiers apart by their form.</summary>
internal sealed class WordShape(CodeSchemeSet schemes)
{
    /// <summary>So many digits in a row within a word count something.</summary>
    public const int FewestMaskedDigits = 4;

    private const int MostCodeHexDigits = 8;
    private const int FewestRandomHexDigits = 8;
    private const int FewestRandomChars = 10;
    private const int FewestChanges = 4;
    private const int FewestPrefixedDigits = 3;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>What the word between the bounds is, and how long it is where it is a code with signs in it.</summary>
    public (WordKind Kind, int Length) Of(ReadOnlySpan<char> text, Word word)
    {
        var token = text.Slice(word.Start, word.Length);
        if (SpecialForms.SplitHex(text, word) is { } split)
        {
            return (WordKind.Code, split.Length);
        }

        if (token.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
        {
            return (token.Length > 2 && !token[2..].ContainsAnyExcept(HexDigits) ? KindOfHex(token[2..]) : WordKind.Identifier, word.Length);
        }

        if (!token.ContainsAnyExceptInRange('0', '9'))
        {
            return (HexCode.FromUnsigned(token) is { } result && result.Value[2] == '8' ? WordKind.Code : WordKind.Number, word.Length);
        }

        if (token.Length == 8 && token[0] is '8' or 'C' && !token.ContainsAnyExcept(HexDigits))
        {
            return (WordKind.Code, word.Length);
        }

        if (char.IsAsciiLetter(token[0]) && PrefixedNumber.TryRead(text, word.Start) is { } prefixed && IsCode(prefixed.Cut(text)))
        {
            return (WordKind.Code, prefixed.Length);
        }

        return (IsMeasured(token) ? WordKind.Measured
            : Word.IsConstant(token) && LongestRun(token) < FewestMaskedDigits ? WordKind.Code
            : IsRandom(token) ? WordKind.Random
            : LongestRun(token) >= FewestMaskedDigits ? WordKind.Numbered
            : WordKind.Identifier, word.Length);
    }

    /// <summary>How many digits of a word begin at a place in a row.</summary>
    public static int DigitsAt(ReadOnlySpan<char> word, int start)
    {
        var length = word[start..].IndexOfAnyExceptInRange('0', '9');
        return length < 0 ? word.Length - start : length;
    }

    private bool IsCode(PrefixedNumberParts parts)
    {
        var (letters, separator, digits) = parts;
        return schemes.Match(letters, separator, digits, anySeparator: false) is not null
            || (letters.Length >= 2 && !letters.ContainsAnyExceptInRange('A', 'Z') && digits.Length >= FewestPrefixedDigits);
    }

    /// <summary>Results have up to 32 bits, or the bits of a failure in front of them; what is longer is a place in memory.</summary>
    private static WordKind KindOfHex(ReadOnlySpan<char> digits) =>
        digits.TrimStart('0').Length <= MostCodeHexDigits || (digits.Length == 16 && digits.StartsWith("FFFFFFFF", StringComparison.OrdinalIgnoreCase)) ? WordKind.Code : WordKind.Pointer;

    private static bool IsMeasured(ReadOnlySpan<char> token)
    {
        var digits = DigitsAt(token, 0);
        return digits > 0 && ContextWords.Unit.GetAlternateLookup<ReadOnlySpan<char>>().Contains(token[digits..]);
    }

    /// <summary>Many hexadecimal digits, or letters and digits that change places often.</summary>
    private static bool IsRandom(ReadOnlySpan<char> token)
    {
        if (token.Length >= FewestRandomHexDigits && !token.ContainsAnyExcept(HexDigits))
        {
            return true;
        }

        var changes = 0;
        for (var i = 1; i < token.Length; i++)
        {
            changes += char.IsAsciiDigit(token[i]) != char.IsAsciiDigit(token[i - 1]) ? 1 : 0;
        }

        return token.Length >= FewestRandomChars && changes >= FewestChanges;
    }

    private static int LongestRun(ReadOnlySpan<char> token)
    {
        var longest = 0;
        for (var i = 0; i < token.Length; i++)
        {
            var digits = DigitsAt(token, i);
            longest = Math.Max(longest, digits);
            i += digits;
        }

        return longest;
    }
}
