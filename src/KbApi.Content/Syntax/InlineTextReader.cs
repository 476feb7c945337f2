using KbApi.Content.Syntax.Dialects;
using KbApi.Content.Text;
using Markdig.Extensions.Tables;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KbApi.Content.Syntax;

/// <summary>Reads blocks into <see cref="InlineText"/>. Keeps its buffers: one reader for a document, not for several threads.</summary>
internal sealed class InlineTextReader
{
    /// <summary>Documents may hold very many texts of this length or less.</summary>
    private const int LongestForgotten = 12;

    /// <summary>What was read before. The blocks can keep it themselves, but each in an array and an object more.</summary>
    private readonly Dictionary<Block, InlineText> _known = [];
    private readonly InlineTextBuilder _text = new();
    private readonly InlineReader _inlines;
    private readonly CodeReader _code;

    public InlineTextReader(string source)
    {
        // CommonMark: U+0000 is replaced. The parser does so, and what it copied is looked for in the source.
        _code = new CodeReader(source.Replace('\0', '\uFFFD'), _text);
        _inlines = new InlineReader(_text, _code);
    }

    /// <summary>The text of a leaf, or of all leaves in a container (a cell, a list item) as paragraphs. Each leaf is read once.</summary>
    public InlineText Read(Block block)
    {
        // A cell or an item with one paragraph, as most are, has nothing to join.
        while (block is ContainerBlock { Count: 1 } container and not AlertBlock)
        {
            block = container[0];
        }

        if (_known.TryGetValue(block, out var known))
        {
            return known;
        }

        var text = block switch
        {
            HtmlHeading heading => ReadHeading(heading),
            LeafBlock leaf => ReadLeaf(leaf),
            _ => Joined(block),
        };
        // The text of a single leaf is known by the leaf, and a few characters are read faster than they are kept.
        if (block is LeafBlock ? text.Text.Length > LongestForgotten || !text.Marks.IsEmpty : text.IsJoined)
        {
            _known.Add(block, text);
        }

        return text;
    }

    /// <summary>The text of several blocks, as paragraphs.</summary>
    public InlineText Read(IEnumerable<Block> blocks, TextSpan span) => Joined(blocks, span);

    public static TextSpan SpanOf(MarkdownObject node)
    {
        var start = Math.Max(0, node.Span.Start);
        return TextSpan.FromBounds(start, Math.Max(start, EndOf(node)));
    }

    /// <summary>The offset behind a block or inline.</summary>
    public static int EndOf(MarkdownObject node) =>
        node is ContainerBlock { LastChild: { } last } ? Math.Max(node.Span.End + 1, EndOf(last)) : node.Span.End + 1;

    /// <summary>The place of an inline, which ends where it says.</summary>
    public static TextSpan SpanOf(Inline inline)
    {
        var start = Math.Max(0, inline.Span.Start);
        return TextSpan.FromBounds(start, Math.Max(start, inline.Span.End + 1));
    }

    private InlineText Joined(Block block)
    {
        var parts = new List<InlineText>();
        AddLeaves(block, parts);
        return Joined(parts, SpanOf(block));
    }

    private static InlineText Joined(List<InlineText> parts, TextSpan span) => parts.Count == 1 ? parts[0] : JoinedText.Of(parts, span);

    private InlineText Joined(IEnumerable<Block> blocks, TextSpan span)
    {
        var parts = new List<InlineText>();
        foreach (var block in blocks)
        {
            AddLeaves(block, parts);
        }

        return Joined(parts, span);
    }

    private void AddLeaves(Block block, List<InlineText> parts)
    {
        if (block is ContainerBlock container)
        {
            if (container is AlertBlock alert)
            {
                parts.Add(InlineText.Point(new InlineMark(InlineMarkKind.Alert, 0, 0, new TextSpan(alert.Span.Start, 0), alert.Kind)));
            }

            for (var i = 0; i < container.Count; i++)
            {
                AddLeaves(container[i], parts);
            }
        }
        else if (Read(block) is var text && (!text.IsEmpty || !text.Marks.IsEmpty))
        {
            parts.Add(text);
        }
    }

    private InlineText ReadHeading(HtmlHeading heading)
    {
        LazyInlines.Ensure(heading);
        return Joined([heading.Content], SpanOf(heading));
    }

    private InlineText ReadLeaf(LeafBlock leaf)
    {
        var isPlain = PlainLines.IsPlain(leaf);
        if (isPlain && leaf.Lines.Count == 1 && InlineTextBuilder.Even(leaf.Lines.Lines[0].Slice, SpanOf(leaf)) is { } even)
        {
            return even;
        }

        _text.Clear();
        _inlines.Clear();
        _code.IsInCell = leaf.Parent is TableCell;
        if (isPlain)
        {
            ReadPlain(leaf);
        }
        else if (leaf is CodeBlock code)
        {
            if (code is not YamlFrontMatterBlock)
            {
                _code.ReadBlock(code);
            }
        }
        else
        {
            LazyInlines.Ensure(leaf);
            if (leaf.Inline is { } inlines)
            {
                _inlines.Read(inlines);
            }
        }

        return _text.Build(SpanOf(leaf));
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
