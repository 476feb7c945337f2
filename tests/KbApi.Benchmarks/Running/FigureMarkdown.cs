using System.Globalization;
using System.Text;

namespace KbApi.Benchmarks.Running;

/// <summary>Figures as tables of Markdown; columns that would be empty are left out.</summary>
internal static class FigureMarkdown
{
    private static readonly (string Name, Func<Figure, string?> Of)[] Columns =
    [
        ("ours", f => f.Needs is null ? f.Ours : $"not measured: needs {f.Needs}"),
        ("beside", f => f.Peer),
        ("ratio", RatioOf),
        ("goal", f => f.Goal?.Text),
        ("verdict", f => f.Goal?.Verdict),
        ("", f => f.Note),
    ];

    public static string Write(FigureTable table)
    {
        var columns = Columns.Where(c => table.Rows.Any(r => !string.IsNullOrEmpty(c.Of(r)))).ToList();
        var text = new StringBuilder();
        Row(text, [table.Caption, .. columns.Select(c => c.Name)]);
        Row(text, [.. Enumerable.Repeat("---", columns.Count + 1)]);
        foreach (var row in table.Rows)
        {
            Row(text, [row.What, .. columns.Select(c => c.Of(row) ?? "")]);
        }

        return text.ToString();
    }

    /// <summary>The ratio of a figure, as it is written.</summary>
    public static string? RatioOf(Figure figure) => figure.Ratio is { } ratio
        ? ratio.ToString(Math.Abs(ratio) < 0.1 ? "0.###" : Math.Abs(ratio) < 100 ? "0.##" : "N0", CultureInfo.InvariantCulture)
        : null;

    /// <summary>Writes a row of a table.</summary>
    public static void Row(StringBuilder text, IEnumerable<string> cells) =>
        text.Append('|').AppendJoin('|', cells.Select(c => " " + c.Replace("|", "\\|", StringComparison.Ordinal) + (c.Length > 0 ? " " : ""))).Append("|\n");
}
