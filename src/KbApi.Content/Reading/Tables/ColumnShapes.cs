using KbApi.Content.Lexicons;
using Markdig.Extensions.Tables;

namespace KbApi.Content.Reading.Tables;

/// <summary>What the columns of a table look like. Each is read when it is asked for: the headers tell enough of most, and of most tables.</summary>
internal sealed class ColumnShapes
{
    private readonly Table _table;
    private readonly int[] _rows;
    private readonly ColumnRole?[] _known;
    private readonly DocumentContext _context;
    private readonly ColumnShape?[] _shapes;

    /// <param name="table">The table.</param>
    /// <param name="rows">The numbers of the rows that are looked at.</param>
    /// <param name="known">What the headers say.</param>
    /// <param name="context">What is known of the document.</param>
    public ColumnShapes(Table table, int[] rows, ColumnRole?[] known, DocumentContext context)
    {
        _table = table;
        _rows = rows;
        _known = known;
        _context = context;
        _shapes = new ColumnShape?[known.Length];
    }

    public ColumnShape this[int column] => _shapes[column] ??= ColumnShape.Read(_table, _rows, column, _known[column] == ColumnRole.Code, _context);

    /// <summary>Whether fewer than half of the rows say anything in a column.</summary>
    public bool IsSparse(int column) => this[column].Cells * 2 < _rows.Length;

    /// <summary>Whether a third of the cells of a column have a phrase that something does not work.</summary>
    public bool HasFailures(int column) => ColumnShape.HasFailures(_table, _rows, column, _context);
}
