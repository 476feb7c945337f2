using Markdig.Helpers;
using Markdig.Syntax;

namespace KbApi.Content.Syntax;

/// <summary>
/// Gives HTML blocks the shape that Markdown has: tables become <see cref="HtmlTable"/>s, and other text paragraphs. The parser ends
/// an HTML block at an empty line, so a table may go on over several blocks with Markdown between them. A table that is not closed
/// ends with the block.
/// </summary>
internal sealed class HtmlBlocks : IHtmlSink
{
    private readonly MarkdownDocument _document;
    private readonly List<Block> _output = [];
    private readonly HtmlText _text;
    private HtmlTableBuilder? _table;

    private HtmlBlocks(MarkdownDocument document)
    {
        _document = document;
        _text = new HtmlText(document);
    }

    public static void Shape(MarkdownDocument document) => ShapeIn(document, document);

    private static void ShapeIn(ContainerBlock container, MarkdownDocument document)
    {
        var hasHtml = false;
        foreach (var child in container)
        {
            hasHtml |= IsHtml(child);
            if (child is ContainerBlock inner)
            {
                ShapeIn(inner, document);
            }
        }

        if (hasHtml)
        {
            new HtmlBlocks(document).Rewrite(container);
        }
    }

    private static bool IsHtml(Block block) => block is HtmlBlock { Type: HtmlBlockType.InterruptingBlock or HtmlBlockType.NonInterruptingBlock };

    private void Rewrite(ContainerBlock container)
    {
        Block[] children = [.. container];
        container.Clear();
        var lastClosing = Array.FindLastIndex(children, ClosesTable);
        for (var i = 0; i < children.Length; i++)
        {
            var child = children[i];
            if (IsHtml(child) || (_table is not null && IsIndentedHtml(child)))
            {
                ReadHtml((LeafBlock)child, isTableOpenAfter: i < lastClosing);
            }
            else if (_table is null)
            {
                _output.Add(child);
            }
            else if (_table.IsInCell)
            {
                _table.AddBlock(child);
            }
        }

        foreach (var block in _output)
        {
            container.Add(block);
        }
    }

    private void ReadHtml(LeafBlock html, bool isTableOpenAfter)
    {
        var before = _output.Count;
        HtmlLines.Read(html, this);
        FlushText();
        if (_table is not null && !isTableOpenAfter)
        {
            _output.Add(_table.Close(html.Span.End));
            _table = null;
        }

        // What holds no text remains for those that write the document out.
        if (_output.Count == before && _table is null)
        {
            _output.Add(html);
        }
    }

    bool IHtmlSink.Wants(ReadOnlySpan<char> name) => HtmlTableBuilder.Wants(name);

    void IHtmlSink.AddTag(HtmlTag tag)
    {
        if (_table is not null)
        {
            if (_table.AddTag(tag) is { } table)
            {
                _output.Add(table);
                _table = null;
            }
        }
        else if (tag.Is("table") && !tag.IsClosing)
        {
            FlushText();
            _table = new HtmlTableBuilder(tag, _document);
        }
    }

    void IHtmlSink.AddText(StringLine piece)
    {
        if (_table is not null)
        {
            _table.AddText(piece);
        }
        else
        {
            _text.Add(piece);
        }
    }

    private void FlushText()
    {
        if (_text.TakeParagraph() is { } paragraph)
        {
            _output.Add(paragraph);
        }
    }

    /// <summary>Lines of a table after an empty one may stand so far to the right that they look like code.</summary>
    private static bool IsIndentedHtml(Block block) =>
        block is CodeBlock { Lines.Count: > 0 } code and not FencedCodeBlock && code.Lines.Lines[0].Slice.AsSpan().TrimStart() is ['<', ..];

    private static bool ClosesTable(Block block)
    {
        if (!IsHtml(block) && !IsIndentedHtml(block))
        {
            return false;
        }

        var lines = ((LeafBlock)block).Lines;
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines.Lines[i].Slice.AsSpan().Contains("</table", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
