using KbApi.Content.Codes;
using KbApi.Content.Lexicons;
using KbApi.Content.Model;
using KbApi.Content.Syntax;

namespace KbApi.Content.Reading;

/// <summary>Finds the texts that a screen or log shows: message cells, and what stands in quotes, code spans or bold in a symptom.</summary>
internal static class MessageReader
{
    private const int MinWords = 2;
    private const int MinBoldWords = 4;
    private const int MaxLength = 1000;
    private const string Openings = "\"\u201C\u201D\u201E\u00AB\u300C";
    private const string Closings = "\"\u201D\u201C\u00BB\u300D";

    public static IEnumerable<Message> Read(EntryDraft draft)
    {
        foreach (var (role, text) in draft.Parts)
        {
            if (text.IsEmpty)
            {
                continue;
            }

            if (role == ColumnRole.Message || (role == ColumnRole.Name && !Word.IsSymbol(text.Text) && WordCount(text.Text) >= MinWords))
            {
                var all = Unquoted(TextRange.All(text)).ToProse();
                yield return new Message(all.Text, all.Span, IsLiteral: true);
            }
            else if (role == ColumnRole.Symptom)
            {
                foreach (var message in Quoted(text).Select(q => q.ToProse()))
                {
                    yield return new Message(message.Text, message.Span, IsLiteral: true);
                }
            }
        }
    }

    /// <summary>What stands in quotes, code spans or bold.</summary>
    public static IEnumerable<TextRange> Quoted(InlineText text)
    {
        var covered = 0;
        foreach (var range in Marked(text).Concat(InQuotes(text)).OrderBy(r => r.Start))
        {
            if (range.Start >= covered)
            {
                covered = range.End;
                yield return range;
            }
        }
    }

    private static IEnumerable<TextRange> Marked(InlineText text)
    {
        foreach (var mark in text.Marks)
        {
            var minimum = mark.Kind switch { InlineMarkKind.Code => MinWords, InlineMarkKind.Strong => MinBoldWords, _ => int.MaxValue };
            if (minimum != int.MaxValue && WordCount(text.TextOf(mark)) >= minimum)
            {
                yield return Unquoted(new TextRange(text, mark.Start, mark.Length));
            }
        }
    }

    /// <summary>What stands between the quotes where they stand around all of the text.</summary>
    private static TextRange Unquoted(TextRange range)
    {
        var text = range.AsSpan();
        var isQuoted = text.Length > 2 && Openings.Contains(text[0], StringComparison.Ordinal) && text[1..].IndexOfAny(Closings) == text.Length - 2;
        return isQuoted ? new TextRange(range.Text, range.Start + 1, range.Length - 2) : range;
    }

    private static IEnumerable<TextRange> InQuotes(InlineText text)
    {
        var content = text.Text;
        for (var i = 0; i < content.Length; i++)
        {
            if (!Openings.Contains(content[i], StringComparison.Ordinal))
            {
                continue;
            }

            var end = content.AsSpan(i + 1, Math.Min(MaxLength, content.Length - i - 1)).IndexOfAny(Closings);
            if (end > 0)
            {
                // Machine translation pulls the colon before a quotation into it.
                var start = i + 1;
                while (start < i + 1 + end && content[start] is ':' or ' ')
                {
                    start++;
                }

                var range = new TextRange(text, start, i + 1 + end - start);
                if (WordCount(range.AsSpan()) >= MinWords)
                {
                    yield return range;
                }

                i += end + 1;
            }
        }
    }

    private static int WordCount(ReadOnlySpan<char> text)
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
