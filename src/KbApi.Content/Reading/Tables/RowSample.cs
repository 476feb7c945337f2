using Markdig.Extensions.Tables;

namespace KbApi.Content.Reading.Tables;

/// <summary>
/// Chooses the rows that tell what a long table is about: those whose texts have the least hashes, wherever they stand. So rows may move, and a
/// table whose beginning differs from the rest is read by all of it.
/// </summary>
internal static class RowSample
{
    private const uint OffsetBasis = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>The numbers of at most so many rows below the header, in order.</summary>
    public static int[] Of(Table table, int most, string source)
    {
        var rows = table.Count - 1;
        if (rows <= most)
        {
            return [.. Enumerable.Range(1, rows)];
        }

        var chosen = new PriorityQueue<int, (uint, int)>(Comparer<(uint Hash, int Row)>.Create(static (x, y) => y.CompareTo(x)));
        for (var row = 1; row <= rows; row++)
        {
            var key = (Hash((TableRow)table[row], source), row);
            if (chosen.Count < most)
            {
                chosen.Enqueue(row, key);
            }
            else
            {
                chosen.EnqueueDequeue(row, key);
            }
        }

        return [.. chosen.UnorderedItems.Select(item => item.Element).Order()];
    }

    private static uint Hash(TableRow row, string source)
    {
        var hash = OffsetBasis;
        var start = Math.Clamp(row.Span.Start, 0, source.Length);
        foreach (var c in source.AsSpan(start, Math.Clamp(row.Span.End + 1, start, source.Length) - start))
        {
            hash = unchecked((hash ^ c) * Prime);
        }

        return hash;
    }
}
