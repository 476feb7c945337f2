using Markdig.Parsers;
using Markdig.Syntax;

namespace KbApi.Content.Syntax;

/// <summary>
/// Ends a paragraph that begins like a link definition after some hundred lines and lets the next line begin another: Markdig takes
/// definitions off a paragraph one by one, which is quadratic in their number.
/// </summary>
internal sealed class BoundedParagraphParser : ParagraphBlockParser
{
    private const int MaxLines = 500;

    public override BlockState TryContinue(BlockProcessor processor, Block block) =>
        block is ParagraphBlock { Lines: { Count: >= MaxLines } lines } && lines.Lines[0].Slice.CurrentChar == '[' && processor.CurrentChar == '['
            ? BlockState.None
            : base.TryContinue(processor, block);
}
