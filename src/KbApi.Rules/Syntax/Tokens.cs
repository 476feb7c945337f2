namespace KbApi.Rules.Syntax;

/// <summary>Finds what translation leaves alone in a text: codes, names, placeholders, ranges, addresses. All in one pass.</summary>
internal static partial class Tokens
{
    /// <summary>How often a word stands in a text, as a whole word of letters.</summary>
    public static int CountWord(string text, string word)
    {
        var count = 0;
        for (var at = IndexOfWord(text, word); at >= 0; at = IndexOfWord(text, word, at + word.Length))
        {
            count++;
        }

        return count;
    }

    /// <summary>Where a word stands in a text as a whole word, or -1.</summary>
    public static int IndexOfWord(string text, string word, int start = 0)
    {
        for (var at = text.IndexOf(word, start, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + word.Length, StringComparison.OrdinalIgnoreCase))
        {
            if ((at == 0 || !IsWordPart(text[at - 1])) && (at + word.Length == text.Length || !IsWordPart(text[at + word.Length])))
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>How often some characters stand in a text.</summary>
    public static int CountOf(string text, string part) => text.AsSpan().Count(part);

    /// <summary>Whether a character is a letter, a digit or an underscore.</summary>
    public static bool IsWordPart(char c) => char.IsLetterOrDigit(c) || c == '_';

    /// <summary>The words of a text: letters, digits and underscores.</summary>
    public static IEnumerable<(int Start, string Word)> Words(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            if (!IsWordPart(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && IsWordPart(text[i]))
            {
                i++;
            }

            yield return (start, text[start..i]);
        }
    }
}
