using Markdig.Parsers;
using Markdig.Syntax;

namespace KbApi.Content.Syntax;

/// <summary>
/// Ends a paragraph where Markdig would become quadratic: one that begins like a link definition after some hundred lines, as
/// definitions are taken off a paragraph one by one, and one that is underlined after thousands of others were.
/// </summary>
internal sealed class BoundedParagraphParser : ParagraphBlockParser
{
    private const int MaxLines = 200;

    public override BlockState TryContinue(BlockProcessor processor, Block block) =>
        IsOneDefinitionTooMany(processor, block) || (IsUnderline(processor) && !ReplacedParagraphs.TryAdd(processor.Document))
            ? BlockState.None
            : base.TryContinue(processor, block);

    private static bool IsOneDefinitionTooMany(BlockProcessor processor, Block block) =>
        block is ParagraphBlock { Lines: { Count: >= MaxLines } lines } && lines.Lines[0].Slice.CurrentChar == '[' && processor.CurrentChar == '[';

    private static bool IsUnderline(BlockProcessor processor) =>
        processor.CurrentChar is '=' or '-' && !processor.Line.AsSpan().TrimEnd().ContainsAnyExcept(processor.CurrentChar, ' ');
}
