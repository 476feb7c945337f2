using KbApi.Content.Lexicons;
using KbApi.Content.Model;
using KbApi.Content.Syntax;
using Markdig.Extensions.Tables;

namespace KbApi.Content.Reading;

/// <summary>Reads the rows of tables of errors. Tables of anything else give nothing.</summary>
internal sealed class TableReader(DocumentContext context)
{
    public IEnumerable<EntryDraft> Read(Table table, OutlineSection section)
    {
        var rows = table.OfType<TableRow>().ToList();
        if (rows.Count < 2)
        {
            return [];
        }

        var layout = TableLayout.Read(rows, section, context);
        return layout.IsEntryTable ? ReadRows(rows, layout, section) : [];
    }

    private IEnumerable<EntryDraft> ReadRows(List<TableRow> rows, TableLayout layout, OutlineSection section)
    {
        var isEvent = layout.HasEventColumn || LogSource.IsAboutEvents(section, context.Lexicon);
        var source = isEvent ? LogSource.Find(section, context.Lexicon) : null;
        var isUserFacing = section.SelfAndAncestors().Any(s => context.Lexicon.UserFacing.IsIn(s.Title.Text));
        foreach (var row in rows.Skip(1))
        {
            var parts = ReadCells(row, layout);
            if (parts.Any(p => p.Role is ColumnRole.Code or ColumnRole.Name or ColumnRole.Symptom or ColumnRole.Message && !p.Text.IsEmpty))
            {
                yield return new EntryDraft
                {
                    Shape = EntryShape.Row,
                    Span = context.Trimmed(InlineTextReader.SpanOf(row)),
                    Section = section,
                    Parts = parts,
                    Source = source,
                    IsEvent = isEvent,
                    IsUserFacing = isUserFacing,
                };
            }
        }
    }

    private List<DraftPart> ReadCells(TableRow row, TableLayout layout)
    {
        var parts = new List<DraftPart>(row.Count);
        for (var i = 0; i < row.Count && i < layout.Roles.Length; i++)
        {
            parts.Add(new DraftPart(layout.Roles[i], context.Inlines.Read(row[i])));
        }

        return parts;
    }
}
