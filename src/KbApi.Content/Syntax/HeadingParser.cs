using Markdig.Parsers;
using Markdig.Syntax;

namespace KbApi.Content.Syntax;

/// <summary>Headings with number signs: also those that touch their text (<see cref="GluedHeading"/>), and only so many of them.</summary>
internal sealed class HeadingParser : HeadingBlockParser
{
    public override BlockState TryOpen(BlockProcessor processor)
    {
        var start = processor.Start;
        var glued = processor.IsCodeIndent ? 0 : GluedHeading.LevelOf(processor.Line.AsSpan());
        if (DocumentLimits.Of(processor).Headings is { IsFull: true } limit && (glued > 0 || IsHeading(processor)))
        {
            limit.TryAdd(start);
            return BlockState.None;
        }

        var state = glued > 0 ? Open(processor, glued) : base.TryOpen(processor);
        if (state != BlockState.None)
        {
            DocumentLimits.Of(processor).Headings.TryAdd(start);
        }

        return state;
    }

    private BlockState Open(BlockProcessor processor, int level)
    {
        var heading = new HeadingBlock(this) { HeaderChar = '#', Level = level, Column = processor.Column };
        heading.Span.Start = processor.Start;
        processor.GoToColumn(processor.Column + level);
        processor.Line.TrimEnd();
        while (processor.Line.End > processor.Line.Start && processor.Line.Text[processor.Line.End] is '#' or ' ' or '\t')
        {
            processor.Line.End--;
        }

        heading.Span.End = processor.Line.End;
        processor.NewBlocks.Push(heading);
        return BlockState.Break;
    }

    private static bool IsHeading(BlockProcessor processor)
    {
        var line = processor.Line.AsSpan();
        var level = line.IndexOfAnyExcept('#');
        return !processor.IsCodeIndent && (level < 0 || line[level] is ' ' or '\t');
    }
}
