using System.Text;
using KbApi.Content.Syntax;
using KbApi.Content.Text;
using Markdig.Extensions.Tables;

namespace KbApi.Content.Editing.Formatting;

/// <summary>
/// Lays pipe tables out: one blank beside each cell, a pipe at both ends, and columns under each other where no row gets wider than a page.
/// What stands in cells stays, and no cell is added or removed.
/// </summary>
internal static class TableLayouter
{
    private const int MaxWidth = 120;
    private const int MinDashes = 3;

    public static IEnumerable<TextChange> Changes(Table table, SourceText text)
    {
        var rows = table.OfType<TableRow>().Select(r => (Span: InlineTextReader.SpanOf(r), Cells: r.Select(c => text[InlineTextReader.SpanOf(c)]).ToList())).ToList();
        var alignments = table.ColumnDefinitions.Select(d => d.Alignment).ToList();
        var delimiters = DelimitersOf(rows[0].Span, text);
        if (delimiters is not { } line || rows.Exists(r => r.Cells.Exists(c => c.Contains('\n', StringComparison.Ordinal))))
        {
            yield break;
        }

        var widths = Widths(rows.ConvertAll(r => r.Cells), alignments);
        if (widths.Sum() + (3 * widths.Count) + 1 > MaxWidth)
        {
            widths = [.. widths.Select(_ => 0)];
        }

        foreach (var (span, cells) in rows)
        {
            yield return new TextChange(span, Row(cells, widths, alignments));
        }

        yield return new TextChange(line, Delimiters(alignments, widths));
    }

    private static List<int> Widths(List<List<string>> rows, List<TableColumnAlign?> alignments)
    {
        var widths = alignments.Select(a => a is TableColumnAlign.Center ? MinDashes + 2 : a is null ? MinDashes : MinDashes + 1).ToList();
        foreach (var cells in rows)
        {
            for (var i = 0; i < cells.Count; i++)
            {
                if (i == widths.Count)
                {
                    widths.Add(0);
                }

                widths[i] = Math.Max(widths[i], DisplayWidth.Of(cells[i]));
            }
        }

        return widths;
    }

    private static string Row(List<string> cells, List<int> widths, List<TableColumnAlign?> alignments)
    {
        var row = new StringBuilder("|");
        for (var i = 0; i < cells.Count; i++)
        {
            var free = Math.Max(0, widths[i] - DisplayWidth.Of(cells[i]));
            var before = i >= alignments.Count ? 0 : alignments[i] switch { TableColumnAlign.Right => free, TableColumnAlign.Center => free / 2, _ => 0 };
            row.Append(' ').Append(' ', before).Append(cells[i]).Append(' ', free - before).Append(cells[i].Length + free == 0 ? "|" : " |");
        }

        return row.ToString();
    }

    private static string Delimiters(List<TableColumnAlign?> alignments, List<int> widths)
    {
        var row = new StringBuilder("|");
        for (var i = 0; i < alignments.Count; i++)
        {
            var (left, right) = alignments[i] switch
            {
                TableColumnAlign.Center => (":", ":"),
                TableColumnAlign.Left => (":", ""),
                TableColumnAlign.Right => ("", ":"),
                _ => ("", ""),
            };
            row.Append(' ').Append(left).Append('-', Math.Max(MinDashes, widths[i] - left.Length - right.Length)).Append(right).Append(" |");
        }

        return row.ToString();
    }

    /// <summary>The delimiter row, which the syntax tree does not keep: all of the line below the header but what it is indented by.</summary>
    private static TextSpan? DelimitersOf(TextSpan header, SourceText text)
    {
        var number = text.GetLine(header.Start) + 1;
        if (number >= text.LineCount)
        {
            return null;
        }

        var line = text.GetLineSpan(number);
        var content = text.Content.AsSpan(line.Start, line.Length);
        var start = content.IndexOfAny("|-:");
        while (start >= 0 && content[..start].Contains('>') is false && start > 0 && content[start - 1] is not (' ' or '\t' or '>'))
        {
            start--;
        }

        return start < 0 || content[start..].ContainsAnyExcept("|-: \t") ? null : TextSpan.FromBounds(line.Start + start, line.Start + content.TrimEnd().Length);
    }
}
