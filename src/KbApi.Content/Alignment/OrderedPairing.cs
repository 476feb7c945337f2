namespace KbApi.Content.Alignment;

/// <summary>Pairs two lists so that the pairs keep the order of both and weigh most together (Needleman and Wunsch, 1970).</summary>
internal static class OrderedPairing
{
    /// <summary>The pairs of places. Time and memory are those of a table of all comparisons; callers bound it.</summary>
    /// <param name="left">How many items the first list has.</param>
    /// <param name="right">How many the second has.</param>
    /// <param name="weightOf">What a pair weighs, 0 or more; null where the two can't be one.</param>
    public static IEnumerable<(int Left, int Right)> Pair(int left, int right, Func<int, int, double?> weightOf)
    {
        var best = new double[left + 1, right + 1];
        for (var i = left - 1; i >= 0; i--)
        {
            for (var j = right - 1; j >= 0; j--)
            {
                var apart = Math.Max(best[i + 1, j], best[i, j + 1]);
                best[i, j] = weightOf(i, j) is { } weight ? Math.Max(best[i + 1, j + 1] + weight, apart) : apart;
            }
        }

        for (int i = 0, j = 0; i < left && j < right;)
        {
            if (best[i, j] <= best[i + 1, j])
            {
                i++;
            }
            else if (best[i, j] <= best[i, j + 1])
            {
                j++;
            }
            else
            {
                yield return (i++, j++);
            }
        }
    }
}
