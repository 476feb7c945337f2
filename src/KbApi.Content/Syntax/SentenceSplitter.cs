using System.Buffers;
using KbApi.Content.Lexicons;

namespace KbApi.Content.Syntax;

/// <summary>Cuts text into sentences: at full stops, exclamation and question marks before a blank, at their East Asian forms, and at line breaks.</summary>
internal static class SentenceSplitter
{
    private static readonly SearchValues<char> Ends = SearchValues.Create(".!?\n\u3002\uFF01\uFF1F");

    /// <summary>The first sentence of a text, or an empty range where it has none.</summary>
    public static TextRange First(TextRange range, Lexicon lexicon) => Next(range, range.Start, lexicon);

    /// <summary>The sentence that begins at or behind a place, or an empty range at the end of the text.</summary>
    public static TextRange Next(TextRange range, int start, Lexicon lexicon)
    {
        while (start < range.End)
        {
            var end = EndOf(range, start, lexicon);
            var sentence = new TextRange(range.Text, start, end - start);
            if (!sentence.IsEmpty)
            {
                return sentence;
            }

            start = end;
        }

        return new TextRange(range.Text, range.End, 0);
    }

    private static int EndOf(TextRange range, int start, Lexicon lexicon)
    {
        var text = range.Text.Text;
        for (var i = NextEnd(text, start, range.End); i < range.End; i = NextEnd(text, i + 1, range.End))
        {
            if (EndsSentence(text, i, range.End, lexicon))
            {
                return SkipClosers(text, i + 1, range.End);
            }
        }

        return range.End;
    }

    private static int NextEnd(string text, int start, int end)
    {
        var next = text.AsSpan(start, end - start).IndexOfAny(Ends);
        return next < 0 ? end : start + next;
    }

    private static bool EndsSentence(string text, int at, int end, Lexicon lexicon) => text[at] switch
    {
        '\n' or '\u3002' or '\uFF01' or '\uFF1F' => true,
        '.' => IsBeforeBlank(text, at, end) && !IsNumbering(text, at) && lexicon.Abbreviations.LongestEndingAt(text, at + 1) == 0,
        '!' or '?' => IsBeforeBlank(text, at, end),
        _ => false,
    };

    private static bool IsBeforeBlank(string text, int at, int end)
    {
        var next = SkipClosers(text, at + 1, end);
        return next >= end || char.IsWhiteSpace(text[next]);
    }

    /// <summary>The place behind quotes and brackets that close with the sentence.</summary>
    private static int SkipClosers(string text, int at, int end)
    {
        while (at < end && text[at] is ')' or '"' or '\'' or '\u201D' or '\u2019' or '\u00BB')
        {
            at++;
        }

        return at;
    }

    /// <summary>Whether the full stop belongs to a list number at the beginning of a line, such as <c>1.</c> or <c>a.</c>.</summary>
    private static bool IsNumbering(string text, int at)
    {
        var lineStart = text.LastIndexOf('\n', Math.Max(0, at - 1)) + 1;
        var label = text.AsSpan(lineStart, at - lineStart).Trim();
        return label.Length is 1 or 2 && (char.IsAsciiLetter(label[0]) ? label.Length == 1 : !label.ContainsAnyExceptInRange('0', '9'));
    }
}
