using KbApi.Cli.Terminal;
using KbApi.Rules.Comparison;

namespace KbApi.Cli.Drift;

/// <summary>What is said of a change of a catalog, in the language of the person in front of the terminal.</summary>
internal static class CatalogDiffWords
{
    private const int LongestValue = 120;

    public static string Of(ITerminal terminal, CatalogChangeKind kind) => terminal.Text("Change_" + kind);

    public static string Of(ITerminal terminal, ChangeImpact impact) => terminal.Text("Impact_" + impact);

    /// <summary>What was and what is, each in one line and shortened around where they begin to differ.</summary>
    public static (string Before, string After) Values(CatalogChange change)
    {
        var (before, after) = (change.Before.ReplaceLineEndings(" "), change.After.ReplaceLineEndings(" "));
        var same = before.Length > 0 && after.Length > 0 ? before.AsSpan().CommonPrefixLength(after) : 0;
        var start = Math.Max(0, same - (LongestValue / 3));
        return (Shorten(before, start), Shorten(after, start));
    }

    /// <summary>How many changes there are of each gravity, the gravest first.</summary>
    public static string Summary(ITerminal terminal, CatalogDiff diff)
    {
        var counts = diff.Changes.CountBy(c => c.Impact).ToDictionary();
        return string.Join(", ", Enum.GetValues<ChangeImpact>().Reverse().Select(i => $"{Of(terminal, i)}: {counts.GetValueOrDefault(i).ToString(terminal.Culture)}"));
    }

    private static string Shorten(string text, int start)
    {
        if (text.Length <= LongestValue)
        {
            return text;
        }

        var from = Math.Min(start, text.Length - 1);
        var to = Math.Min(text.Length, from + LongestValue);
        from -= from > 0 && char.IsLowSurrogate(text[from]) ? 1 : 0;
        to -= to < text.Length && char.IsLowSurrogate(text[to]) ? 1 : 0;
        return (from > 0 ? "…" : "") + text[from..to] + (to < text.Length ? "…" : "");
    }
}
