using System.Collections.Immutable;
using KbApi.Content.Codes;
using KbApi.Content.Model;
using KbApi.Content.Reading.Entries;
using KbApi.Content.Syntax;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace KbApi.Content.Reading.Tables;

/// <summary>Reads the rows of tables of errors. Tables of anything else give nothing.</summary>
/// <param name="context">What is known of the document.</param>
/// <param name="borrowed">By number, what tables of the same article in another locale are about; null for a table that is read by itself.</param>
internal sealed class TableReader(DocumentContext context, IReadOnlyList<TableRoles?> borrowed)
{
    /// <summary>How many rows a problem may go on over; no writer needs as many, and each is copied once more with the next.</summary>
    private const int MaxContinuations = 100;

    private readonly LampStates _lamps = new(context);
    private readonly OtherRows _others = new(context.Lexicon);
    private readonly ImmutableArray<TableRoles>.Builder _tables = ImmutableArray.CreateBuilder<TableRoles>(0);

    /// <summary>The tables that were read, in order.</summary>
    public ImmutableArray<TableRoles> Tables => _tables.ToImmutable();

    /// <summary>Adds the rows of a table that are problems. Tables are read in the order of the document.</summary>
    /// <param name="table">The table.</param>
    /// <param name="before">The block before it, which may be its caption.</param>
    /// <param name="section">The section that it stands in.</param>
    /// <param name="drafts">What the rows are added to.</param>
    public void Read(Table table, Block? before, OutlineSection section, List<EntryDraft> drafts)
    {
        if (table.Count < 2)
        {
            _tables.Add(new TableRoles(section.Anchor, table.Count == 0 ? 0 : ((TableRow)table[0]).Count, [], HasEventColumn: false, IsHeaderKnown: false));
            return;
        }

        var layout = TableLayout.Read(table, before, section, context);
        if (_tables.Count < borrowed.Count && borrowed[_tables.Count] is { } lender)
        {
            layout = layout with { Roles = lender.Roles, HasEventColumn = lender.HasEventColumn, IsEntryTable = true };
        }

        _tables.Add(new TableRoles(section.Anchor, ((TableRow)table[0]).Count, layout.IsEntryTable ? layout.Roles : [], layout.HasEventColumn, layout.IsHeaderKnown));
        if (layout.IsEntryTable)
        {
            ReadRows(table, layout, section, drafts);
        }
    }

    private void ReadRows(Table table, TableLayout layout, OutlineSection section, List<EntryDraft> drafts)
    {
        var isEvent = layout.HasEventColumn || LogSource.IsAboutEvents(section, context.Lexicon);
        var source = isEvent ? LogSource.Find(section, context.Lexicon) : null;
        var isUserFacing = section.SelfAndAncestors().Any(s => s.Title.KindsIn(context.Lexicon).Has(context.Lexicon.UserFacing));
        var hasLamps = _lamps.IsAboutLamps(table, layout.Roles);
        var first = drafts.Count;
        for (var i = 1; i < table.Count; i++)
        {
            var row = (TableRow)table[i];
            if (row is TextRow)
            {
                continue;
            }

            var parts = ReadCells(row, layout);
            if (drafts.Count > first && drafts[^1].FurtherSpans.Length < MaxContinuations && Continues(parts, drafts[^1].Parts))
            {
                drafts[^1] = With(drafts[^1], parts, row);
                continue;
            }

            if (hasLamps && _lamps.IsState(parts))
            {
                continue;
            }

            if (NameOf(parts) is { } name && !ErrorNames.IsSuccess(name.Text.Text) && !_others.Contains(parts))
            {
                drafts.Add(new EntryDraft
                {
                    Shape = EntryShape.Row,
                    Span = context.Trimmed(InlineTextReader.SpanOf(row)),
                    Section = section,
                    Parts = parts,
                    Source = source,
                    IsEvent = isEvent,
                    IsUserFacing = isUserFacing,
                });
            }
        }
    }

    /// <summary>The first cell that names what the row is about, or null.</summary>
    private DraftPart? NameOf(ImmutableArray<DraftPart> parts)
    {
        foreach (var part in parts)
        {
            if (ColumnRoles.IsKey(part.Role) && CellFillers.SaysSomething(part.Text.Text, context.Lexicon))
            {
                return part;
            }
        }

        return null;
    }

    /// <summary>Whether a row only goes on with the one above it: nothing names a problem in it, or its first cell is empty and its text begins in the middle of a sentence.</summary>
    private static bool Continues(ImmutableArray<DraftPart> parts, ImmutableArray<DraftPart> above)
    {
        if (parts is not [{ Text.IsEmpty: true } first, ..] || !ColumnRoles.IsKey(first.Role))
        {
            return false;
        }

        var name = parts.FirstOrDefault(p => ColumnRoles.IsKey(p.Role) && !p.Text.IsEmpty);
        if (name.Text is null)
        {
            return parts.Any(p => !p.Text.IsEmpty);
        }

        return char.IsLower(name.Text.Text[0]) && name.Text.Text.Contains(' ', StringComparison.Ordinal)
            && above.FirstOrDefault(p => p.Role == name.Role && !p.Text.IsEmpty).Text is { } begun && char.IsUpper(begun.Text[0]);
    }

    private EntryDraft With(EntryDraft draft, ImmutableArray<DraftPart> more, TableRow row) => draft with
    {
        Parts = [.. draft.Parts, .. more.Where(p => !p.Text.IsEmpty)],
        FurtherSpans = [.. draft.FurtherSpans, context.Trimmed(InlineTextReader.SpanOf(row))],
    };

    private ImmutableArray<DraftPart> ReadCells(TableRow row, TableLayout layout)
    {
        var parts = ImmutableArray.CreateBuilder<DraftPart>(row.Count);
        for (var i = 0; i < row.Count && i < layout.Roles.Length; i++)
        {
            parts.Add(new DraftPart(layout.Roles[i], context.Inlines.Read(row[i])));
        }

        return parts.DrainToImmutable();
    }
}
