using System.Buffers;
using KbApi.Content.Syntax;

namespace KbApi.Content.Reading.Entries;

/// <summary>Finds what a text quotes: what stands in quotes, code spans or bold in it.</summary>
internal static class QuotedTexts
{
    private const int MinWords = 2;
    private const int MinBoldWords = 4;
    private const int MaxLabelLength = 60;
    private const int MaxLength = 1000;

    private static readonly SearchValues<char> Openings = SearchValues.Create("\"\u201C\u201D\u201E\u00AB\u300C");
    private static readonly SearchValues<char> Closings = SearchValues.Create("\"\u201D\u201C\u00BB\u300D");

    /// <summary>What stands in quotes, code spans or bold.</summary>
    public static IReadOnlyList<TextRange> In(InlineText text)
    {
        var found = new List<TextRange>();
        AddMarked(text, found);
        AddInQuotes(text, found);
        if (found.Count < 2)
        {
            return found;
        }

        // Of ranges that overlap, the first stands.
        var apart = new List<TextRange>(found.Count);
        foreach (var range in found.OrderBy(r => r.Start))
        {
            if (apart.Count == 0 || range.Start >= apart[^1].End)
            {
                apart.Add(range);
            }
        }

        return apart;
    }

    private static void AddMarked(InlineText text, List<TextRange> found)
    {
        foreach (var mark in text.Marks)
        {
            var minimum = mark.Kind switch { InlineMarkKind.Code => MinWords, InlineMarkKind.Strong => MinBoldWords, _ => int.MaxValue };
            if (minimum != int.MaxValue && WordCount(text.Text.AsSpan(mark.Start, mark.Length)) >= minimum && !(mark.Kind == InlineMarkKind.Strong && IsLabel(text.Text, mark))
                && Unquoted(new TextRange(text, mark.Start, mark.Length)) is { IsEmpty: false } range)
            {
                found.Add(range);
            }
        }
    }

    /// <summary>Whether bold text opens a line and a colon ends it: it names what follows.</summary>
    private static bool IsLabel(string text, InlineMark mark)
    {
        var end = mark.Start + mark.Length;
        return mark.Length <= MaxLabelLength && (mark.Start == 0 || text[mark.Start - 1] == '\n') && (text[end - 1] is ':' or '\uFF1A' || (end < text.Length && text[end] is ':' or '\uFF1A'));
    }

    /// <summary>What stands between the quotes where they stand around all of the text.</summary>
    public static TextRange Unquoted(TextRange range)
    {
        var text = range.AsSpan();
        var isQuoted = text.Length > 2 && Openings.Contains(text[0]) && text[1..].IndexOfAny(Closings) == text.Length - 2;
        return isQuoted ? new TextRange(range.Text, range.Start + 1, range.Length - 2) : range;
    }

    /// <summary>What stands in quotes alone, in order.</summary>
    public static IReadOnlyList<TextRange> InQuotes(InlineText text)
    {
        if (!text.Text.AsSpan().ContainsAny(Openings))
        {
            return [];
        }

        var found = new List<TextRange>();
        AddInQuotes(text, found);
        return found;
    }

    private static void AddInQuotes(InlineText text, List<TextRange> found)
    {
        var content = text.Text;
        for (var i = NextOpening(content, 0); i < content.Length; i = NextOpening(content, i))
        {
            var start = i + 1;
            var length = content.AsSpan(start, Math.Min(MaxLength, content.Length - start)).IndexOfAny(Closings);
            i = start;
            if (length > 0)
            {
                var end = start + length;

                // Machine translation pulls the colon before a quotation into it.
                while (start < end && content[start] is ':' or ' ')
                {
                    start++;
                }

                var range = new TextRange(text, start, end - start);
                if (WordCount(range.AsSpan()) >= MinWords)
                {
                    found.Add(range);
                }

                i = end + 1;
            }
        }
    }

    private static int NextOpening(string text, int start)
    {
        if (start >= text.Length)
        {
            return text.Length;
        }

        var next = text.AsSpan(start).IndexOfAny(Openings);
        return next < 0 ? text.Length : start + next;
    }

    /// <summary>How many words a text has; in a script without blanks, how many characters.</summary>
    public static int WordCount(ReadOnlySpan<char> text)
    {
        var words = 0;
        var inWord = false;
        foreach (var c in text)
        {
            var isBlank = char.IsWhiteSpace(c);
            words += !isBlank && (!inWord || c >= '\u3040') ? 1 : 0;
            inWord = !isBlank;
        }

        return words;
    }
}
