using KbApi.Content.Codes;

namespace KbApi.Content.Lookup;

/// <summary>Reads a code as a person types or pastes it: <c>sspr 29</c>, <c>hr=80230619</c>, <c>-2145188327</c>, <c>Error: 31003</c>.</summary>
internal static class CodeSpelling
{
    private const int MaxLength = 200;
    private const int FewestPastedHexDigits = 6;
    private const string Decoration = " \t\r\n\"'`\u201C\u201D\u2018\u2019()[].:;,";

    /// <summary>The keys that a spelling may mean, the likeliest first. Empty for a text that can be no code.</summary>
    public static IReadOnlyList<CodeKey> KeysOf(string spelling)
    {
        var text = spelling.AsSpan().Trim(Decoration).ToString();
        if (text.Length is 0 or > MaxLength)
        {
            return [];
        }

        var keys = new List<CodeKey>();
        AddFrom(text, keys, isPrefixedByHResult: false);

        var cut = text.LastIndexOfAny([' ', '=', ':', '#', '/']);
        if (cut > 0)
        {
            AddFromParts(text, cut, keys);
        }

        return [.. keys.Distinct()];
    }

    /// <summary>The keys of a text that is a code as a whole, with nothing around it: <c>sspr 29</c>, <c>driver power state failure</c>.</summary>
    public static IReadOnlyList<CodeKey> KeysOfWhole(string spelling)
    {
        var text = spelling.AsSpan().Trim(Decoration).ToString();
        var keys = new List<CodeKey>();
        if (text.Length is > 0 and <= MaxLength)
        {
            AddFrom(text, keys, isPrefixedByHResult: false);
        }

        return keys;
    }

    /// <summary>
    /// What stands behind an introduction (<c>error 31003</c>, <c>hr=80230619</c>, <c>ADSync/6329</c>) or before the number of a name
    /// (<c>Name = 9</c>).
    /// </summary>
    private static void AddFromParts(string text, int cut, List<CodeKey> keys)
    {
        var last = text.AsSpan(cut + 1).Trim(Decoration).ToString();
        var first = text[..cut].TrimEnd(' ', '=', ':', '#', '/');
        var isName = Word.IsSymbol(first) || Word.IsConstant(first);
        var isAssigned = text.AsSpan(first.Length, cut + 1 - first.Length).Contains('=');
        if (isName && isAssigned)
        {
            keys.Add(CodeKey.Name(first));
        }

        if (last.Length > 0 && (first.Any(char.IsLetter) || Word.IsSymbol(last)) && !IsPrefix(first, last))
        {
            AddFrom(last, keys, EndsWithHResult(first));
        }

        // A name that is typed without its capitals is one only where its number does not answer.
        if (isAssigned ? Word.At(first, 0).Length == first.Length : isName)
        {
            keys.Add(CodeKey.Name(first));
        }
    }

    private static void AddFrom(string text, List<CodeKey> keys, bool isPrefixedByHResult)
    {
        var minus = text[0] is '-' or '\u2212' or '\u2013';
        var bare = minus ? text[1..] : text;
        if (bare.StartsWith("0x", StringComparison.OrdinalIgnoreCase) && bare.Length > 2 && bare.Skip(2).All(char.IsAsciiHexDigit))
        {
            keys.Add(CodeKey.Hex(bare[2..]));
        }
        else if (bare.Length > 0 && bare.All(char.IsAsciiDigit))
        {
            AddNumber(bare, minus, keys, isPrefixedByHResult);
        }
        else if (bare.Length >= FewestPastedHexDigits && bare.Length <= 8 && bare.All(char.IsAsciiHexDigit))
        {
            keys.Add(CodeKey.Hex(bare));
            keys.Add(CodeKey.Name(bare));
        }
        else
        {
            AddNamed(text, keys);
        }
    }

    private static void AddNumber(string digits, bool isNegative, List<CodeKey> keys, bool isPrefixedByHResult)
    {
        if ((isNegative ? HexCode.FromNegative(digits) : HexCode.FromUnsigned(digits)) is { } code)
        {
            keys.Add(CodeKey.Of(code));
        }

        if (!isNegative)
        {
            // Eight digits may be a result without its 0x; so may any number behind "hr".
            if (digits.Length == 8 || (isPrefixedByHResult && digits.Length >= FewestPastedHexDigits))
            {
                keys.Add(CodeKey.Hex(digits));
            }

            keys.Add(CodeKey.Number(digits));
        }
    }

    private static void AddNamed(string text, List<CodeKey> keys)
    {
        var digits = text.Length;
        while (digits > 0 && char.IsAsciiDigit(text[digits - 1]))
        {
            digits--;
        }

        var letters = text[..digits].TrimEnd(' ', '_', '-', ':', '.', '#', '\u2013');
        if (digits < text.Length && letters.Length > 0 && letters.All(char.IsAsciiLetter))
        {
            keys.Add(CodeKey.Prefixed(letters, text[digits..]));
        }

        var name = CodeKey.Name(text);
        if (name.Value.Length > 0)
        {
            keys.Add(name);
        }
    }

    /// <summary>Whether the parts are one code, such as <c>sspr</c> and <c>29</c>, and not an introduction and a code.</summary>
    private static bool IsPrefix(string first, string last) =>
        last.Length < 3 && last.All(char.IsAsciiDigit) && first.All(char.IsAsciiLetter);

    private static bool EndsWithHResult(string first) =>
        first.EndsWith("hr", StringComparison.OrdinalIgnoreCase) || first.EndsWith("hresult", StringComparison.OrdinalIgnoreCase);
}
