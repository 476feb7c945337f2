using KbApi.Cli.Terminal;
using KbApi.Rules.Drift;
using Spectre.Console;

namespace KbApi.Cli.Drift;

/// <summary>Shows drift to people: a table for each document.</summary>
internal static class DriftTable
{
    private const int LongestTitle = 60;

    public static void Write(ITerminal terminal, DriftReport report, bool all)
    {
        var console = terminal.CreateConsole();
        foreach (var article in report.Articles.Where(a => all || a.State != DriftState.Current))
        {
            console.Write(new Text($"{article.Path ?? article.Id} ({article.Locale}) ← {article.OriginalPath ?? "–"}\n", new Style(decoration: Decoration.Bold)));
            if (article.Revision.Reason is { } revision)
            {
                console.Write(new Text("  " + DriftWords.Of(terminal, "", revision) + "\n"));
            }

            WriteLines(terminal, console, article, all);
        }

        console.Write(new Text(Summary(terminal, report) + "\n"));
    }

    /// <summary>How many items are in which state.</summary>
    public static string Summary(ITerminal terminal, DriftReport report)
    {
        var counts = report.Articles.SelectMany(a => a.Items).CountBy(i => i.State).ToDictionary();
        return string.Join(", ", Enum.GetValues<DriftState>().Select(s => $"{counts.GetValueOrDefault(s).ToString(terminal.Culture)} {DriftWords.Of(terminal, s)}"));
    }

    private static void WriteLines(ITerminal terminal, IAnsiConsole console, ArticleDrift article, bool all)
    {
        var lines = article is { Path: not null, OriginalPath: not null } ? DriftLine.Of(terminal, article, all).ToList() : [];
        if (lines.Count == 0)
        {
            console.Write(new Text($"  {DriftWords.Of(terminal, article.State)}\n\n"));
            return;
        }

        var table = new Table().Border(TableBorder.Simple).Expand();
        table.AddColumn(new TableColumn(terminal.Text("Model_Line")).RightAligned().NoWrap());
        table.AddColumn(new TableColumn(terminal.Text("Drift_Original")).RightAligned().NoWrap());
        table.AddColumn(new TableColumn(terminal.Text("Drift_State")).NoWrap());
        table.AddColumn(terminal.Text("Drift_Item"));
        table.AddColumn(new TableColumn(terminal.Text("Drift_Field")).NoWrap());
        table.AddColumn(terminal.Text("Drift_Why"));
        foreach (var line in lines)
        {
            table.AddRow(
                new Text(DriftWords.Line(line.Here)), new Text(DriftWords.Line(line.Original)), new Text(DriftWords.Of(terminal, line.State), ColorOf(line.State)),
                new Text(Shorten(line.Item.Title)), new Text(line.Field ?? ""), new Text(line.Words));
        }

        console.Write(table);
    }

    private static Style ColorOf(DriftState state) => new(state switch
    {
        DriftState.Current => Color.Green,
        DriftState.Stale or DriftState.Missing => Color.Red,
        _ => Color.Yellow,
    });

    private static string Shorten(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= LongestTitle ? line : line[..(LongestTitle - 1)] + "…";
    }
}
