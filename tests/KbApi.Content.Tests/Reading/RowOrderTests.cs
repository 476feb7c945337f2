using System.Globalization;
using System.Text;
using KbApi.Content.Tests.Support;

namespace KbApi.Content.Tests.Reading;

/// <summary>What a long table is about does not hang on which of its rows come first.</summary>
public sealed class RowOrderTests
{
    [SeededProperty(MaxTest = 50)]
    public void Rows_may_stand_in_any_order(int seed)
    {
        var rows = Enumerable.Range(0, 120).Select(i => i % 3 == 0
            ? string.Create(CultureInfo.InvariantCulture, $"| {7000 + i} | Pump {i} does not start | Restart pump {i}. |\n")
            : string.Create(CultureInfo.InvariantCulture, $"| {7000 + i} | Pump {i} | See page {i} |\n")).ToArray();
        var ordered = Read(rows);
        new Random(seed).Shuffle(rows);

        Assert.Equal(ordered, Read(rows));
    }

    private static List<string> Read(string[] rows)
    {
        var text = rows.Aggregate(new StringBuilder("# Pumps\n\n| Number | Text | Notes |\n|---|---|---|\n"), (t, row) => t.Append(row)).ToString();
        return [.. Documents.Read(text).Entries.Select(e => $"{e.Title.Text} {string.Join(' ', e.Codes.Select(c => c.Code.Value))} {e.Resolution?.Text}").Order(StringComparer.Ordinal)];
    }
}
