using KbApi.Content.Model;
using KbApi.Rules.Syntax;

namespace KbApi.Translation.Units;

/// <summary>Finds in plain words what translation leaves alone: addresses, codes, identifiers, placeholders, options of commands.</summary>
internal static class LiteralScanner
{
    private const string TokenEnds = "()[]{}<>\"'“”‘’«»„|,;!*`";
    private const int FewestDigits = 3;

    /// <param name="text">The text of the document.</param>
    /// <param name="start">Where the words begin.</param>
    /// <param name="end">Where they end.</param>
    /// <param name="codes">Where the codes of entries stand, in order.</param>
    /// <param name="ranges">Takes what is found.</param>
    public static void Scan(string text, int start, int end, ReadOnlySpan<(int Start, int End)> codes, List<InlineRange> ranges)
    {
        var code = 0;
        for (var i = start; i < end;)
        {
            while (code < codes.Length && codes[code].Start < i)
            {
                code++;
            }

            if (code < codes.Length && codes[code].Start == i && codes[code].End <= end)
            {
                Add(i, codes[code].End, ProtectedKind.Name);
                i = codes[code].End;
                continue;
            }

            var mark = MarkLength(text.AsSpan(start, end - start), i - start);
            if (mark.Length > 0)
            {
                Add(i, i + mark.Length, mark.Kind);
                i += mark.Length;
                continue;
            }

            if (char.IsWhiteSpace(text[i]) || TokenEnds.Contains(text[i]))
            {
                i++;
                continue;
            }

            var limit = code < codes.Length ? Math.Min(end, codes[code].Start) : end;
            i = ScanToken(text, i, Math.Max(i + 1, limit), i == 0 || char.IsWhiteSpace(text[i - 1]));
        }

        // One token: all of it, or the words in it.
        int ScanToken(string source, int from, int to, bool isFree)
        {
            var behind = from + 1;
            while (behind < to && !char.IsWhiteSpace(source[behind]) && !TokenEnds.Contains(source[behind]) && !IsMark(source[behind]))
            {
                behind++;
            }

            var token = source.AsSpan(from, behind - from).TrimEnd(".:?…");
            if (IsWhole(token) || (isFree && IsOption(token)))
            {
                Add(from, from + token.Length, token.ContainsAny("@/") ? ProtectedKind.Address : ProtectedKind.Name);
                return behind;
            }

            for (var i = from; i < behind;)
            {
                var word = WordLength(source, i, behind);
                if (word > 1 && IsName(source.Substring(i, word)))
                {
                    Add(i, i + word, ProtectedKind.Name);
                }

                i += Math.Max(1, word);
            }

            return behind;
        }

        void Add(int from, int to, ProtectedKind kind) => ranges.Add(new InlineRange(from, to, PieceKind.Standalone, kind));
    }

    private static bool IsMark(char c) => c is MarkedText.Open or MarkedText.Close || !XmlCharacter(c);

    private static bool XmlCharacter(char c) => char.IsSurrogate(c) || XmlCharacters.LengthAt([c], 0) > 0;

    /// <summary>A placeholder, or a character that files for translators can't carry as it is.</summary>
    private static (int Length, ProtectedKind Kind) MarkLength(ReadOnlySpan<char> text, int index)
    {
        var c = text[index];
        if (c is MarkedText.Open or MarkedText.Close || XmlCharacters.LengthAt(text, index) == 0)
        {
            return (1, ProtectedKind.Escape);
        }

        if (c == '&' && text[index..].StartsWith("&amp;", StringComparison.Ordinal))
        {
            return ("&amp;".Length, ProtectedKind.Escape);
        }

        var isStart = c is '<' or '{' or '%' || (c is 'x' or 'X' && (index == 0 || !char.IsLetterOrDigit(text[index - 1])));
        return isStart ? (Placeholder.LengthAt(text, index), ProtectedKind.Placeholder) : default;
    }

    /// <summary>Letters, digits and underscores, joined by points and pairs of colons inside.</summary>
    private static int WordLength(string text, int start, int end)
    {
        var i = start;
        while (i < end)
        {
            var joint = Tokens.IsWordPart(text[i]) ? 1 : i > start ? JointLength(text.AsSpan(i, end - i)) : 0;
            if (joint == 0)
            {
                break;
            }

            i += joint;
        }

        return i - start;

        static int JointLength(ReadOnlySpan<char> rest) => rest switch
        {
            ['.', var next, ..] when char.IsAsciiLetter(next) => 1,
            [':', ':', var next, ..] when char.IsAsciiLetter(next) => 2,
            _ => 0,
        };
    }

    /// <summary>Addresses, files, paths and GUIDs: nothing in them is a word.</summary>
    private static bool IsWhole(ReadOnlySpan<char> token)
    {
        var at = token.IndexOf('@');
        return token.Contains("://", StringComparison.Ordinal)
            || token.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
            || (at > 0 && token[at..].Contains('.'))
            || token is [_, ':', '\\', ..]
            || Tokens.IsFileName(token)
            || (token.Length == 36 && Guid.TryParse(token, out _));
    }

    private static bool IsOption(ReadOnlySpan<char> token) => token is ['-', '-', _, ..] or ['-', _, _, ..] && char.IsAsciiLetter(token.TrimStart('-') is [var first, ..] ? first : ' ');

    /// <summary>What no language writes: letters with several digits, underscores, a capital inside, letters that stand for others.</summary>
    private static bool IsName(string word)
    {
        if (!System.Text.Ascii.IsValid(word))
        {
            return false;
        }

        var digits = word.Count(char.IsAsciiDigit);
        var letters = word.Count(char.IsAsciiLetter);
        var humps = Tokens.CountHumps(word);
        var isLong = word.Length >= 6;
        return (letters > 0 && digits >= FewestDigits)
            || (letters > 1 && word.Contains('_', StringComparison.Ordinal))
            || (humps > 0 && word.AsSpan().ContainsAny('.', ':'))
            || (humps > 0 && isLong && (humps > 1 || word.Length >= 8 || char.IsAsciiLetterLower(word[0])))
            || Tokens.HasPlaceholder(word);
    }
}
