using Markdig.Helpers;
using Markdig.Syntax;

namespace KbApi.Content.Syntax;

/// <summary>Takes the tags of HTML lines that it wants, and what stands between them.</summary>
internal interface IHtmlSink
{
    /// <summary>Whether tags of this name are cut out of the text; all others remain a part of it.</summary>
    public bool Wants(ReadOnlySpan<char> name);

    public void AddTag(HtmlTag tag);

    /// <summary>A piece of one line.</summary>
    public void AddText(StringLine piece);
}

/// <summary>Cuts the lines of an HTML block at its tags, in one pass. Comments are left out.</summary>
internal sealed class HtmlLines(IHtmlSink sink)
{
    private const string CommentStart = "<!--";
    private const string CommentEnd = "-->";
    private const string TagEnd = ">";

    /// <summary>Where the tag or comment begins that the reader is in, or null.</summary>
    private StringLine? _open;
    private string _end = TagEnd;

    /// <summary>Reads a block of lines.</summary>
    /// <param name="block">The block.</param>
    /// <param name="text">The text of the document.</param>
    /// <param name="sink">What takes tags and text.</param>
    public static void Read(LeafBlock block, string text, IHtmlSink sink)
    {
        var reader = new HtmlLines(sink);
        for (var i = 0; i < block.Lines.Count; i++)
        {
            if (InPlace(block.Lines.Lines[i], text) is { } line)
            {
                reader.ReadLine(line);
            }
        }
    }

    /// <summary>The line as a part of the document's text. The parser copies lines that begin with tabs; all but those is the same.</summary>
    private static StringLine? InPlace(StringLine line, string text)
    {
        if (line.Slice.Text.Length == text.Length)
        {
            return line;
        }

        var content = line.Slice.AsSpan().Trim();
        var start = Math.Clamp(line.Position, 0, text.Length);
        var rest = text.AsSpan(start);
        var end = rest.IndexOfAny('\r', '\n');
        var at = (end < 0 ? rest : rest[..end]).IndexOf(content, StringComparison.Ordinal);
        if (at < 0 || content.IsEmpty)
        {
            return null;
        }

        line.Slice = new StringSlice(text, start + at, start + at + content.Length - 1, NewLine.LineFeed);
        return line;
    }

    private void ReadLine(StringLine line)
    {
        var text = line.Slice.AsSpan();
        var textStart = 0;
        for (var at = 0; at < text.Length;)
        {
            if (_open is null)
            {
                at = FindOpening(text, at);
                if (at < 0)
                {
                    break;
                }

                AddText(line, textStart, at);
                _open = Piece(line, at, text.Length);
                at++;
            }

            var closing = text[at..].IndexOf(_end, StringComparison.Ordinal);
            if (closing < 0)
            {
                return;
            }

            at += closing + _end.Length;
            textStart = at;
            Close(line, at);
        }

        if (_open is null)
        {
            AddText(line, textStart, text.Length);
        }
    }

    /// <summary>Where the next comment or wanted tag begins, or -1.</summary>
    private int FindOpening(ReadOnlySpan<char> text, int from)
    {
        while (true)
        {
            var next = text[from..].IndexOf('<');
            if (next < 0)
            {
                return -1;
            }

            from += next;
            var rest = text[from..];
            var isComment = rest.StartsWith(CommentStart, StringComparison.Ordinal);
            if (isComment || sink.Wants(HtmlTag.NameOf(rest)))
            {
                _end = isComment ? CommentEnd : TagEnd;
                return from;
            }

            from++;
        }
    }

    private void Close(StringLine line, int end)
    {
        var open = _open!.Value;
        _open = null;
        if (ReferenceEquals(_end, CommentEnd))
        {
            return;
        }

        var text = open.Slice;
        text.End = line.Slice.Start + end - 1;
        sink.AddTag(new HtmlTag(text, open.Line));
    }

    private void AddText(StringLine line, int start, int end)
    {
        if (end > start)
        {
            sink.AddText(Piece(line, start, end));
        }
    }

    private static StringLine Piece(StringLine line, int start, int end)
    {
        var slice = new StringSlice(line.Slice.Text, line.Slice.Start + start, line.Slice.Start + end - 1, NewLine.LineFeed);
        return new StringLine(slice, line.Line, line.Column + start, slice.Start, NewLine.LineFeed);
    }
}
