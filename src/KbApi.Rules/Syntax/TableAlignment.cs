using System.Globalization;
using KbApi.Content.Text;

namespace KbApi.Rules.Syntax;

/// <summary>
/// Pairs the tables of a document with those of a translation without knowing either language: by order where there are equally many,
/// their rows by the key in the first cell, else by order where there are equally many. What can't be paired is left out.
/// </summary>
internal static class TableAlignment
{
    public static IEnumerable<(TableSyntax Original, TableSyntax Translated)> Tables(DocumentSyntax original, DocumentSyntax translation) =>
        original.Tables.Length == translation.Tables.Length
            ? original.Tables.Zip(translation.Tables).Where(p => p.First.Header.Cells.Length == p.Second.Header.Cells.Length)
            : [];

    public static IEnumerable<(TextSpan Original, TextSpan Translated)> Cells(DocumentSyntax original, DocumentSyntax translation)
    {
        foreach (var (from, to) in Tables(original, translation))
        {
            foreach (var (row, other) in Rows(original, from, translation, to))
            {
                if (row.Cells.Length == other.Cells.Length)
                {
                    for (var i = 0; i < row.Cells.Length; i++)
                    {
                        yield return (row.Cells[i], other.Cells[i]);
                    }
                }
            }
        }
    }

    /// <summary>A number or name in the first cell that stays the same in every language, or null.</summary>
    public static string? KeyOf(DocumentSyntax document, RowSyntax row)
    {
        if (row.Cells.IsEmpty || row.Cells[0].IsEmpty || row.Cells[0].Length > 60)
        {
            return null;
        }

        var text = document.Text[row.Cells[0]].Trim('*', '`', ' ');
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            return text;
        }

        return text.Length > 5 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '=' or ' ') && (text.Contains('=', StringComparison.Ordinal) || text.Contains('_', StringComparison.Ordinal))
            ? text
            : null;
    }

    private static IEnumerable<(RowSyntax, RowSyntax)> Rows(DocumentSyntax original, TableSyntax from, DocumentSyntax translation, TableSyntax to)
    {
        if (from.Rows.Length == to.Rows.Length)
        {
            // Equal keys must not stand at different places: then rows were moved, and order tells nothing.
            var pairs = from.Rows.Zip(to.Rows).ToList();
            var contradicting = pairs.Count(p => KeyOf(original, p.First) is { } a && KeyOf(translation, p.Second) is { } b && !string.Equals(a, b, StringComparison.OrdinalIgnoreCase));
            if (contradicting * 4 <= pairs.Count)
            {
                return pairs;
            }
        }

        // A key that stands several times counts by its occurrence.
        var byKey = Numbered(translation, to).ToDictionary(p => (p.Key, p.Occurrence), p => p.Row);
        return Numbered(original, from).Where(p => byKey.ContainsKey((p.Key, p.Occurrence))).Select(p => (p.Row, byKey[(p.Key, p.Occurrence)]));
    }

    private static IEnumerable<(string Key, int Occurrence, RowSyntax Row)> Numbered(DocumentSyntax document, TableSyntax table)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in table.Rows)
        {
            if (KeyOf(document, row)?.ToUpperInvariant() is { } key)
            {
                yield return (key, seen[key] = seen.GetValueOrDefault(key) + 1, row);
            }
        }
    }
}
