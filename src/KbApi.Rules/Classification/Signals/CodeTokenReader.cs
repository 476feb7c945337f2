using System.Buffers;
using System.Globalization;

namespace KbApi.Rules.Classification.Signals;

/// <summary>Finds the words of a text that have the form of a code, whether they are documented or not. One pass.</summary>
internal static class CodeTokenReader
{
    private const int MostDigits = 10;
    private const int FewestNameChars = 5;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");
    private static readonly SearchValues<char> CompoundChars = SearchValues.Create("0123456789.-");

    public static List<CodeToken> Read(string text)
    {
        var tokens = new List<CodeToken>();
        for (var i = 0; i < text.Length;)
        {
            if (!IsPart(text[i]))
            {
                i++;
                continue;
            }

            var wordEnd = PlainEnd(text, i);
            if (wordEnd > i)
            {
                i = wordEnd;
                continue;
            }

            wordEnd = WordEnd(text, i);
            var end = CompoundEnd(text, i, wordEnd);
            Add(tokens, text, i, wordEnd, end);
            i = end;
        }

        return tokens;
    }

    /// <summary>The key of a documented code, or null for one that has no form that a report is searched for.</summary>
    public static CodeToken? ReadOne(string code)
    {
        var tokens = Read(FoldedText.Of(code));
        return tokens.Count > 0 && tokens[0].Length >= code.Length - 1 ? tokens[0] : null;
    }

    private static bool IsPart(char c) => c < CharKinds.Count && (CharKinds.Of(c) != CharKind.Other || c == '_');

    /// <summary>Where a word of small letters, perhaps with a capital before them, ends, which is never a code; where it begins when it is no such word.</summary>
    private static int PlainEnd(string text, int start)
    {
        var end = start + (char.IsAsciiLetter(text[start]) ? 1 : 0);
        while (end > start && end < text.Length && char.IsAsciiLetterLower(text[end]))
        {
            end++;
        }

        // A single letter may begin a code: "A-1".
        return end < start + 2 || (end < text.Length && IsPart(text[end])) ? start : end;
    }

    private static int WordEnd(string text, int i)
    {
        while (i < text.Length && IsPart(text[i]))
        {
            i++;
        }

        return i;
    }

    /// <summary>Where what hangs together by dots, hyphens and commas between digits ends.</summary>
    private static int CompoundEnd(string text, int start, int wordEnd)
    {
        var end = wordEnd;
        while (end + 1 < text.Length && text[end] is '.' or '-' or ',' && char.IsAsciiDigit(text[end + 1])
            && (char.IsAsciiDigit(text[end - 1]) || (text[end] == '-' && end == wordEnd && IsCapitals(text.AsSpan(start, end - start)))))
        {
            end = WordEnd(text, end + 1);
        }

        // "a-b-1" is a name of something, not the number 1.
        return end;
    }

    private static bool IsCapitals(ReadOnlySpan<char> word) => !word.ContainsAnyExceptInRange('A', 'Z');

    private static void Add(List<CodeToken> tokens, string text, int start, int wordEnd, int end)
    {
        var word = text.AsSpan(start, wordEnd - start);
        if (end > wordEnd)
        {
            AddCompound(tokens, text, start, wordEnd, end);
        }
        else if (word.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
        {
            if (word.Length is > 2 and <= 18 && IsHex(word[2..]))
            {
                tokens.Add(new CodeToken(CodeForm.Hex, HexKey(word[2..]), start, word.Length));
            }
        }
        else if (!word.ContainsAnyExceptInRange('0', '9'))
        {
            AddNumber(tokens, text, start, word);
        }
        else if (word.Length == 8 && IsHex(word) && word.ContainsAnyInRange('0', '9'))
        {
            tokens.Add(new CodeToken(CodeForm.Hex, HexKey(word), start, word.Length));
        }
        else if (!AddPrefixed(tokens, start, word) && IsName(word))
        {
            tokens.Add(new CodeToken(CodeForm.Name, NameKey(word), start, word.Length));
        }
        else if (word.Length <= 3 && IsHex(word) && word.ContainsAnyInRange('0', '9'))
        {
            // "9f" is a number where a word before it says so.
            tokens.Add(new CodeToken(CodeForm.Number, HexKey(word), start, word.Length));
        }
    }

    private static void AddNumber(List<CodeToken> tokens, string text, int start, ReadOnlySpan<char> word)
    {
        if (word.Length > MostDigits)
        {
            return;
        }

        var isNegative = start > 0 && text[start - 1] == '-' && (start == 1 || !IsPart(text[start - 2]));
        if (word.Length >= 9 && long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            && (isNegative ? value is >= 0x10000000 and <= 0x80000000 : value is > int.MaxValue and <= uint.MaxValue))
        {
            var bits = isNegative ? unchecked((uint)-value) : (uint)value;
            tokens.Add(new CodeToken(CodeForm.Hex, HexKey(bits.ToString("X8", CultureInfo.InvariantCulture)), start, word.Length));
        }
        else if (word.Length == 8 && word[0] == '8')
        {
            tokens.Add(new CodeToken(CodeForm.Hex, HexKey(word), start, word.Length));
        }
        else
        {
            tokens.Add(new CodeToken(CodeForm.Number, NumberKey(word), start, word.Length));
        }
    }

    private static bool AddPrefixed(List<CodeToken> tokens, int start, ReadOnlySpan<char> word)
    {
        var letters = 0;
        while (letters < word.Length && char.IsAsciiLetter(word[letters]))
        {
            letters++;
        }

        var digits = word[letters..].TrimStart('_');
        if (letters is 0 or > 12 || digits.IsEmpty || digits.Length > MostDigits || digits.ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        tokens.Add(new CodeToken(CodeForm.Prefixed, PrefixedKey(word[..letters], digits), start, word.Length));
        return true;
    }

    private static void AddCompound(List<CodeToken> tokens, string text, int start, int wordEnd, int end)
    {
        var all = text.AsSpan(start, end - start);
        var first = text.AsSpan(start, wordEnd - start);
        var rest = text.AsSpan(wordEnd + 1, end - wordEnd - 1);
        if (IsCapitals(first) && !rest.ContainsAnyExceptInRange('0', '9'))
        {
            tokens.Add(new CodeToken(CodeForm.Prefixed, PrefixedKey(first, rest), start, all.Length));
        }
        else if (!all.ContainsAnyExcept(CompoundChars) && all.Length <= 20)
        {
            tokens.Add(new CodeToken(CodeForm.Compound, "c" + all.ToString(), start, all.Length));
        }
        else if (!char.IsAsciiDigit(first[0]))
        {
            Add(tokens, text, start, wordEnd, wordEnd);
        }
    }

    private static string NumberKey(ReadOnlySpan<char> digits)
    {
        var significant = digits.TrimStart('0');
        return string.Concat("n", significant.IsEmpty ? "0" : significant);
    }

    public static string HexKey(ReadOnlySpan<char> digits) => "x" + digits.TrimStart('0').ToString().ToUpperInvariant();

    private static string PrefixedKey(ReadOnlySpan<char> letters, ReadOnlySpan<char> digits) =>
        string.Concat("p", letters.ToString().ToUpperInvariant(), "#", digits.TrimStart('0'));

    private static string NameKey(ReadOnlySpan<char> name) => "s" + name.ToString().Replace("_", "", StringComparison.Ordinal).ToUpperInvariant();

    private static bool IsHex(ReadOnlySpan<char> word) => !word.ContainsAnyExcept(HexDigits);

    /// <summary>A capital behind a small letter or behind digits, capitals and then a word, or an underscore between letters.</summary>
    private static bool IsName(ReadOnlySpan<char> word)
    {
        if (word.Length < FewestNameChars)
        {
            return false;
        }

        var hasSmall = char.IsAsciiLetterLower(word[0]);
        for (var i = 1; i < word.Length; i++)
        {
            hasSmall |= char.IsAsciiLetterLower(word[i]);
            var isJoint = char.IsAsciiLetterUpper(word[i])
                ? char.IsAsciiLetterLower(word[i - 1]) || (char.IsAsciiDigit(word[i - 1]) && hasSmall) || IsWordBehindCapitals(word, i)
                : word[i] == '_' && i + 1 < word.Length && char.IsAsciiLetter(word[i - 1]);
            if (isJoint)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><c>IOFailed</c> is a name; <c>GUIDs</c> is none.</summary>
    private static bool IsWordBehindCapitals(ReadOnlySpan<char> word, int i) =>
        char.IsAsciiLetterUpper(word[i - 1]) && i + 2 < word.Length && char.IsAsciiLetterLower(word[i + 1]) && char.IsAsciiLetterLower(word[i + 2]);
}
