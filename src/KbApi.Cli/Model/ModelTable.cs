using System.Globalization;
using KbApi.Cli.Terminal;
using KbApi.Content.Model;
using Spectre.Console;

namespace KbApi.Cli.Model;

/// <summary>Shows what was found in documents to people: a table for each file.</summary>
internal static class ModelTable
{
    public static void Write(ITerminal terminal, IReadOnlyCollection<(KnowledgeItem Item, string Path)> items)
    {
        var console = terminal.CreateConsole();
        foreach (var file in items.GroupBy(i => i.Path))
        {
            console.Write(new Text(file.Key + "\n", new Style(decoration: Decoration.Bold)));
            var table = new Table().Border(TableBorder.Simple).Expand();
            table.AddColumn(new TableColumn(terminal.Text("Model_Line")).RightAligned().NoWrap());
            table.AddColumn(new TableColumn(terminal.Text("Model_Kind")).NoWrap());
            table.AddColumn(terminal.Text("Model_Codes"));
            table.AddColumn(terminal.Text("Model_What"));
            foreach (var (item, _) in file)
            {
                var (kind, codes, what) = Describe(terminal, item);
                table.AddRow(new Text(item.StartLine.ToString(CultureInfo.InvariantCulture)), new Text(kind), new Text(codes), new Text(what));
            }

            console.Write(table);
        }

        var counts = items.CountBy(i => i.Item.GetType().Name).ToDictionary();
        console.Write(new Text(terminal.Text(
            "Model_Summary", counts.GetValueOrDefault(nameof(Entry)), counts.GetValueOrDefault(nameof(Procedure)), counts.GetValueOrDefault(nameof(Ladder)),
            counts.GetValueOrDefault(nameof(Checklist)), counts.GetValueOrDefault(nameof(Operation))) + "\n"));
    }

    private static (string Kind, string Codes, string What) Describe(ITerminal terminal, KnowledgeItem item) => item switch
    {
        Entry e => (terminal.Text("Kind_" + e.Severity), string.Join('\n', e.Codes.Select(c => c.Code.Value)), Shorten(e.Title.Text)),
        Procedure p => (terminal.Text("Kind_Procedure"), "", terminal.Text("Model_Steps", p.Title.Text, p.Steps.Length)),
        Ladder l => (terminal.Text("Kind_Ladder"), "", string.Join('\n', l.Rungs.Select((r, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1}. {r.Text.Text}")))),
        Checklist c => (terminal.Text("Kind_Checklist"), "", terminal.Text("Model_Items", c.Title.Text, c.Count)),
        Operation o => (terminal.Text("Kind_Operation"), "", $"{o.Name}: {Tail(o.Start)} → {Tail(o.Success)} | {Tail(o.Failure)}"),
        ServiceState s => (terminal.Text("Kind_State"), "", $"{s.Name}: {Tail(s.Started)} / {Tail(s.Stopped)}"),
        Heartbeat h => (terminal.Text("Kind_Heartbeat"), "", string.Create(CultureInfo.InvariantCulture, $"{Tail(h.Entry)}: {h.Interval.Value} {h.Interval.Unit}")),
        _ => (item.GetType().Name, "", item.Id),
    };

    private static string Tail(string? id) => id is null ? "–" : id[(id.LastIndexOf('/') + 1)..];

    private static string Shorten(string text)
    {
        const int Longest = 160;
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= Longest ? line : line[..(Longest - 1)] + "…";
    }
}
