using KbApi.Cli.Terminal;
using KbApi.Reports.Insights;
using Spectre.Console;

namespace KbApi.Cli.Insights;

/// <summary>Shows gaps to people in a terminal.</summary>
internal sealed class GapsTable(ITerminal terminal, GapNeighbours neighbours)
{
    public void Write(IReadOnlyList<Gap> gaps, int total)
    {
        var console = terminal.CreateConsole();
        if (gaps.Count == 0)
        {
            console.Write(new Text(terminal.Text("Gaps_None") + "\n"));
            return;
        }

        var table = new Table().Border(TableBorder.Simple).Expand();
        table.AddColumn(new TableColumn(terminal.Text("Gaps_Count")).RightAligned().NoWrap());
        table.AddColumn(terminal.Text("Gaps_What"));
        table.AddColumn(new TableColumn(terminal.Text("Gaps_Last")).NoWrap());
        table.AddColumn(terminal.Text("Gaps_Locales"));
        table.AddColumn(terminal.Text("Gaps_Nearest"));
        foreach (var gap in gaps)
        {
            var what = new Paragraph(gap.Template.ReplaceLineEndings(" "), new Style(decoration: Decoration.Bold));
            what.Append("\n" + GapWords.Of(terminal, gap.Kind) + "  " + gap.Id, new Style(decoration: Decoration.Dim));
            table.AddRow(
                new Text(gap.Count.ToString("N0", terminal.Culture)),
                what,
                new Text(gap.Last.UtcDateTime.ToString("d", terminal.Culture)),
                new Text(string.Join(", ", gap.Locales.Where(l => l.Key.Length > 0).Select(l => l.Key))),
                new Text(string.Join("\n", neighbours.Find(gap).Select(n => GapWords.Of(terminal, n)))));
        }

        console.Write(table);
        console.Write(new Text(terminal.Text("Gaps_Total", gaps.Count, total) + "\n"));
    }
}
