using KbApi.Content.Text;
using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KbApi.Content.Syntax;

/// <summary>Reads code, in which every blank counts, and finds the place of what the parser has copied.</summary>
internal sealed class CodeReader(string source, InlineTextBuilder text)
{
    private const int MaxEntityLength = 40;

    /// <summary>Whether the code stands in a cell of a pipe table, where a pipe is written with a backslash that no reader sees.</summary>
    public bool IsInCell { get; set; }

    public void ReadBlock(CodeBlock code)
    {
        var start = text.BeginLine();
        for (var i = 0; i < code.Lines.Count; i++)
        {
            var line = code.Lines.Lines[i];
            var content = line.Slice.AsSpan().Trim();
            var place = PlaceOf(content, line);
            if (place < 0)
            {
                AppendCopied(content, line.Position);
            }
            else if (code is HtmlCode)
            {
                AppendHtml(content, place);
            }
            else
            {
                text.Append(content, place);
            }

            text.Break();
        }

        text.Mark(InlineMarkKind.Code, start, InlineTextReader.SpanOf(code));
    }

    /// <summary>Appends a line in which the parser has put blanks in the place of tabs.</summary>
    private void AppendCopied(ReadOnlySpan<char> content, int lineStart)
    {
        var beginning = content.IndexOf(' ') is > 0 and var blank ? content[..blank] : content;
        var position = lineStart + Math.Max(0, source.AsSpan(Math.Min(lineStart, source.Length)).IndexOf(beginning));
        while (!content.IsEmpty)
        {
            var rest = source.AsSpan(Math.Min(position, source.Length));
            var same = content.CommonPrefixLength(rest);
            if (same > 0)
            {
                text.AppendAs(content[..same], new TextSpan(position, same));
                content = content[same..];
                position += same;
                continue;
            }

            if (rest is not ['\t', ..])
            {
                text.Append(content, position);
                return;
            }

            var blanks = content.IndexOfAnyExcept(' ') is >= 0 and var end ? end : content.Length;
            if (blanks > 0)
            {
                text.AppendAs(content[..blanks], new TextSpan(position, 1));
            }

            content = content[blanks..];
            position++;
        }
    }

    private void AppendHtml(ReadOnlySpan<char> content, int place)
    {
        while (!content.IsEmpty)
        {
            var length = EntityLength(content);
            var decoded = length > 0 ? HtmlHelper.Unescape(content[..length].ToString(), removeBackSlash: false) : "";
            if (length > 0 && decoded.Length < length)
            {
                text.AppendAs(decoded, new TextSpan(place, length));
            }
            else
            {
                var next = content[1..].IndexOf('&');
                length = next < 0 ? content.Length : next + 1;
                text.Append(content[..length], place);
            }

            content = content[length..];
            place += length;
        }
    }

    /// <summary>The length of what may be an entity, or 0.</summary>
    private static int EntityLength(ReadOnlySpan<char> content)
    {
        var end = content[0] == '&' ? content[..Math.Min(content.Length, MaxEntityLength)].IndexOf(';') : -1;
        return end + 1;
    }

    public void ReadSpan(CodeInline code)
    {
        var start = text.Begin();
        var content = code.Content.AsSpan();
        var position = code.Span.Start + code.DelimiterCount;
        var end = code.Span.End + 1 - code.DelimiterCount;
        while (!content.IsEmpty && position < end)
        {
            var (read, width) = ReadPiece(content, source.AsSpan(position, end - position), position);
            content = content[read..];
            position += width;
        }

        text.Mark(InlineMarkKind.Code, start, InlineTextReader.SpanOf(code));
    }

    /// <summary>Reads what is the same in the parser's copy and in the file, or one step over where they differ; the lengths of both.</summary>
    private (int Read, int Width) ReadPiece(ReadOnlySpan<char> content, ReadOnlySpan<char> rest, int position)
    {
        var same = content.CommonPrefixLength(rest);
        var pipe = IsInCell ? content[..same].IndexOf("\\|") : -1;
        if (pipe == 0)
        {
            text.AppendAs("|", new TextSpan(position, 2));
            return (2, 2);
        }

        same = pipe > 0 ? pipe : same;
        if (same > 0)
        {
            text.AppendAs(content[..same], new TextSpan(position, same));
            return (same, same);
        }

        if (rest[0] is '\r' or '\n' && content[0] == ' ')
        {
            text.AppendAs(" ", new TextSpan(position, 1));
            return (1, 1);
        }

        if (rest.StartsWith("<!--", StringComparison.Ordinal))
        {
            // A comment that was cut out of HTML has left the end of a line.
            var length = rest[2..].IndexOf("-->") is >= 0 and var end ? end + 5 : rest.Length;
            var blank = content[0] == ' ' ? 1 : 0;
            text.AppendAs(content[..blank], new TextSpan(position, length));
            return (blank, length);
        }

        // What the parser leaves out: a blank at the edge, what a quote's next line begins with.
        return (0, 1);
    }

    /// <summary>Where the text of a line of code stands; negative where it does not stand there so. The parser copies lines whose indentation ends inside a tab.</summary>
    private int PlaceOf(ReadOnlySpan<char> content, StringLine line)
    {
        var start = line.Slice.Start + line.Slice.AsSpan().IndexOf(content);
        if (start >= line.Position && source.AsSpan(Math.Min(start, source.Length)).StartsWith(content))
        {
            return start;
        }

        var found = source.AsSpan(Math.Min(line.Position, source.Length)).IndexOf(content);
        return found < 0 ? -1 : line.Position + found;
    }
}
