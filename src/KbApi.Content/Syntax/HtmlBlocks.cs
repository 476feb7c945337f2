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
    private const string Details = "details";

    private readonly MarkdownDocument _document;
    private readonly string _source;
    private readonly List<Block> _output = [];
    private readonly HtmlText _text;
    private HtmlTableBuilder? _table;
    private HtmlTag? _heading;
    private HtmlTag? _paragraph;
    private int _numberedLists;

    private HtmlBlocks(MarkdownDocument document, string source)
    {
        _source = source;
        _document = document;
        _text = new HtmlText(document);
    }

    /// <param name="document">The document.</param>
    /// <param name="source">The text that was parsed.</param>
    public static void Shape(MarkdownDocument document, string source) => ShapeIn(document, document, source);

    private static void ShapeIn(ContainerBlock container, MarkdownDocument document, string source)
    {
        var hasHtml = false;
        foreach (var child in container)
        {
            hasHtml |= IsHtml(child) || IsPreformatted(child);
            if (child is ContainerBlock inner)
            {
                ShapeIn(inner, document, source);
            }
        }

        if (hasHtml)
        {
            new HtmlBlocks(document, source).Rewrite(container);
        }
    }

    private static bool IsHtml(Block block) => block is HtmlBlock { Type: HtmlBlockType.InterruptingBlock or HtmlBlockType.NonInterruptingBlock };

    private static bool IsPreformatted(Block block) =>
        block is HtmlBlock { Type: HtmlBlockType.ScriptPreOrStyle, Lines.Count: > 0 } html && HtmlTag.NameOf(html.Lines.Lines[0].Slice.AsSpan().TrimStart()).Equals("pre", StringComparison.OrdinalIgnoreCase);

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
                _output.Add(IsPreformatted(child) ? HtmlCode.Read((HtmlBlock)child, _source) : child);
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
        HtmlLines.Read(html, _source, this);
        Flush();
        _numberedLists = 0;
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

    bool IHtmlSink.Wants(ReadOnlySpan<char> name) => HtmlTableBuilder.Wants(name) || (_table is null && (HtmlHeading.IsHeading(name) || (_numberedLists == 0 && IsParagraph(name)) || IsNumberedList(name) || name.Equals(Details, StringComparison.OrdinalIgnoreCase)));

    private static bool IsParagraph(ReadOnlySpan<char> name) => name is "p" or "P" or "dt" or "DT" or "dd" or "DD" or "dl" or "DL";

    private static bool IsNumberedList(ReadOnlySpan<char> name) => name is "ol" or "OL";

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
        else if (HtmlHeading.IsHeading(tag.Name))
        {
            Flush();
            _heading = tag.IsClosing ? null : tag;
        }
        else if (tag.Is(Details))
        {
            Flush();
            if (tag.IsClosing)
            {
                _output.Add(new DetailsEnd(tag.Start));
            }
        }
        else if (IsParagraph(tag.Name))
        {
            Flush();
            _paragraph = tag.IsClosing ? null : tag;
        }
        else if (IsNumberedList(tag.Name))
        {
            FollowNumberedList(tag);
        }
        else if (tag.Is("table") && !tag.IsClosing)
        {
            Flush();
            _table = new HtmlTableBuilder(tag, _document);
        }
    }

    /// <summary>A numbered list is a paragraph of its own, with its tags: they tell which of its lines are items.</summary>
    private void FollowNumberedList(HtmlTag tag)
    {
        if (!tag.IsClosing && _numberedLists++ == 0)
        {
            Flush();
        }

        _text.Add(new StringLine(tag.Text, tag.Line, 0, tag.Start, NewLine.LineFeed));
        if (tag.IsClosing && _numberedLists > 0 && --_numberedLists == 0)
        {
            Flush();
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

    /// <summary>Ends the paragraph, or the heading whose tag came before it.</summary>
    private void Flush()
    {
        if (_text.TakeParagraph() is { } paragraph)
        {
            _output.Add(_heading is { } tag && DocumentLimits.Of(_document, tag.Text.Text.Length).Headings.TryAdd(tag.Start) ? new HtmlHeading(tag, paragraph)
                : _paragraph is not { } element ? paragraph
                : element.Is("dt") ? Copy(new DefinitionTerm(), paragraph)
                : element.Is("dd") ? Copy(new DefinitionText(), paragraph)
                : paragraph);
        }

        _heading = null;
        _paragraph = null;
    }

    private static ParagraphBlock Copy(ParagraphBlock copy, ParagraphBlock paragraph)
    {
        copy.Line = paragraph.Line;
        copy.Span = paragraph.Span;
        copy.ProcessInlines = false;
        copy.Lines = paragraph.Lines;
        return copy;
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
