using System.Globalization;
using KbApi.Content.Model;
using KbApi.Rules.Syntax;

namespace KbApi.Rules.Alignment;

/// <summary>Pairs the rows of a table with those of its translation: by the entries that they are, by a key in the first cell, or by order.</summary>
internal static class RowAlignment
{
    private const int MostKeyLength = 60;

    public static IEnumerable<(RowSyntax Original, RowSyntax Translated)> Pair(DocumentSyntax original, TableSyntax from, DocumentSyntax translation, TableSyntax to)
    {
        var keys = new Keys(original, translation);
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
        var byKey = Numbered(to, r => keys.OfTranslated(r)).ToDictionary(p => (p.Key, p.Occurrence), p => p.Row);
        return Numbered(from, r => keys.OfOriginal(r)).Where(p => byKey.ContainsKey((p.Key, p.Occurrence))).Select(p => (p.Row, byKey[(p.Key, p.Occurrence)]));
    }

    /// <summary>A number or name in the first cell that stays the same in every language, or null.</summary>
    public static string? KeyOf(DocumentSyntax document, RowSyntax row)
    {
        if (row.Cells.IsEmpty || row.Cells[0].IsEmpty || row.Cells[0].Length > MostKeyLength)
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

    private static IEnumerable<(string Key, int Occurrence, RowSyntax Row)> Numbered(TableSyntax table, Func<RowSyntax, string?> keyOf)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in table.Rows)
        {
            if (keyOf(row)?.ToUpperInvariant() is { } key)
            {
                yield return (key, seen[key] = seen.GetValueOrDefault(key) + 1, row);
            }
        }
    }

    /// <summary>The id of the entry that a row is, where both documents have it, else the key in its first cell.</summary>
    private sealed class Keys(DocumentSyntax original, DocumentSyntax translation)
    {
        private readonly ILookup<int, string> _original = Rows(original, translation);
        private readonly ILookup<int, string> _translation = Rows(translation, original);

        public string? OfOriginal(RowSyntax row) => _original[row.Line + 1].FirstOrDefault() ?? KeyOf(original, row);

        public string? OfTranslated(RowSyntax row) => _translation[row.Line + 1].FirstOrDefault() ?? KeyOf(translation, row);

        private static ILookup<int, string> Rows(DocumentSyntax document, DocumentSyntax other)
        {
            var shared = other.Article.Entries.Select(e => e.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
            return document.Article.Entries.Where(e => e.Shape == EntryShape.Row && shared.Contains(e.Id)).ToLookup(e => e.StartLine, e => e.Id);
        }
    }
}
