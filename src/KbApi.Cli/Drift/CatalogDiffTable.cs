using KbApi.Cli.Terminal;
using KbApi.Rules.Comparison;
using Spectre.Console;

namespace KbApi.Cli.Drift;

/// <summary>Shows people what has changed in a catalog: a table for each gravity.</summary>
internal static class CatalogDiffTable
{
    public static void Write(ITerminal terminal, CatalogDiff diff)
    {
        var console = terminal.CreateConsole();
        foreach (var group in diff.Changes.GroupBy(c => c.Impact))
        {
            console.Write(new Text(CatalogDiffWords.Of(terminal, group.Key) + "\n", new Style(ColorOf(group.Key), decoration: Decoration.Bold)));
            var table = new Table().Border(TableBorder.Simple).Expand();
            table.AddColumn(terminal.Text("Catalog_Change"));
            table.AddColumn(terminal.Text("Catalog_What"));
            table.AddColumn(terminal.Text("Catalog_Before"));
            table.AddColumn(terminal.Text("Catalog_After"));
            table.AddColumn(terminal.Text("Catalog_Locales"));
            foreach (var change in group)
            {
                var (before, after) = CatalogDiffWords.Values(change);
                table.AddRow(
                    new Text(CatalogDiffWords.Of(terminal, change.Kind)), new Text(change.Field.Length == 0 ? change.Id : $"{change.Id} {change.Field}"),
                    new Text(before), new Text(after), new Text(string.Join(", ", change.Locales)));
            }

            console.Write(table);
        }

        console.Write(new Text(CatalogDiffWords.Summary(terminal, diff) + "\n"));
    }

    private static Color ColorOf(ChangeImpact impact) => impact switch
    {
        ChangeImpact.Breaking => Color.Red,
        ChangeImpact.Meaning => Color.Yellow,
        ChangeImpact.Addition => Color.Green,
        _ => Color.Default,
    };
}
