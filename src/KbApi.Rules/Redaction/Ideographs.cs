namespace KbApi.Rules.Redaction;

/// <summary>Characters of scripts without blanks, and their punctuation: what stands between them and other letters ends there.</summary>
internal static class Ideographs
{
    public static bool Contains(char c) => c is (>= '\u3000' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7AF') or (>= '\uFF00' and <= '\uFFEF');

    /// <summary>The place of the first of them, or the length of the text where there is none.</summary>
    public static int FirstIn(ReadOnlySpan<char> text)
    {
        var i = text.IndexOfAnyExceptInRange('\0', '\u2FFF');
        while (i >= 0 && i < text.Length && !Contains(text[i]))
        {
            i++;
        }

        return i < 0 ? text.Length : i;
    }
}
