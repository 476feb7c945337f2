namespace KbApi.Content.Editing.Locales;

/// <summary>Tells texts that people translate from those that only machines read.</summary>
internal static class WordText
{
    /// <summary>Whether a stretch of Markdown holds a word of a language outside of code: letters in small ones, or of a script without them.</summary>
    public static bool HasWords(ReadOnlySpan<char> markdown)
    {
        var isCode = false;
        for (var i = 0; i < markdown.Length;)
        {
            if (markdown[i] == '`')
            {
                isCode = !isCode;
                i++;
                continue;
            }

            var end = i;
            while (end < markdown.Length && !char.IsWhiteSpace(markdown[end]) && markdown[end] != '`')
            {
                end++;
            }

            if (end > i && !isCode && IsWord(markdown[i..end].Trim("*_.,:;!?()[]\"'")))
            {
                return true;
            }

            i = Math.Max(end, i + 1);
        }

        return false;
    }

    private static bool IsWord(ReadOnlySpan<char> text)
    {
        if (text.Length < 2 || !char.IsLetter(text[0]))
        {
            return false;
        }

        foreach (var c in text[1..])
        {
            if (!char.IsLetter(c) && c is not ('-' or '\'' or '\u2019'))
            {
                return false;
            }

            if (char.IsUpper(c))
            {
                return false;
            }
        }

        return true;
    }
}
