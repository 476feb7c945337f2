using KbApi.Content.Codes;

namespace KbApi.Content.Lookup;

/// <summary>
/// Reads a code as a person types or pastes it: <c>sspr 29</c>, <c>hr=80230619</c>, <c>-2145188327</c>, <c>Error: 31003</c>. The keys that it
/// may mean go into a sink, the likeliest first; none of a text that can be no code.
/// </summary>
internal static class CodeSpelling
{
    private const int MaxLength = 200;
    private const int FewestPastedHexDigits = 6;
    private const int MostPastedHexDigits = 8;
    private const string Decoration = " \t\r\n\"'`\u201C\u201D\u2018\u2019()[].:;,";
    private const string Cuts = " =:#/";

    /// <summary>Reads a spelling with or without words around it.</summary>
    /// <returns>Whether the sink wants no other key.</returns>
    public static bool Read<TSink>(ReadOnlySpan<char> spelling, ref TSink sink)
        where TSink : ICodeKeySink, allows ref struct
    {
        if (ReadWhole(spelling, ref sink))
        {
            return true;
        }

        var text = spelling.Trim(Decoration);
        var cut = text.LastIndexOfAny(Cuts);
        return cut > 0 && text.Length <= MaxLength && ReadParts(text, cut, ref sink);
    }

    /// <summary>Reads a text that is a code as a whole, with nothing around it: <c>sspr 29</c>, <c>driver power state failure</c>.</summary>
    /// <returns>Whether the sink wants no other key.</returns>
    public static bool ReadWhole<TSink>(ReadOnlySpan<char> spelling, ref TSink sink)
        where TSink : ICodeKeySink, allows ref struct
    {
        var text = spelling.Trim(Decoration);
        return text.Length is > 0 and <= MaxLength && ReadCode(text, isPrefixedByHResult: false, ref sink);
    }

    /// <summary>
    /// What stands behind an introduction (<c>error 31003</c>, <c>hr=80230619</c>, <c>ADSync/6329</c>) or before the number of a name
    /// (<c>Name = 9</c>).
    /// </summary>
    private static bool ReadParts<TSink>(ReadOnlySpan<char> text, int cut, ref TSink sink)
        where TSink : ICodeKeySink, allows ref struct
    {
        var last = text[(cut + 1)..].Trim(Decoration);
        var first = text[..cut].TrimEnd(Cuts);
        var isName = Word.IsSymbol(first) || Word.IsConstant(first);
        var isAssigned = text[first.Length..(cut + 1)].Contains('=');
        if (isName && isAssigned && TakeName(first, ref sink))
        {
            return true;
        }

        var isIntroduced = last.Length > 0 && (HasLetter(first) || Word.IsSymbol(last)) && !IsPrefix(first, last);
        if (isIntroduced && ReadCode(last, EndsWithHResult(first), ref sink))
        {
            return true;
        }

        // A name that is typed without its capitals is one only where its number does not answer.
        return (isAssigned ? Word.At(first, 0).Length == first.Length : isName) && TakeName(first, ref sink);
    }

    private static bool ReadCode<TSink>(ReadOnlySpan<char> text, bool isPrefixedByHResult, ref TSink sink)
        where TSink : ICodeKeySink, allows ref struct
    {
        var isNegative = text[0] is '-' or '\u2212' or '\u2013';
        var bare = isNegative ? text[1..] : text;
        if (bare.Length > 2 && bare.StartsWith("0x", StringComparison.OrdinalIgnoreCase) && IsAllHex(bare[2..]))
        {
            return TakeHex(bare[2..], ref sink);
        }

        if (bare.Length > 0 && IsAllDigits(bare))
        {
            return ReadNumber(bare, isNegative, isPrefixedByHResult, ref sink);
        }

        if (MaskedNumber.TryReadWhole(text) is { } family && TakeFamily(family, text, ref sink))
        {
            return true;
        }

        if (bare.Length is >= FewestPastedHexDigits and <= MostPastedHexDigits && IsAllHex(bare))
        {
            return TakeHex(bare, ref sink) || TakeName(bare, ref sink);
        }

        return ReadNamed(text, ref sink);
    }

    private static bool ReadNumber<TSink>(ReadOnlySpan<char> digits, bool isNegative, bool isPrefixedByHResult, ref TSink sink)
        where TSink : ICodeKeySink, allows ref struct
    {
        if ((isNegative ? HexCode.FromNegative(digits) : HexCode.FromUnsigned(digits)) is { } code)
        {
            var key = CodeKey.Of(code);
            if (sink.Take(key.Kind, key.Value))
            {
                return true;
            }
        }

        if (isNegative)
        {
            return false;
        }

        // Eight digits may be a result without its 0x; so may any number behind "hr".
        var isHex = digits.Length == MostPastedHexDigits || (isPrefixedByHResult && digits.Length >= FewestPastedHexDigits);
        return (isHex && TakeHex(digits, ref sink)) || sink.Take(CodeKey.Number, CodeKey.WithoutZeros(digits));
    }

    private static bool ReadNamed<TSink>(ReadOnlySpan<char> text, ref TSink sink)
        where TSink : ICodeKeySink, allows ref struct
    {
        Span<char> room = stackalloc char[MaxLength + 1];
        var digits = text.Length;
        while (digits > 0 && char.IsAsciiDigit(text[digits - 1]))
        {
            digits--;
        }

        var letters = text[..digits].TrimEnd(" _-:.#\u2013");
        if (digits < text.Length && letters.Length > 0 && IsAllLetters(letters)
            && sink.Take(CodeKey.Prefixed, CodeKey.WritePrefixed(letters, text[digits..], room)))
        {
            return true;
        }

        var name = CodeKey.WriteName(text, room);
        return name.Length > 0 && sink.Take(CodeKey.Name, name);
    }

    private static bool TakeName<TSink>(ReadOnlySpan<char> name, ref TSink sink)
        where TSink : ICodeKeySink, allows ref struct
    {
        Span<char> room = stackalloc char[MaxLength];
        return sink.Take(CodeKey.Name, CodeKey.WriteName(name, room));
    }

    private static bool TakeFamily<TSink>(MaskedNumber family, ReadOnlySpan<char> text, ref TSink sink)
        where TSink : ICodeKeySink, allows ref struct
    {
        Span<char> room = stackalloc char[2 * MaskedNumber.MostDigits];
        return sink.Take(CodeKey.Family, CodeKey.WriteFamily(family, text, room));
    }

    private static bool TakeHex<TSink>(ReadOnlySpan<char> digits, ref TSink sink)
        where TSink : ICodeKeySink, allows ref struct
    {
        Span<char> room = stackalloc char[MaxLength];
        return sink.Take(CodeKey.Hex, CodeKey.WriteHex(digits, room));
    }

    /// <summary>Whether the parts are one code, such as <c>sspr</c> and <c>29</c>, and not an introduction and a code.</summary>
    private static bool IsPrefix(ReadOnlySpan<char> first, ReadOnlySpan<char> last) => last.Length < 3 && IsAllDigits(last) && IsAllLetters(first);

    private static bool EndsWithHResult(ReadOnlySpan<char> first) =>
        first.EndsWith("hr", StringComparison.OrdinalIgnoreCase) || first.EndsWith("hresult", StringComparison.OrdinalIgnoreCase);

    private static bool IsAllDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');

    private static bool IsAllHex(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiHexDigit(c))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsAllLetters(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiLetter(c))
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasLetter(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLetter(c))
            {
                return true;
            }
        }

        return false;
    }
}
