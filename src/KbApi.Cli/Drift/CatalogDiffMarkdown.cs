using System.Text;
using KbApi.Cli.Terminal;
using KbApi.Rules.Comparison;

namespace KbApi.Cli.Drift;

/// <summary>Writes the changes of a catalog as the comment on a pull request. What does not fit in a comment is counted.</summary>
internal static class CatalogDiffMarkdown
{
    /// <summary>GitHub refuses comments of more than 65 536 characters.</summary>
    private const int MostCharacters = 60_000;

    private const string Special = "\\`*_[]<>#|~@";

    public static void Write(ITerminal terminal, TextWriter output, CatalogDiff diff)
    {
        output.Write($"## {terminal.Text("Catalog_Title")}\n\n{CatalogDiffWords.Summary(terminal, diff)}\n");
        var (written, left) = (0, diff.Changes.Length);
        foreach (var group in diff.Changes.GroupBy(c => c.Impact))
        {
            var heading = $"\n### {CatalogDiffWords.Of(terminal, group.Key)}\n\n| {Header(terminal)} |\n| --- | --- | --- | --- | --- |\n";
            foreach (var change in group)
            {
                var row = heading + Row(terminal, change);
                if (written + row.Length > MostCharacters)
                {
                    output.Write($"\n{terminal.Text("Catalog_More", left)}\n");
                    return;
                }

                output.Write(row);
                heading = "";
                written += row.Length;
                left--;
            }
        }
    }

    private static string Header(ITerminal terminal) =>
        string.Join(" | ", ((string[])["Catalog_Change", "Catalog_What", "Catalog_Before", "Catalog_After", "Catalog_Locales"]).Select(h => terminal.Text(h)));

    private static string Row(ITerminal terminal, CatalogChange change)
    {
        var (before, after) = CatalogDiffWords.Values(change);
        var what = change.Field.Length == 0 ? change.Id : $"{change.Id} {change.Field}";
        return $"| {Escape(CatalogDiffWords.Of(terminal, change.Kind))} | {Escape(what)} | {Escape(before)} | {Escape(after)} | {string.Join(", ", change.Locales)} |\n";
    }

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            escaped.Append(Special.Contains(c, StringComparison.Ordinal) ? $"\\{c}" : c.ToString());
        }

        return escaped.ToString();
    }
}
