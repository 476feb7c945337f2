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
    public static TableLayout Read(List<TableRow> rows, OutlineSection section, DocumentContext context)
    {
        var headers = rows[0].Select(cell => context.Inlines.Read(cell).Text).ToList();
        var sample = rows.Skip(1).Take(SampleRows).ToList();
        var columns = Math.Max(headers.Count, sample.Count == 0 ? 0 : sample.Min(r => r.Count));
        var known = new ColumnRole?[columns];
        var shapes = new ColumnShape[columns];
        for (var i = 0; i < columns; i++)
        {
            known[i] = i < headers.Count ? HeaderRoles.TryFind(headers[i], context.Lexicon) : null;
            shapes[i] = ColumnShape.Read(sample, i, context);
        }

        var hasEvent = Enumerable.Range(0, headers.Count).Any(i => known[i] == ColumnRole.Code && context.Lexicon.Event.IsIn(headers[i]));
        var roles = ColumnRoles.Decide(known, shapes);
        var isEntryTable = new TableJudge(context).IsEntryTable(section, headers, known, roles, shapes);
        return new TableLayout([.. roles], hasEvent, isEntryTable, Array.Exists(known, r => r is not null));
    }
}
