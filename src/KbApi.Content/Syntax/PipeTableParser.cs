using Markdig.Extensions.Tables;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace KbApi.Content.Syntax;

/// <summary>
/// A table begins where a paragraph's last line (the header) is followed by a delimiter row, and ends at a blank line or where
/// another block begins. Rows keep the cells that they have: none are added, none are dropped.
/// </summary>
internal sealed class PipeTableParser : BlockParser
{
    public PipeTableParser() => OpeningCharacters = ['|', '-', ':'];

    public override bool CanInterrupt(BlockProcessor processor, Block block) => block is ParagraphBlock;

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent
            || processor.CurrentBlock is not ParagraphBlock { Parent.IsOpen: true } paragraph
            || DelimiterRow.TryParse(processor.Line) is not { } columns)
        {
            return BlockState.None;
        }

        ref var lines = ref paragraph.Lines;
        var header = lines.Lines[lines.Count - 1];
        if (!PipeRow.HasPipe(header.Slice) || !DocumentLimits.Of(processor).Replaced.TryAdd(processor.Start))
        {
            return BlockState.None;
        }

        var table = new Table(this) { Column = processor.Column };
        table.ColumnDefinitions.AddRange(columns);
        AddRow(table, header.Slice, header.Line, processor, isHeader: true);
        table.Span = new SourceSpan(table[0].Span.Start, processor.Line.End);
        TakeHeaderFrom(paragraph, processor);
        processor.NewBlocks.Push(table);
        return BlockState.ContinueDiscard;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        if (processor.IsBlankLine || BeginsAnotherBlock(processor))
        {
            return BlockState.None;
        }

        AddRow((Table)block, processor.Line, processor.LineIndex, processor, isHeader: false);
        block.UpdateSpanEnd(processor.Line.End);
        return BlockState.ContinueDiscard;
    }

    private static void TakeHeaderFrom(ParagraphBlock paragraph, BlockProcessor processor)
    {
        ref var lines = ref paragraph.Lines;
        lines.RemoveAt(lines.Count - 1);
        if (lines.Count == 0)
        {
            processor.Discard(paragraph);
        }
        else
        {
            paragraph.Span.End = lines.Lines[lines.Count - 1].Slice.End;
        }
    }

    private static bool BeginsAnotherBlock(BlockProcessor processor)
    {
        if (processor.IsCodeIndent)
        {
            return false;
        }

        var line = processor.Line;
        if (IsThematicBreak(line.AsSpan().Trim()))
        {
            return true;
        }

        var next = line.PeekChar();
        return line.CurrentChar switch
        {
            '>' => true,
            '#' => next is '#' or ' ' or '\t',
            '`' or '~' => next == line.CurrentChar && line.PeekChar(2) == line.CurrentChar,
            '-' or '*' or '+' => next is ' ' or '\t' && !PipeRow.HasPipe(line),
            _ => false,
        };
    }

    private static bool IsThematicBreak(ReadOnlySpan<char> line) =>
        line is ['-' or '*' or '_', ..] && !line.ContainsAnyExcept([line[0], ' ', '\t']) && line.Count(line[0]) >= 3;

    private static void AddRow(Table table, StringSlice line, int lineIndex, BlockProcessor processor, bool isHeader)
    {
        line.Trim();
        var limits = DocumentLimits.Of(processor.Document, line.Text.Length);
        var cells = PipeRow.Split(line, DocumentLimits.MaxCellsOfRow, out var isCut);
        if (isCut)
        {
            limits.WideRows.TryAdd(line.Start);
        }

        var isText = !limits.Cells.TryAdd(line.Start, cells.Count);
        if (isText)
        {
            cells = [(line.Start, line.End + 1)];
        }

        var row = isText ? new TextRow() : new TableRow();
        row.IsHeader = isHeader;
        row.Line = lineIndex;
        row.Span = new SourceSpan(line.Start, line.End);

        foreach (var (start, end) in cells)
        {
            row.Add(CreateCell(line, start, end, lineIndex, processor));
        }

        table.Add(row);
    }

    private static TableCell CreateCell(StringSlice line, int start, int end, int lineIndex, BlockProcessor processor)
    {
        var span = new SourceSpan(start, end - 1);
        var cell = new TableCell { Line = lineIndex, Span = span };
        if (end > start)
        {
            var content = new StringSlice(line.Text, start, end - 1);
            var paragraph = new ParagraphBlock { Line = lineIndex, Span = span, ProcessInlines = false, Lines = new StringLineGroup(1) };
            paragraph.Lines.Add(new StringLine(content, lineIndex, 0, start, NewLine.None));
            InlineBudget.Check(paragraph, processor.Document);
            cell.Add(paragraph);
        }

        return cell;
    }
}
