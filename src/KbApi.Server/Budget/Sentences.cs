using System.Buffers;

namespace KbApi.Server.Budget;

/// <summary>Where a text may be cut: behind sentences, and where none fits, behind words.</summary>
internal static class Sentences
{
    private const char Ellipsis = '\u2026';

    private static readonly SearchValues<char> Ends = SearchValues.Create(".!?\n\u3002\uFF01\uFF1F");

    /// <summary>The places behind each sentence, in order; the last is the end of the text.</summary>
    public static List<int> EndsOf(string text)
    {
        var ends = new List<int>();
        for (var i = 0; i < text.Length; i++)
        {
            var next = text.AsSpan(i).IndexOfAny(Ends);
            if (next < 0)
            {
                break;
            }

            i += next;
            if (EndsSentence(text, i))
            {
                i = SkipClosers(text, i + 1);
                ends.Add(i);
                i--;
            }
        }

        if (ends.Count == 0 || ends[^1] < text.Length)
        {
            ends.Add(text.Length);
        }

        return ends;
    }

    /// <summary>The beginning of a text up to a word, with an ellipsis; at most <paramref name="length"/> characters and the ellipsis.</summary>
    public static string CutAtWord(string text, int length)
    {
        if (length >= text.Length)
        {
            return text;
        }

        var cut = length > 0 ? text.LastIndexOf(' ', length) : 0;
        cut = cut > 0 ? cut : length;
        if (cut > 0 && char.IsHighSurrogate(text[cut - 1]))
        {
            cut--;
        }

        return text[..cut].TrimEnd() + Ellipsis;
    }

    private static bool EndsSentence(string text, int at)
    {
        if (text[at] is '\n' or '\u3002' or '\uFF01' or '\uFF1F')
        {
            return true;
        }

        var next = SkipClosers(text, at + 1);
        if (next >= text.Length)
        {
            return true;
        }

        // "t.ex. " and "e.g. " end no sentence: a single letter stands before the full stop, or a small one behind.
        return char.IsWhiteSpace(text[next])
            && !(text[at] == '.' && IsSingleLetterBefore(text, at))
            && !(next + 1 < text.Length && char.IsLower(text[next + 1]));
    }

    private static bool IsSingleLetterBefore(string text, int at) =>
        at > 0 && char.IsLetterOrDigit(text[at - 1]) && (at == 1 || !char.IsLetterOrDigit(text[at - 2]));

    private static int SkipClosers(string text, int at)
    {
        while (at < text.Length && text[at] is ')' or ']' or '"' or '\'' or '\u201D' or '\u2019' or '\u00BB')
        {
            at++;
        }

        return at;
    }
}
