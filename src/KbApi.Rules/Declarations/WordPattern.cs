namespace KbApi.Rules.Declarations;

/// <summary>
/// A pattern of words: <c>#</c> is a digit, <c>?</c> a letter or digit, <c>*</c> any number of them, all else stands for itself, small or
/// capital. It matches whole words, in time proportional to pattern times text.
/// </summary>
/// <param name="pattern">The pattern.</param>
internal sealed class WordPattern(string pattern)
{
    public const int MostCharacters = 100;

    /// <summary>The matches in a text, from the left, none overlapping another.</summary>
    public IEnumerable<(int Start, int Length)> Find(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            var length = IsBoundary(text, i) ? LengthAt(text, i) : 0;
            if (length > 0)
            {
                yield return (i, length);
            }

            i += Math.Max(1, length);
        }
    }

    /// <summary>Whether the whole text matches.</summary>
    public bool IsMatch(string text) => text.Length > 0 && LengthAt(text, 0) == text.Length;

    private int LengthAt(string text, int start)
    {
        var at = start;
        foreach (var c in pattern)
        {
            if (c == '*')
            {
                while (at < text.Length && IsWordPart(text[at]))
                {
                    at++;
                }
            }
            else if (at < text.Length && IsSame(c, text[at]))
            {
                at++;
            }
            else
            {
                return 0;
            }
        }

        return IsBoundary(text, at) ? at - start : 0;
    }

    private static bool IsSame(char pattern, char c) => pattern switch
    {
        '#' => char.IsAsciiDigit(c),
        '?' => char.IsLetterOrDigit(c),
        _ => char.ToUpperInvariant(pattern) == char.ToUpperInvariant(c),
    };

    private static bool IsBoundary(string text, int at) => at == 0 || at == text.Length || !(IsWordPart(text[at - 1]) && IsWordPart(text[at]));

    private static bool IsWordPart(char c) => char.IsLetterOrDigit(c) || c == '_';
}
