using KbApi.Content.Lexicons;
using KbApi.Content.Reading.Entries;
using KbApi.Content.Reading.Problems;
using Markdig.Extensions.Tables;

namespace KbApi.Content.Reading.Tables;

/// <summary>
/// Reads tables that describe one problem: a label and a text a row (<c>| User action | Restart it. |</c>), or causes and their
/// resolutions below headers that say so, without a column for the problem itself.
/// </summary>
internal sealed class KeyValueTable(DocumentContext context)
{
    private const int MinLabels = 2;
    private const int MaxRows = 20;

    private readonly LabelReader _labels = new(context.Lexicon);

    /// <summary>The texts with their roles; empty where the table is another one.</summary>
    public IReadOnlyList<DraftPart> Read(Table table)
    {
        if (table.Count is < MinLabels or > MaxRows)
        {
            return [];
        }

        if (CauseColumns((TableRow)table[0]) is { } columns)
        {
            return ReadColumns(table, columns);
        }

        var parts = new List<DraftPart>();
        for (var i = 0; i < table.Count; i++)
        {
            var row = (TableRow)table[i];
            if (row.Count < 2)
            {
                return [];
            }

            var role = RoleOf(context.Inlines.Read(row[0]).Text);
            var text = context.Inlines.Read(row[1]);
            if (!text.IsEmpty)
            {
                parts.Add(new DraftPart(role, text));
            }
        }

        return IsOneProblem(parts) ? parts : [];
    }

    /// <summary>The roles of the columns where they are causes and resolutions and nothing that names a problem; else null.</summary>
    private ColumnRole[]? CauseColumns(TableRow header)
    {
        var roles = new ColumnRole[header.Count];
        for (var i = 0; i < roles.Length; i++)
        {
            roles[i] = HeaderRoles.Find(context.Inlines.Read(header[i]).Text, context.Lexicon);
            if (!ColumnRoles.IsText(roles[i]))
            {
                return null;
            }
        }

        return roles.Contains(ColumnRole.Cause) && roles.Contains(ColumnRole.Resolution) ? roles : null;
    }

    private List<DraftPart> ReadColumns(Table table, ColumnRole[] roles)
    {
        var parts = new List<DraftPart>();
        for (var number = 1; number < table.Count; number++)
        {
            var row = (TableRow)table[number];
            for (var i = 0; i < Math.Min(row.Count, roles.Length); i++)
            {
                if (context.Inlines.Read(row[i]) is { IsEmpty: false } text)
                {
                    parts.Add(new DraftPart(roles[i], text));
                }
            }
        }

        return parts;
    }

    private ColumnRole RoleOf(string label) => HeaderRoles.Find(label, context.Lexicon) is var role and not ColumnRole.Other ? role
        : _labels.Find(label) is { } found ? LabelledContent.RoleOf(found)
        : ColumnRole.Other;

    private static bool IsOneProblem(List<DraftPart> parts)
    {
        var roles = default(RoleSet);
        var known = 0;
        foreach (var part in parts)
        {
            if (part.Role != ColumnRole.Other)
            {
                roles = roles.With(part.Role);
                known++;
            }
        }

        var tells = roles.Contains(ColumnRole.Resolution) || roles.Contains(ColumnRole.Cause);
        return tells && roles.Count >= MinLabels && known * 2 >= parts.Count;
    }
}
