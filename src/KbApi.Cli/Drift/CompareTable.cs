using System.Collections.Immutable;
using KbApi.Cli.Terminal;
using KbApi.Rules.Comparison;
using Spectre.Console;

namespace KbApi.Cli.Drift;

/// <summary>Shows people where sources disagree: an entry after the other, each source in a line, so that any number of them fits.</summary>
internal static class CompareTable
{
    public static void Write(ITerminal terminal, List<ComparedSource> sources, ImmutableArray<ComparedEntry> entries, bool consensus)
    {
        var console = terminal.CreateConsole();
        foreach (var entry in entries)
        {
            console.Write(new Text($"{entry.Id}  {entry.Title.ReplaceLineEndings(" ")}\n", new Style(decoration: Decoration.Bold)));
            var table = new Table().Border(TableBorder.Simple);
            table.AddColumn(terminal.Text("Compare_Source"));
            table.AddColumn(new TableColumn(terminal.Text("Model_Line")).RightAligned());
            foreach (var fact in entry.Facts)
            {
                table.AddColumn(terminal.Text("Compare_" + fact.Kind));
            }

            for (var i = 0; i < sources.Count; i++)
            {
                var source = i;
                table.AddRow([
                    new Text(sources[i].Name), new Text(entry.Places[i] is null ? terminal.Text("Drift_State_Missing") : DriftWords.Line(entry.Places[i])),
                    .. entry.Facts.Select(f => new Text((f.Values[source] is { Length: 0 } ? "–" : f.Values[source] ?? "") + (f.Odd.Contains(source) ? " ←" : ""), f.Odd.Contains(source) ? Color.Red : Style.Plain)),
                ]);
            }

            console.Write(table);
            WriteOdd(terminal, console, sources, entry);
        }

        console.Write(new Text(terminal.Text(consensus ? "Compare_SummaryOdd" : "Compare_Summary", entries.Length) + "\n"));
    }

    private static void WriteOdd(ITerminal terminal, IAnsiConsole console, List<ComparedSource> sources, ComparedEntry entry)
    {
        foreach (var fact in entry.Facts.Where(f => !f.Odd.IsEmpty && sources.Count > 2))
        {
            var odd = string.Join(", ", fact.Odd.Select(i => sources[i].Name));
            console.Write(new Text("  " + terminal.Text("Compare_Odd", terminal.Text("Compare_" + fact.Kind), odd, fact.Consensus is { Length: > 0 } value ? value : "–") + "\n"));
        }
    }
}
