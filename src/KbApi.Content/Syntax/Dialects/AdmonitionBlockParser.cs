using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace KbApi.Content.Syntax.Dialects;

/// <summary>Reads the admonitions and tabs of MkDocs: a line of three signs, and all that is indented by four blanks below it.</summary>
internal sealed class AdmonitionBlockParser : BlockParser
{
    /// <summary>How deep they may stand in each other; what is deeper is code, as for other parsers.</summary>
    private const int MaxDepth = 6;

    private const int SignLength = 3;
    private const int Indent = 4;

    /// <summary>How far the first line below may be.</summary>
    private const int MaxGap = 200;

    public AdmonitionBlockParser() => OpeningCharacters = ['!', '?', '='];

    public override bool CanInterrupt(BlockProcessor processor, Block block) => true;

    public override BlockState TryOpen(BlockProcessor processor)
    {
        var line = processor.Line.AsSpan();
        if (processor.IsCodeIndent || line.Length <= SignLength + 1 || !(line.StartsWith("!!!") || line.StartsWith("???") || line.StartsWith("===")) || Depth(processor) >= MaxDepth)
        {
            return BlockState.None;
        }

        var isTab = line[0] == '=';
        var rest = line[SignLength..].TrimStart('+');
        if (rest is not [' ', ..])
        {
            return BlockState.None;
        }

        var kind = rest.TrimStart();
        kind = kind[..Word(kind)];
        var (start, length) = Quoted(line);
        var between = length > 0 ? line[..(start - 1)] : line;
        var isAlone = between.TrimEnd().EndsWith(kind) && (kind.Length > 0 || between.TrimEnd(' ').Length == line.Length - rest.Length);
        if ((isTab ? !kind.IsEmpty || length == 0 : kind.IsEmpty) || !isAlone || !IsIndented(processor.Line))
        {
            return BlockState.None;
        }

        processor.NewBlocks.Push(new AdmonitionBlock(this, kind.ToString(), length > 0 ? Paragraph(processor, start, length) : null)
        {
            Column = processor.Column,
            Line = processor.LineIndex,
            Span = new SourceSpan(processor.Start, processor.Line.End),
        });
        return BlockState.ContinueDiscard;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        if (processor.IsBlankLine)
        {
            return BlockState.Continue;
        }

        if (!processor.IsCodeIndent)
        {
            return BlockState.None;
        }

        processor.GoToCodeIndent();
        block.UpdateSpanEnd(processor.Line.End);
        return BlockState.Continue;
    }

    /// <summary>Whether the next line that has a text is indented; a line of signs before any other is one of its own.</summary>
    private static bool IsIndented(StringSlice line)
    {
        var text = line.Text.AsSpan(Math.Min(line.End + 1, line.Text.Length));
        var content = text[..Math.Min(text.Length, MaxGap)].TrimStart(" \t\r\n");
        var gap = text[..(Math.Min(text.Length, MaxGap) - content.Length)];
        var indent = gap[(gap.LastIndexOf('\n') + 1)..];
        return !content.IsEmpty && gap.Contains('\n') && (indent.Contains('\t') || indent.Length >= Indent);
    }

    private static int Depth(BlockProcessor processor)
    {
        var depth = 0;
        for (var block = processor.CurrentContainer as Block; block is not null; block = block.Parent)
        {
            depth += block is AdmonitionBlock ? 1 : 0;
        }

        return depth;
    }

    private static int Word(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && (char.IsAsciiLetter(text[length]) || text[length] == '-'))
        {
            length++;
        }

        return length;
    }

    /// <summary>What stands in quotes at the end of a line.</summary>
    private static (int Start, int Length) Quoted(ReadOnlySpan<char> line)
    {
        var start = line.IndexOf('"') + 1;
        var end = line.TrimEnd().Length - 1;
        return start > 0 && end > start && line[end] == '"' ? (start, end - start) : (0, 0);
    }

    private static ParagraphBlock Paragraph(BlockProcessor processor, int start, int length)
    {
        var slice = new StringSlice(processor.Line.Text, processor.Line.Start + start, processor.Line.Start + start + length - 1);
        var paragraph = new ParagraphBlock { Line = processor.LineIndex, Span = new SourceSpan(slice.Start, slice.End), ProcessInlines = false, IsOpen = false, Lines = new StringLineGroup(1) };
        paragraph.Lines.Add(new StringLine(slice, processor.LineIndex, 0, slice.Start, NewLine.None));
        InlineBudget.Check(paragraph, processor.Document);
        return paragraph;
    }
}
