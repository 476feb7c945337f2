using System.Collections.Immutable;
using System.Runtime.InteropServices;
using KbApi.Content.Lexicons;
using KbApi.Content.Reading.Titles;
using KbApi.Content.Syntax;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace KbApi.Content.Reading.Tables;

/// <summary>What the columns of a table are about, and whether its rows are problems.</summary>
/// <param name="Roles">The columns' roles, in order.</param>
/// <param name="HasEventColumn">Whether a header says that the codes are events'.</param>
/// <param name="IsEntryTable">Whether the rows name problems and say something about them.</param>
/// <param name="IsHeaderKnown">Whether a lexicon knows what one of the headers says.</param>
internal sealed record TableLayout(ImmutableArray<ColumnRole> Roles, bool HasEventColumn, bool IsEntryTable, bool IsHeaderKnown)
{
    private const int SampleRows = 20;

    /// <summary>Reads a table by its headers and by the shape of its cells.</summary>
    /// <param name="table">The table.</param>
    /// <param name="before">The block before it, which may be its caption.</param>
    /// <param name="section">The section that it stands in.</param>
    /// <param name="context">What is known of the document.</param>
    public static TableLayout Read(Table table, Block? before, OutlineSection section, DocumentContext context)
    {
        var headers = HeadersOf((TableRow)table[0], context);
        var sampled = RowSample.Of(table, SampleRows, context.Source.Content);
        var columns = Math.Max(headers.Length, FewestCells(table, sampled));
        var known = new ColumnRole?[columns];
        var hasEvent = false;
        for (var i = 0; i < columns; i++)
        {
            known[i] = i < headers.Length ? HeaderRoles.TryFind(headers[i], context.Lexicon) : null;
            hasEvent |= known[i] == ColumnRole.Code && context.Lexicon.Event.IsIn(headers[i]);
        }

        var shapes = new ColumnShapes(table, sampled, known, context);
        var roles = ColumnRoles.Decide(known, shapes);
        if (!Array.Exists(roles, ColumnRoles.IsKey))
        {
            NameByDescription(roles, headers, context);
        }

        var isEntryTable = new TableJudge(context).IsEntryTable(section, CaptionOf(before, context), headers, known, roles, shapes);
        return new TableLayout(ImmutableCollectionsMarshal.AsImmutableArray(roles), hasEvent, isEntryTable, Array.Exists(known, r => r is not null));
    }

    /// <summary>The short line right above a table, which tells what is in it.</summary>
    private static InlineText CaptionOf(Block? before, DocumentContext context) =>
        before is ParagraphBlock line && MarkedBeginning.IsShortLine(line) ? context.Inlines.Read(line) : InlineText.Empty;

    /// <summary>Where nothing else names the problems of a table, the column of "error details" does.</summary>
    private static void NameByDescription(ColumnRole[] roles, string[] headers, DocumentContext context)
    {
        for (var i = 0; i < headers.Length; i++)
        {
            if (roles[i] == ColumnRole.Description && context.Lexicon.KindsIn(headers[i]).Has(ProblemCue.Name))
            {
                roles[i] = ColumnRole.Symptom;
                return;
            }
        }
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

    private static int FewestCells(Table table, int[] rows)
    {
        var fewest = int.MaxValue;
        foreach (var i in rows)
        {
            fewest = Math.Min(fewest, ((TableRow)table[i]).Count);
        }

        return rows.Length == 0 ? 0 : fewest;
    }
}
