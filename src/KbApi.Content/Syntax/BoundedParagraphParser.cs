using Markdig.Parsers;
using Markdig.Syntax;

namespace KbApi.Content.Syntax;

/// <summary>
/// Ends a paragraph where Markdig would become quadratic: one that begins like a link definition after some hundred lines, as
/// definitions are taken off a paragraph one by one, one that is underlined after thousands of others were, and one without an end.
/// </summary>
internal sealed class BoundedParagraphParser : ParagraphBlockParser
{
    private const int MaxDefinitions = 200;

    public override BlockState TryContinue(BlockProcessor processor, Block block) =>
        IsOneDefinitionTooMany(processor, block) || IsOneLineTooMany(processor, block) || (IsUnderline(processor) && !DocumentLimits.Of(processor).Replaced.TryAdd(processor.Start))
            ? BlockState.None
            : base.TryContinue(processor, block);

    public override bool Close(BlockProcessor processor, Block block)
    {
        if (block is not ParagraphBlock { Lines.Count: > 0 } paragraph || paragraph.Lines.Lines[0].Slice.CurrentChar != '[')
        {
            return base.Close(processor, block);
        }

        var definitions = DocumentLimits.Of(processor).Definitions;
        var (lines, start) = (paragraph.Lines.Count, block.Span.Start);
        if (definitions.IsFull)
        {
            definitions.TryAdd(start);
            Trim(paragraph);
            return true;
        }

        var remains = base.Close(processor, block);
        definitions.TryAdd(start, lines - paragraph.Lines.Count);
        return remains;
    }

    /// <summary>What the parser does to a paragraph without definitions.</summary>
    private static void Trim(ParagraphBlock paragraph)
    {
        for (var i = 0; i < paragraph.Lines.Count; i++)
        {
            paragraph.Lines.Lines[i].Slice.TrimStart();
        }

        paragraph.Lines.Lines[paragraph.Lines.Count - 1].Slice.TrimEnd();
    }

    private static bool IsOneDefinitionTooMany(BlockProcessor processor, Block block) =>
        block is ParagraphBlock { Lines: { Count: >= MaxDefinitions } lines } && lines.Lines[0].Slice.CurrentChar == '[' && processor.CurrentChar == '[';

    private static bool IsOneLineTooMany(BlockProcessor processor, Block block) =>
        block is ParagraphBlock { Lines.Count: >= DocumentLimits.MaxLinesOfParagraph } && !processor.IsBlankLine && !DocumentLimits.Of(processor).LongParagraphs.TryAdd(processor.Start);

    private static bool IsUnderline(BlockProcessor processor) =>
        processor.CurrentChar is '=' or '-' && !processor.Line.AsSpan().TrimEnd().ContainsAnyExcept(processor.CurrentChar, ' ');
}
