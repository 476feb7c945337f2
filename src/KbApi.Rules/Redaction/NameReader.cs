namespace KbApi.Rules.Redaction;

/// <summary>Reads the name of a person or account behind its label.</summary>
internal static class NameReader
{
    private const int MostWords = 3;
    private const int MostCharsOfWord = 256;

    /// <summary>Where up to three words with capital letters end, or one without.</summary>
    public static int EndOf(string text, int start)
    {
        var end = WordEnd(text, start);
        for (var words = 1; words < MostWords && end + 1 < text.Length && text[end] == ' ' && char.IsUpper(text[end + 1]) && char.IsUpper(text[start]); words++)
        {
            end = WordEnd(text, end + 1);
        }

        return end;
    }

    private static int WordEnd(string text, int i)
    {
        var most = Math.Min(text.Length, i + MostCharsOfWord);
        while (i < most && (char.IsLetterOrDigit(text[i]) || text[i] is '\'' or '-' or '_' or '\\' or '@' or '\u2019' || (text[i] is '.' && i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1]))))
        {
            i++;
        }

        return i;
    }
}
