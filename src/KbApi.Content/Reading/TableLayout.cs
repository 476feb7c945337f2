using System.Collections.Immutable;
using KbApi.Content.Codes;
using KbApi.Content.Lexicons;
using Markdig.Extensions.Tables;

namespace KbApi.Content.Reading;

/// <summary>What the columns of a table are about, by their headers and by the shape of their cells.</summary>
internal sealed class TableLayout
{
    private const int SampleRows = 20;

    private TableLayout(ImmutableArray<ColumnRole> roles, bool hasEventColumn)
    {
        Roles = roles;
        HasEventColumn = hasEventColumn;
    }

    public ImmutableArray<ColumnRole> Roles { get; }

    /// <summary>Whether a header says that the codes are events'.</summary>
    public bool HasEventColumn { get; }

    /// <summary>Whether the rows name problems and say something about them.</summary>
    public bool IsEntryTable
    {
        get
        {
            var hasCode = Roles.Contains(ColumnRole.Code);
            var hasSymptom = Roles.Contains(ColumnRole.Symptom) || Roles.Contains(ColumnRole.Message);
            var hasText = Roles.Any(r => r is ColumnRole.Cause or ColumnRole.Description or ColumnRole.Technical or ColumnRole.Resolution);
            return (hasCode || hasSymptom) && (hasText || (hasCode && hasSymptom));
        }
    }

    public static TableLayout Read(List<TableRow> rows, DocumentContext context)
    {
        var header = rows[0];
        var roles = new ColumnRole[header.Count];
        var hasEventColumn = false;
        for (var column = 0; column < roles.Length; column++)
        {
            var text = context.Inlines.Read(header[column]).Text;
            roles[column] = HeaderRoles.Find(text, context.Lexicon);
            hasEventColumn |= roles[column] == ColumnRole.Code && context.Lexicon.Event.IsIn(text);
            if (roles[column] == ColumnRole.Symptom && HoldsCodes(rows, column, context))
            {
                roles[column] = ColumnRole.Code;
            }
        }

        return new TableLayout([.. roles], hasEventColumn);
    }

    /// <summary>Whether most cells of a column are a code or a name and its number, and nothing else.</summary>
    private static bool HoldsCodes(List<TableRow> rows, int column, DocumentContext context)
    {
        var codes = 0;
        var cells = 0;
        foreach (var row in rows.Skip(1).Take(SampleRows))
        {
            if (column < row.Count)
            {
                cells++;
                codes += IsCode(context.Inlines.Read(row[column]).Text, context) ? 1 : 0;
            }
        }

        return codes * 2 > cells;
    }

    private static bool IsCode(string cell, DocumentContext context)
    {
        if (cell.Length > 60)
        {
            return false;
        }

        var matches = context.Codes.Scan(cell, CodeContext.Name);
        return matches.Count > 0 && matches[0].Start == 0 && matches[^1].End >= cell.TrimEnd(' ', '=').Length;
    }
}
