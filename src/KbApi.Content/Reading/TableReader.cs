using System.Collections.Immutable;
using KbApi.Content.Lexicons;
using KbApi.Content.Model;
using KbApi.Content.Syntax;
using Markdig.Extensions.Tables;

namespace KbApi.Content.Reading;

/// <summary>Reads the rows of tables of errors. Tables of anything else give nothing.</summary>
/// <param name="context">What is known of the document.</param>
/// <param name="borrowed">By number, what tables of the same article in another locale are about; null for a table that is read by itself.</param>
internal sealed class TableReader(DocumentContext context, IReadOnlyList<TableRoles?> borrowed)
{
    private readonly ImmutableArray<TableRoles>.Builder _tables = ImmutableArray.CreateBuilder<TableRoles>();

    /// <summary>The tables that were read, in order.</summary>
    public ImmutableArray<TableRoles> Tables => _tables.ToImmutable();

    /// <summary>The problems in a table. Tables are read in the order of the document.</summary>
    public IEnumerable<EntryDraft> Read(Table table, OutlineSection section)
    {
        var rows = table.OfType<TableRow>().ToList();
        if (rows.Count < 2)
        {
            _tables.Add(new TableRoles(section.Anchor, rows.Count == 0 ? 0 : rows[0].Count, [], HasEventColumn: false, IsHeaderKnown: false));
            return [];
        }

        var layout = TableLayout.Read(rows, section, context);
        if (_tables.Count < borrowed.Count && borrowed[_tables.Count] is { } lender)
        {
            layout = layout with { Roles = lender.Roles, HasEventColumn = lender.HasEventColumn, IsEntryTable = true };
        }

        _tables.Add(new TableRoles(section.Anchor, rows[0].Count, layout.IsEntryTable ? layout.Roles : [], layout.HasEventColumn, layout.IsHeaderKnown));
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
