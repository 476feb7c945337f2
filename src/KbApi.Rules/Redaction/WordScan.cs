namespace KbApi.Rules.Redaction;

/// <summary>Finds where words end, and says in the same pass whether they are more than words of a language.</summary>
internal static class WordScan
{
    private const string Ends = " \t\r\n\"'<>()[]{},;|&`";
    private const string Signs = "0123456789@:.=/\\_-+?";
    private const byte End = 1;
    private const byte Sign = 2;

    private static readonly byte[] Kinds = [.. Enumerable.Range(0, 128).Select(c => Ends.Contains((char)c, StringComparison.Ordinal) ? End : Signs.Contains((char)c, StringComparison.Ordinal) ? Sign : default)];

    /// <summary>Whether a character is in no word.</summary>
    public static bool IsEnd(char c) => c < Kinds.Length ? Kinds[c] == End : c is '\u201C' or '\u201D';

    /// <summary>Where a word ends.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the word begins.</param>
    /// <param name="hasSigns">Whether it has digits or signs that words of a language have not.</param>
    public static int EndOf(string text, int start, out bool hasSigns)
    {
        var seen = 0;
        var i = start;
        while (i < text.Length && !IsEnd(text[i]))
        {
            seen |= text[i] < Kinds.Length ? Kinds[text[i]] : 0;
            i++;
        }

        hasSigns = (seen & Sign) != 0;
        return i;
    }
}
