using Markdig.Parsers;
using Markdig.Syntax;

namespace KbApi.Content.Syntax;

/// <summary>Reads fenced code as Markdig does, and says where it ends also while its fence is not closed.</summary>
internal sealed class FenceParser : FencedCodeBlockParser
{
    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        // The lines that it has taken say it too, but for those that Markdig copies because their indentation ends inside a tab.
        var end = processor.Line.End;
        var state = base.TryContinue(processor, block);
        if (state == BlockState.Continue)
        {
            block.UpdateSpanEnd(end);
        }

        return state;
    }
}
