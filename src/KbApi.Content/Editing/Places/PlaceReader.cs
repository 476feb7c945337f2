using KbApi.Content.Syntax;
using KbApi.Content.Text;
using Markdig.Extensions.Tables;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;

namespace KbApi.Content.Editing.Places;

/// <summary>Tells what a stretch of a document stands in.</summary>
internal sealed class PlaceReader(SourceText text, MarkdownDocument document)
{
    public Place Read(TextSpan span, EntryField field)
    {
        var (block, table) = Innermost(document, span);
        var isInCell = table is not null and not HtmlTable;
        var kind = block switch
        {
            YamlFrontMatterBlock => PlaceKind.FrontMatter,
            CodeBlock code => InlineTextReader.SpanOf(code) == span ? PlaceKind.Blocks : PlaceKind.Code,
            HtmlHeading => PlaceKind.Html,
            HeadingBlock => PlaceKind.Heading,
            ParagraphBlock { Parser: null } when !isInCell => PlaceKind.Html,
            TableCell when !isInCell => PlaceKind.Html,
            _ when isInCell => PlaceKind.Cell,
            _ => IsWholeBlocks(block, span) ? PlaceKind.Blocks : PlaceKind.Inline,
        };
        if (field is EntryField.Message or EntryField.Code && kind is PlaceKind.Cell or PlaceKind.Inline or PlaceKind.Heading or PlaceKind.Blocks && IsInCodeSpan(span))
        {
            kind = PlaceKind.Code;
        }

        return new Place(kind == PlaceKind.Cell && span.IsEmpty ? Blanks(span.Start) : span, kind, isInCell);
    }

    /// <summary>The blanks of an empty cell, from pipe to pipe.</summary>
    private TextSpan Blanks(int position)
    {
        var (start, end) = (position, position);
        while (start > 0 && text.Content[start - 1] is ' ' or '\t')
        {
            start--;
        }

        while (end < text.Length && text.Content[end] is ' ' or '\t')
        {
            end++;
        }

        return TextSpan.FromBounds(start, end);
    }

    /// <summary>Whether a backtick stands right before and right behind a stretch.</summary>
    private bool IsInCodeSpan(TextSpan span) =>
        span.Start > 0 && span.End < text.Length && text.Content[span.Start - 1] == '`' && text.Content[span.End] == '`';

    private static bool IsWholeBlocks(Block block, TextSpan span) =>
        block is ContainerBlock || (InlineTextReader.SpanOf(block) is var own && own.Start == span.Start && own.End == span.End);

    private static (Block Block, Table? Table) Innermost(ContainerBlock container, TextSpan span)
    {
        Table? table = null;
        Block block = container;
        while (block is ContainerBlock parent && ChildWith(parent, span) is { } child)
        {
            table = child as Table ?? table;
            block = child;
        }

        return (block, table);
    }

    private static Block? ChildWith(ContainerBlock parent, TextSpan span)
    {
        for (var i = 0; i < parent.Count; i++)
        {
            var own = InlineTextReader.SpanOf(parent[i]);
            if (own.Contains(span) || (span.IsEmpty && parent[i] is TableCell && own.Start == span.Start))
            {
                return parent[i];
            }
        }

        return null;
    }
}
