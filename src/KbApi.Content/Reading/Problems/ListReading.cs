using KbApi.Content.Model;
using KbApi.Content.Syntax;
using KbApi.Content.Text;
using Markdig.Syntax;

namespace KbApi.Content.Reading.Problems;

/// <summary>What the readers of lists share.</summary>
internal static class ListReading
{
    /// <summary>The blocks of a list item that are its own text: all but the lists below it.</summary>
    public static InlineText OwnText(ListItemBlock item, InlineTextReader reader)
    {
        for (var i = 0; i < item.Count; i++)
        {
            if (item[i] is ListBlock)
            {
                return i == 1 && item.Count == 2
                    ? reader.Read(item[0])
                    : reader.Read(item.Where(block => block is not ListBlock), InlineTextReader.SpanOf(item));
            }
        }

        return reader.Read(item);
    }

    public static IEnumerable<ListItemBlock> Items(ListBlock list) => list.OfType<ListItemBlock>();

    /// <summary>The first paragraph of an item; empty where it begins with something else.</summary>
    public static InlineText FirstParagraph(ListItemBlock item, InlineTextReader reader) =>
        item.FirstOrDefault() is ParagraphBlock paragraph ? reader.Read(paragraph) : InlineText.Empty;

    /// <summary>Whether an item's first paragraph ends in a question.</summary>
    public static bool IsQuestion(ListItemBlock item, InlineTextReader reader) =>
        MayAsk(item) && FirstParagraph(item, reader).Text.AsSpan().TrimEnd(" \n*_") is [.., '?' or '\uFF1F'];

    /// <summary>Whether a question mark stands in the last line of the first paragraph. True where the parser has taken the lines away already.</summary>
    private static bool MayAsk(ListItemBlock item) =>
        item.Count > 0 && item[0] is ParagraphBlock paragraph
        && (paragraph.Inline is not null || paragraph.Lines.Count == 0 || paragraph.Lines.Lines[paragraph.Lines.Count - 1].Slice.AsSpan().ContainsAny('?', '\uFF1F'));

    /// <summary>A list and the heading above it.</summary>
    public static TextSpan SpanWithHeading(OutlineSection section, ListBlock list, DocumentContext context)
    {
        var span = context.Trimmed(InlineTextReader.SpanOf(list));
        return section.Heading is null ? span : TextSpan.FromBounds(section.Heading.Span.Start, span.End);
    }

    /// <summary>What stands in a section before one of its blocks, or null where nothing does.</summary>
    public static Prose? Introduction(OutlineSection section, Block block, InlineTextReader reader) =>
        Introduction(section.Blocks, block, reader);

    /// <summary>What stands among blocks before one of them, or null where nothing does or it is not one of them.</summary>
    public static Prose? Introduction(IReadOnlyList<Block> blocks, Block block, InlineTextReader reader)
    {
        if (!blocks.Contains(block))
        {
            return null;
        }

        var before = blocks.TakeWhile(b => b != block).Where(b => b is ParagraphBlock).ToList();
        if (before.Count == 0)
        {
            return null;
        }

        var span = InlineTextReader.SpanOf(before[0]).Union(InlineTextReader.SpanOf(before[^1]));
        var text = reader.Read(before, span);
        return text.IsEmpty ? null : new Prose(text.Text, span);
    }
}
