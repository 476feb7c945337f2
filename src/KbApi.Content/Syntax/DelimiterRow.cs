using Markdig.Extensions.Tables;
using Markdig.Helpers;

namespace KbApi.Content.Syntax;

/// <summary>The second line of a pipe table: <c>| :--- | ---: |</c>.</summary>
internal static class DelimiterRow
{
    /// <summary>The columns and their alignment, or null where the line is no delimiter row.</summary>
    public static List<TableColumnDefinition>? TryParse(StringSlice line)
    {
        line.Trim();
        var text = line.AsSpan();
        if (!text.Contains('|') || text.ContainsAnyExcept("|-: \t"))
        {
            return null;
        }

        text = text[0] == '|' ? text[1..] : text;
        text = text.Length > 0 && text[^1] == '|' ? text[..^1] : text;
        var columns = new List<TableColumnDefinition>();
        foreach (var range in text.Split('|'))
        {
            var cell = text[range].Trim();
            var dashes = cell.Trim(':');
            if (dashes.IsEmpty || dashes.ContainsAnyExcept('-'))
            {
                return null;
            }

            columns.Add(new TableColumnDefinition { Alignment = AlignmentOf(cell) });
        }

        return columns;
    }

    private static TableColumnAlign? AlignmentOf(ReadOnlySpan<char> cell) => (cell[0], cell[^1]) switch
    {
        (':', ':') => TableColumnAlign.Center,
        (':', _) => TableColumnAlign.Left,
        (_, ':') => TableColumnAlign.Right,
        _ => null,
    };
}
