using KbApi.Content.Syntax.Dialects;
using KbApi.Content.Text;
using Markdig.Extensions.Tables;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;

namespace KbApi.Content.Syntax;

/// <summary>Reads blocks into <see cref="InlineText"/>. Keeps its buffers: one reader for a document, not for several threads.</summary>
internal sealed class InlineTextReader
{
    private readonly Dictionary<Block, InlineText> _known = new(ReferenceEqualityComparer.Instance);
    private readonly InlineTextBuilder _text = new();
    private readonly InlineReader _inlines;
    private readonly CodeReader _code;

    public InlineTextReader(string source)
    {
        // CommonMark: U+0000 is replaced. The parser does so, and what it copied is looked for in the source.
        _code = new CodeReader(source.Replace('\0', '\uFFFD'), _text);
        _inlines = new InlineReader(_text, _code);
    }

    /// <summary>The text of a leaf, or of all leaves in a container (a cell, a list item) as paragraphs.</summary>
    public InlineText Read(Block block)
    {
        if (!_known.TryGetValue(block, out var text))
        {
            Clear(isCell: block is TableCell);
            ReadBlock(block);
            text = _text.Build(SpanOf(block));
            _known.Add(block, text);
        }

        return text;
    }

    /// <summary>The text of several blocks, as paragraphs.</summary>
    public InlineText Read(IEnumerable<Block> blocks, TextSpan span)
    {
        Clear(isCell: false);
        foreach (var block in blocks)
        {
            ReadBlock(block);
        }

        return _text.Build(span);
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

    private void Clear(bool isCell)
    {
        _text.Clear();
        _inlines.Clear();
        _code.IsInCell = isCell;
    }

    private void ReadBlock(Block block)
    {
        switch (block)
        {
            case ContainerBlock container:
                if (container is AlertBlock alert)
                {
                    _text.BreakParagraph();
                    _text.MarkPoint(InlineMarkKind.Alert, new TextSpan(alert.Span.Start, 0), alert.Kind);
                }

                foreach (var child in container)
                {
                    ReadBlock(child);
                }

                break;
            case HtmlHeading heading:
                LazyInlines.Ensure(heading);
                ReadBlock(heading.Content);
                break;
            case LeafBlock leaf when PlainLines.IsPlain(leaf):
                _text.BreakParagraph();
                ReadPlain(leaf);
                break;
            case CodeBlock code and not YamlFrontMatterBlock:
                _text.BreakParagraph();
                _code.ReadBlock(code);
                break;
            case LeafBlock leaf:
                LazyInlines.Ensure(leaf);
                if (leaf.Inline is { } inlines)
                {
                    _text.BreakParagraph();
                    _inlines.Read(inlines);
                }

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
                _text.Space(leaf.Lines.Lines[i - 1].Slice.End + 1);
            }

            _text.Append(line.AsSpan(), line.Start);
        }
    }
}
