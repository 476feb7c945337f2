using System.Collections.Immutable;
using KbApi.Content.Lexicons;
using KbApi.Content.Syntax;
using Markdig.Extensions.Tables;

namespace KbApi.Content.Reading;

/// <summary>What the columns of a table are about, and whether its rows are problems.</summary>
/// <param name="Roles">The columns' roles, in order.</param>
/// <param name="HasEventColumn">Whether a header says that the codes are events'.</param>
/// <param name="IsEntryTable">Whether the rows name problems and say something about them.</param>
/// <param name="IsHeaderKnown">Whether a lexicon knows what one of the headers says.</param>
internal sealed record TableLayout(ImmutableArray<ColumnRole> Roles, bool HasEventColumn, bool IsEntryTable, bool IsHeaderKnown)
{
    private const int SampleRows = 20;

    /// <summary>Reads a table by its headers and by the shape of its cells.</summary>
    public static TableLayout Read(Table table, OutlineSection section, DocumentContext context)
    {
        var headers = HeadersOf((TableRow)table[0], context);
        var sampled = Math.Min(table.Count - 1, SampleRows);
        var columns = Math.Max(headers.Length, FewestCells(table, sampled));
        var known = new ColumnRole?[columns];
        var shapes = new ColumnShape[columns];
        var hasEvent = false;
        for (var i = 0; i < columns; i++)
        {
            known[i] = i < headers.Length ? HeaderRoles.TryFind(headers[i], context.Lexicon) : null;
            shapes[i] = ColumnShape.Read(table, sampled, i, context);
            hasEvent |= known[i] == ColumnRole.Code && context.Lexicon.Event.IsIn(headers[i]);
        }

        var roles = ColumnRoles.Decide(known, shapes);
        var isEntryTable = new TableJudge(context, column => ColumnShape.HasFailures(table, sampled, column, context)).IsEntryTable(section, headers, known, roles, shapes);
        return new TableLayout([.. roles], hasEvent, isEntryTable, Array.Exists(known, r => r is not null));
    }

    private static string[] HeadersOf(TableRow row, DocumentContext context)
    {
        var headers = new string[row.Count];
        for (var i = 0; i < headers.Length; i++)
        {
            headers[i] = context.Inlines.Read(row[i]).Text;
        }

        return headers;
    }

    private static int FewestCells(Table table, int rows)
    {
        var fewest = int.MaxValue;
        for (var i = 1; i <= rows; i++)
        {
            fewest = Math.Min(fewest, ((TableRow)table[i]).Count);
        }

        return rows == 0 ? 0 : fewest;
    }
}
