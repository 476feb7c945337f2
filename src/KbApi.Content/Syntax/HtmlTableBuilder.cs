using System.Globalization;
using Markdig.Extensions.Tables;
using Markdig.Helpers;
using Markdig.Syntax;

namespace KbApi.Content.Syntax;

/// <summary>
/// Makes a table of its tags and what stands between them, as browsers do: rows and cells need not be closed, and what stands
/// outside cells is no part of it. A table within a cell is text of the cell.
/// </summary>
internal sealed class HtmlTableBuilder(HtmlTag opening, MarkdownDocument document)
{
    private const int MaxSpan = 64;

    private readonly HtmlTable _table = new() { Line = opening.Line, Span = new SourceSpan(opening.Start, opening.Last) };
    private readonly List<int> _spannedRows = [];
    private readonly HtmlText _text = new(document);
    private TableRow? _row;
    private TableCell? _cell;
    private bool _isInHead;
    private int _nested;

    /// <summary>Whether what comes next is part of a cell.</summary>
    public bool IsInCell => _cell is not null;

    public static bool Wants(ReadOnlySpan<char> name) => name.Length is >= 2 and <= 7 && (name[0] | 0x20) is 't' or 'c'
        && (Is(name, "table") || Is(name, "tr") || Is(name, "td") || Is(name, "th") || Is(name, "thead") || Is(name, "tbody") || Is(name, "tfoot") || Is(name, "caption"));

    /// <summary>Reads a tag; the table, where the tag closes it.</summary>
    public HtmlTable? AddTag(HtmlTag tag)
    {
        if (tag.Is("table"))
        {
            _nested += tag.IsClosing ? -1 : 1;
            if (_nested < 0)
            {
                return Close(tag.Last);
            }
        }

        if (_nested > 0 || tag.Is("table"))
        {
            return null;
        }

        if (tag.Is("td") || tag.Is("th"))
        {
            CloseCell();
            if (!tag.IsClosing)
            {
                OpenCell(tag);
            }
        }
        else if (tag.Is("tr"))
        {
            CloseRow(tag.IsClosing ? tag.Last : null);
            if (!tag.IsClosing)
            {
                OpenRow(tag);
            }
        }
        else
        {
            CloseRow(last: null);
            _isInHead = tag.Is("thead") && !tag.IsClosing;
        }

        return null;
    }

    public void AddText(StringLine piece)
    {
        if (IsInCell)
        {
            _text.Add(piece);
        }
    }

    /// <summary>Puts a block of Markdown into the open cell.</summary>
    public void AddBlock(Block block)
    {
        FlushText();
        _cell!.Add(block);
    }

    public HtmlTable Close(int last)
    {
        CloseRow(last: null);
        _table.Span.End = Math.Max(_table.Span.End, last);
        return _table;
    }

    private void OpenRow(HtmlTag tag)
    {
        _row = new TableRow { Line = tag.Line, IsHeader = true, Span = new SourceSpan(tag.Start, tag.Last) };
        _table.Add(_row);
    }

    private void OpenCell(HtmlTag tag)
    {
        if (_row is null)
        {
            OpenRow(tag);
        }

        if (!Limits.Cells.TryAdd(tag.Start))
        {
            // What stands from here on is no part of the table.
            return;
        }

        FillSpannedColumns(tag);
        _row!.IsHeader &= _isInHead || tag.Is("th");
        _cell = new TableCell { Line = tag.Line, Span = new SourceSpan(tag.Last + 1, tag.Last), ColumnSpan = SpanOf(tag, "colspan"), RowSpan = SpanOf(tag, "rowspan") };
        _row.Add(_cell);
        _row.Span.End = tag.Last;
    }

    private void CloseCell()
    {
        if (_cell is not { } cell)
        {
            return;
        }

        FlushText();
        if (cell.Count > 0)
        {
            cell.Span = new SourceSpan(cell[0].Span.Start, InlineTextReader.EndOf(cell[^1]) - 1);
            _row!.Span.End = Math.Max(_row.Span.End, cell.Span.End);
        }

        _cell = null;
        SpanColumns(cell);
    }

    private void CloseRow(int? last)
    {
        CloseCell();
        if (_row is { } row)
        {
            row.Span.End = Math.Max(row.Span.End, last ?? row.Span.End);
            row.IsHeader &= row.Count > 0;
            for (var i = row.Count; i < _spannedRows.Count; i++)
            {
                _spannedRows[i] = Math.Max(0, _spannedRows[i] - 1);
            }
        }

        _row = null;
    }

    private void FlushText()
    {
        if (_text.TakeParagraph() is { } paragraph)
        {
            _cell!.Add(paragraph);
        }
    }

    /// <summary>Puts empty cells where a cell of a row above reaches into this one.</summary>
    private void FillSpannedColumns(HtmlTag tag)
    {
        while (_row!.Count < _spannedRows.Count && _spannedRows[_row.Count] > 0)
        {
            _spannedRows[_row.Count]--;
            Fill(tag.Start);
        }
    }

    private void SpanColumns(TableCell cell)
    {
        var column = _row!.Count - 1;
        for (var i = 0; i < cell.ColumnSpan; i++)
        {
            if (i > 0 && !Fill(cell.Span.End + 1))
            {
                break;
            }

            while (_spannedRows.Count <= column + i && cell.RowSpan > 1)
            {
                _spannedRows.Add(0);
            }

            if (cell.RowSpan > 1)
            {
                _spannedRows[column + i] = cell.RowSpan - 1;
            }
        }
    }

    private bool Fill(int position)
    {
        if (!Limits.SpannedCells.TryAdd(position))
        {
            return false;
        }

        _row!.Add(new TableCell { Line = _row.Line, Span = new SourceSpan(position, position - 1) });
        return true;
    }

    private DocumentLimits Limits => DocumentLimits.Of(document, opening.Text.Text.Length);

    private static int SpanOf(HtmlTag tag, string attribute) =>
        int.TryParse(tag.Attribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var span) ? Math.Clamp(span, 1, MaxSpan) : 1;

    private static bool Is(ReadOnlySpan<char> name, string tag) => name.Equals(tag, StringComparison.OrdinalIgnoreCase);
}
