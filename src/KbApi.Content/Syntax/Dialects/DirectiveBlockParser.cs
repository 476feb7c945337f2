using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace KbApi.Content.Syntax.Dialects;

/// <summary>
/// Reads lines of three colons. Alerts become blocks that end at their colons, at the next alert or at a heading, so that one without an
/// end does not swallow the document; the content of all other directives stands where it stands. What describes an image for those who
/// do not see it is left out.
/// </summary>
internal sealed class DirectiveBlockParser : BlockParser
{
    private const string ImageEnd = ":::image-end";

    private static readonly object LastImageEnd = new();

    private readonly AlertWords _words;

    public DirectiveBlockParser(AlertWords words)
    {
        _words = words;
        OpeningCharacters = [':'];
    }

    public override bool CanInterrupt(BlockProcessor processor, Block block) => true;

    public override BlockState TryOpen(BlockProcessor processor)
    {
        var line = processor.Line.AsSpan();
        if (processor.IsCodeIndent || !DirectiveLine.IsDirective(line))
        {
            return BlockState.None;
        }

        var content = DirectiveLine.ContentOf(line);
        var name = DirectiveLine.NameOf(content);
        if (_words.KindOf(name) is { } kind && !line.TrimEnd().EndsWith(DirectiveLine.Fence, StringComparison.Ordinal))
        {
            processor.NewBlocks.Push(Alert(processor, kind, content[name.Length..]));
            return BlockState.ContinueDiscard;
        }

        var isImage = name is "image";
        if (isImage ? !IsDescribed(processor, content) : name is "no-loc" || (name.IsEmpty && !content.IsEmpty) || !DirectiveLine.HasOnlyAttributes(content))
        {
            return BlockState.None;
        }

        var span = new SourceSpan(processor.Start, processor.Line.End);
        processor.NewBlocks.Push(new DirectiveBlock(this) { Column = processor.Column, Span = span, ProcessInlines = false });
        return isImage ? BlockState.ContinueDiscard : BlockState.BreakDiscard;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        var line = processor.Line.AsSpan().TrimStart();
        if (block is DirectiveBlock)
        {
            block.UpdateSpanEnd(processor.Line.End);
            return line.StartsWith(ImageEnd, StringComparison.Ordinal) ? BlockState.BreakDiscard : BlockState.ContinueDiscard;
        }

        if (processor.LastBlock is FencedCodeBlock)
        {
            return BlockState.Continue;
        }

        if (DirectiveLine.IsDirective(line))
        {
            var content = DirectiveLine.ContentOf(line);
            if (content.IsEmpty)
            {
                block.UpdateSpanEnd(processor.Line.End);
                return BlockState.BreakDiscard;
            }

            return _words.KindOf(DirectiveLine.NameOf(content)) is null ? BlockState.Continue : BlockState.None;
        }

        return IsHeading(line) ? BlockState.None : BlockState.Continue;
    }

    private AlertBlock Alert(BlockProcessor processor, string kind, ReadOnlySpan<char> title)
    {
        var alert = new AlertBlock(this, kind) { Column = processor.Column, Span = new SourceSpan(processor.Start, processor.Line.End), QuoteChar = '>' };
        title = title.Trim(" []");
        if (!title.IsEmpty && title[0] != '{')
        {
            var start = processor.Line.Start + processor.Line.AsSpan().IndexOf(title, StringComparison.Ordinal);
            var slice = new StringSlice(processor.Line.Text, start, start + title.Length - 1);
            var paragraph = new ParagraphBlock { Line = processor.LineIndex, Span = new SourceSpan(slice.Start, slice.End), ProcessInlines = false, IsOpen = false, Lines = new StringLineGroup(1) };
            paragraph.Lines.Add(new StringLine(slice, processor.LineIndex, 0, slice.Start, NewLine.None));
            alert.Add(paragraph);
        }

        return alert;
    }

    /// <summary>Whether a description of the image follows that has an end.</summary>
    private static bool IsDescribed(BlockProcessor processor, ReadOnlySpan<char> content)
    {
        if (HtmlAttribute.Find(content, "type") is not "complex")
        {
            return false;
        }

        // Looked for once: every image without an end would look through the rest of the text.
        if (processor.Document.GetData(LastImageEnd) is not int last)
        {
            last = processor.Line.Text.LastIndexOf(ImageEnd, StringComparison.Ordinal);
            processor.Document.SetData(LastImageEnd, last);
        }

        return last > processor.Line.Start;
    }

    private static bool IsHeading(ReadOnlySpan<char> line) =>
        GluedHeading.LevelOf(line) > 0 || (line.IndexOfAnyExcept('#') is > 0 and <= 6 and var level && line[level] is ' ' or '\t');
}
