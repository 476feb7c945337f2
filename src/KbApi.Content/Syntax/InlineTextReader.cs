using System.Buffers;
using System.Text;
using KbApi.Content.Text;
using Markdig.Extensions.Tables;
using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KbApi.Content.Syntax;

/// <summary>Reads blocks and inlines into <see cref="InlineText"/>. Keeps its buffers: one reader for a document, not for several threads.</summary>
internal sealed class InlineTextReader(string source)
{
    private static readonly SearchValues<char> UnevenBlanks = SearchValues.Create("\t\n\r\u00A0");

    private readonly Dictionary<Block, InlineText> _known = new(ReferenceEqualityComparer.Instance);
    private readonly StringBuilder _text = new();
    private readonly List<InlineText.Segment> _segments = [];
    private readonly List<InlineMark> _marks = [];
    private readonly HtmlInlineState _html = new();
    private int _breaks;
    private bool _spacePending;
    private int _spaceSource;
    private bool _isCell;

    /// <summary>The text of a leaf, or of all leaves in a container (a cell, a list item) as paragraphs.</summary>
    public InlineText Read(Block block)
    {
        if (!_known.TryGetValue(block, out var text))
        {
            Clear();
            _isCell = block is TableCell;
            ReadBlock(block);
            text = Build(SpanOf(block));
            _known.Add(block, text);
        }

        return text;
    }

    /// <summary>The text of several blocks, as paragraphs.</summary>
    public InlineText Read(IEnumerable<Block> blocks, TextSpan span)
    {
        Clear();
        foreach (var block in blocks)
        {
            ReadBlock(block);
        }

        return Build(span);
    }

    public static TextSpan SpanOf(MarkdownObject node)
    {
        var start = Math.Max(0, node.Span.Start);
        return TextSpan.FromBounds(start, Math.Max(start, EndOf(node)));
    }

    /// <summary>The offset behind a block or inline. A code block whose fence is not closed ends, for the parser, where it begins.</summary>
    public static int EndOf(MarkdownObject node) => node switch
    {
        FencedCodeBlock { Lines: { Count: > 0 } lines } => Math.Max(node.Span.End, lines.Lines[lines.Count - 1].Slice.End) + 1,
        ContainerBlock { LastChild: { } last } => Math.Max(node.Span.End + 1, EndOf(last)),
        _ => node.Span.End + 1,
    };

    private void Clear()
    {
        _text.Clear();
        _segments.Clear();
        _marks.Clear();
        _html.Clear();
        _breaks = 0;
        _spacePending = false;
        _isCell = false;
    }

    private InlineText Build(TextSpan span)
    {
        if (_marks.Count > 1)
        {
            _marks.Sort(static (left, right) => left.Start != right.Start ? left.Start.CompareTo(right.Start) : left.Source.Start.CompareTo(right.Source.Start));
        }

        return new InlineText(_text.ToString(), span, [.. _segments], [.. _marks]);
    }

    private void ReadBlock(Block block)
    {
        if (block is LeafBlock unread)
        {
            if (PlainLines.IsPlain(unread))
            {
                BreakParagraph();
                ReadPlain(unread);
                return;
            }

            LazyInlines.Ensure(unread);
        }

        switch (block)
        {
            case ContainerBlock container:
                foreach (var child in container)
                {
                    ReadBlock(child);
                }

                break;
            case LeafBlock { Inline: { } inlines }:
                BreakParagraph();
                ReadInlines(inlines);
                break;
            case CodeBlock code and not Markdig.Extensions.Yaml.YamlFrontMatterBlock:
                BreakParagraph();
                ReadLines(code);
                break;
        }
    }

    private void ReadPlain(LeafBlock leaf)
    {
        for (var i = 0; i < leaf.Lines.Count; i++)
        {
            var line = leaf.Lines.Lines[i].Slice;
            if (i > 0)
            {
                Space(leaf.Lines.Lines[i - 1].Slice.End + 1);
            }

            Append(line.AsSpan(), line.Start, line.Length);
        }
    }

    private void ReadLines(CodeBlock code)
    {
        FlushBreaks();
        var start = _text.Length;
        for (var i = 0; i < code.Lines.Count; i++)
        {
            var line = code.Lines.Lines[i];
            var text = line.Slice.AsSpan().Trim();
            Append(text, PlaceOf(text, line), text.Length);
            Break();
        }

        AddMark(InlineMarkKind.Code, start, SpanOf(code));
    }

    /// <summary>Where the text of a line of code stands. The parser copies lines whose indentation ends inside a tab.</summary>
    private int PlaceOf(ReadOnlySpan<char> text, StringLine line)
    {
        var start = line.Slice.Start + line.Slice.AsSpan().IndexOf(text);
        if (start >= line.Position && source.AsSpan(Math.Min(start, source.Length)).StartsWith(text))
        {
            return start;
        }

        var found = source.AsSpan(Math.Min(line.Position, source.Length)).IndexOf(text);
        return found < 0 ? line.Position : line.Position + found;
    }

    private void ReadInlines(ContainerInline container)
    {
        for (var inline = container.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            ReadInline(inline);
        }
    }

    private void ReadInline(Inline inline)
    {
        switch (inline)
        {
            case LiteralInline literal:
                ReadLiteral(literal);
                break;
            case LineBreakInline { IsHard: true }:
                Break();
                break;
            case LineBreakInline:
                Space(inline.Span.Start);
                break;
            case CodeInline code:
                ReadCode(code);
                break;
            case HtmlEntityInline entity:
                ReadEntity(entity);
                break;
            case AutolinkInline link:
                ReadAutolink(link);
                break;
            case HtmlInline html:
                ReadHtml(html);
                break;
            case LinkInline { IsImage: true } image:
                _marks.Add(new InlineMark(InlineMarkKind.Image, _text.Length, 0, SpanOf(image), image.Url));
                break;
            case LinkInline link:
                ReadMarked(link, InlineMarkKind.Link, link.GetDynamicUrl?.Invoke() ?? link.Url);
                break;
            case EmphasisInline emphasis:
                ReadMarked(emphasis, emphasis.DelimiterCount >= 2 ? InlineMarkKind.Strong : InlineMarkKind.Emphasis, target: null);
                break;
            case DelimiterInline delimiter:
                var literalText = delimiter.ToLiteral();
                Append(literalText, delimiter.Span.Start, literalText.Length);
                ReadInlines(delimiter);
                break;
            case ContainerInline container:
                ReadInlines(container);
                break;
        }
    }

    private void ReadLiteral(LiteralInline literal)
    {
        var text = literal.Content.AsSpan();
        var start = literal.Span.End - text.Length + 1;
        if (literal.IsFirstCharacterEscaped && !text.IsEmpty)
        {
            // An escaped character stands for itself and its backslash.
            Append(text[..1], start - 1, 2);
            text = text[1..];
            start++;
        }

        Append(text, start, text.Length);
    }

    private void ReadEntity(HtmlEntityInline entity)
    {
        var text = entity.Transcoded.AsSpan();
        if (CountBlanks(text) == text.Length)
        {
            Space(entity.Span.Start);
        }
        else
        {
            Append(text, entity.Span.Start, entity.Span.Length);
        }
    }

    private void ReadMarked(ContainerInline inline, InlineMarkKind kind, string? target)
    {
        FlushSpace();
        var start = _text.Length;
        ReadInlines(inline);
        AddMark(kind, start, SpanOf(inline), target);
    }

    private void ReadCode(CodeInline code)
    {
        FlushSpace();
        var start = _text.Length;
        var content = code.Content.AsSpan();
        var position = code.Span.Start + code.DelimiterCount;
        var end = code.Span.End + 1 - code.DelimiterCount;
        while (!content.IsEmpty && position < end)
        {
            var rest = source.AsSpan(position, end - position);
            var same = content.CommonPrefixLength(rest);
            var pipe = _isCell ? content[..same].IndexOf("\\|") : -1;
            if (pipe == 0)
            {
                // A pipe in a table's code span is written with a backslash that no reader sees.
                Append("|", position, 2, collapse: false);
                content = content[2..];
                position += 2;
            }
            else if (same > 0)
            {
                same = pipe > 0 ? pipe : same;
                Append(content[..same], position, same, collapse: false);
                content = content[same..];
                position += same;
            }
            else if (rest[0] is '\r' or '\n' && content[0] == ' ')
            {
                Append(" ", position, 1, collapse: false);
                content = content[1..];
                position++;
            }
            else
            {
                // What the parser leaves out: a blank at the edge, what a quote's next line begins with.
                position++;
            }
        }

        AddMark(InlineMarkKind.Code, start, SpanOf(code));
    }

    private void ReadAutolink(AutolinkInline link)
    {
        FlushSpace();
        var start = _text.Length;
        Append(link.Url, link.Span.Start + 1, link.Url.Length);
        AddMark(InlineMarkKind.Link, start, SpanOf(link), link.IsEmail ? "mailto:" + link.Url : link.Url);
    }

    private void ReadHtml(HtmlInline html)
    {
        switch (_html.Read(html.Tag))
        {
            case HtmlInlineEffect.Break:
                Break();
                break;
            case HtmlInlineEffect.Paragraph:
                BreakParagraph();
                break;
            case HtmlInlineEffect.Item:
                Break();
                FlushBreaks();
                var kind = _html.InOrderedList ? InlineMarkKind.OrderedListItem : InlineMarkKind.ListItem;
                _marks.Add(new InlineMark(kind, _text.Length, 0, SpanOf(html)));
                break;
            case HtmlInlineEffect.Anchor:
                _marks.Add(new InlineMark(InlineMarkKind.Anchor, _text.Length, 0, SpanOf(html), _html.AnchorName));
                break;
            case HtmlInlineEffect.Image:
                _marks.Add(new InlineMark(InlineMarkKind.Image, _text.Length, 0, SpanOf(html), _html.Target));
                break;
            case HtmlInlineEffect.Open:
                FlushSpace();
                _html.Open(_text.Length, html.Span.Start);
                break;
            case HtmlInlineEffect.Close when _html.Close() is var (textStart, sourceStart, target):
                AddMark(_html.Kind, textStart, TextSpan.FromBounds(sourceStart, Math.Max(sourceStart, EndOf(html))), target);
                break;
        }
    }

    private void AddMark(InlineMarkKind kind, int start, TextSpan span, string? target = null)
    {
        if (_text.Length > start || target is not null)
        {
            _marks.Add(new InlineMark(kind, start, Math.Max(0, _text.Length - start), span, target));
        }
    }

    private void Break() => _breaks = _text.Length == 0 ? 0 : Math.Min(2, _breaks + 1);

    private void BreakParagraph() => _breaks = _text.Length == 0 ? 0 : 2;

    private void Space(int sourcePosition)
    {
        if (!_spacePending)
        {
            _spacePending = true;
            _spaceSource = sourcePosition;
        }
    }

    private void FlushBreaks()
    {
        if (_breaks > 0)
        {
            _text.Append('\n', _breaks);
            _breaks = 0;
            _spacePending = false;
        }
    }

    private void FlushSpace()
    {
        FlushBreaks();
        if (_spacePending && _text.Length > 0 && _text[^1] != '\n')
        {
            AddSegment(1, _spaceSource, 1);
            _text.Append(' ');
        }

        _spacePending = false;
    }

    private void Append(ReadOnlySpan<char> text, int sourceStart, int sourceLength, bool collapse = true)
    {
        if (text.Length != sourceLength || !collapse)
        {
            if (!text.IsEmpty)
            {
                FlushSpace();
                AddSegment(text.Length, sourceStart, sourceLength);
                _text.Append(text);
            }

            return;
        }

        while (!text.IsEmpty)
        {
            var blanks = CountBlanks(text);
            if (blanks > 0)
            {
                Space(sourceStart);
            }
            else
            {
                blanks = EvenLength(text);
                FlushSpace();
                AddSegment(blanks, sourceStart, blanks);
                _text.Append(text[..blanks]);
            }

            text = text[blanks..];
            sourceStart += blanks;
        }
    }

    /// <summary>How much of a text that begins with a word stays as it is: the words up to where blanks are to be collapsed.</summary>
    private static int EvenLength(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny(UnevenBlanks);
        end = end < 0 ? text.Length : end;
        var twoBlanks = text[..end].IndexOf("  ");
        end = twoBlanks < 0 ? end : twoBlanks;
        return text[..end].TrimEnd(' ').Length;
    }

    private static int CountBlanks(ReadOnlySpan<char> text)
    {
        var count = text.IndexOfAnyExcept([' ', '\t', '\n', '\r', '\u00A0']);
        return count < 0 ? text.Length : count;
    }

    private void AddSegment(int plainLength, int sourceStart, int sourceLength)
    {
        if (_segments.Count > 0 && plainLength == sourceLength)
        {
            var last = _segments[^1];
            if (last.PlainLength == last.SourceLength && last.SourceEnd == sourceStart && last.PlainEnd == _text.Length)
            {
                _segments[^1] = last with { PlainLength = last.PlainLength + plainLength, SourceLength = last.SourceLength + sourceLength };
                return;
            }
        }

        _segments.Add(new InlineText.Segment(_text.Length, plainLength, sourceStart, sourceLength));
    }
}
