using KbApi.Content.Text;
using Markdig.Parsers;
using Markdig.Syntax;

namespace KbApi.Content.Syntax;

/// <summary>
/// Parses the inlines of a block when its text is asked for. Most paragraphs of most documents are never asked for, and inlines
/// are the larger part of parsing.
/// </summary>
internal sealed class LazyInlines
{
    private static readonly object Key = new();

    private readonly InlineProcessor _processor;
    private readonly List<TextSpan> _failed = [];

    private LazyInlines(InlineProcessor processor) => _processor = processor;

    /// <summary>Blocks whose inlines the parser gave up on.</summary>
    public static IReadOnlyList<TextSpan> FailedIn(MarkdownDocument document) => (document.GetData(Key) as LazyInlines)?._failed ?? [];

    /// <summary>Makes the inlines of a document's blocks available on demand.</summary>
    public static void Attach(MarkdownDocument document, InlineParserList parsers) =>
        document.SetData(Key, new LazyInlines(new InlineProcessor(document, parsers, true, null, false)));

    /// <summary>Parses the block's inlines, unless that is done. A block that the parser gives up on keeps none.</summary>
    public static void Ensure(LeafBlock leaf)
    {
        if (leaf is HtmlHeading { Content: { Inline: null } content })
        {
            (DocumentOf(leaf)?.GetData(Key) as LazyInlines)?.Process(content);
        }
        else if (leaf.Inline is null && leaf is ParagraphBlock or HeadingBlock && leaf.Lines.Count > 0 && DocumentOf(leaf)?.GetData(Key) is LazyInlines inlines)
        {
            inlines.Process(leaf);
        }
    }

    private void Process(LeafBlock leaf)
    {
        try
        {
            _processor.ProcessInlineLeaf(leaf);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Nesting beyond Markdig's limit, or a fault of its own: only this block's text is lost.
            leaf.Inline = null;
            leaf.Lines = default;
            _failed.Add(InlineTextReader.SpanOf(leaf));
        }
    }

    private static MarkdownDocument? DocumentOf(Block block)
    {
        while (block.Parent is { } parent)
        {
            block = parent;
        }

        return block as MarkdownDocument;
    }
}
