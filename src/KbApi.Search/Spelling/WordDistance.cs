namespace KbApi.Search.Spelling;

/// <summary>How many single-character changes make one word of another (Damerau-Levenshtein, adjacent swaps count one).</summary>
internal static class WordDistance
{
    private const int MaxOnStack = 64;

    /// <summary>The distance; more than <paramref name="maximum"/> where it is larger than that.</summary>
    public static int Between(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int maximum)
    {
        if (Math.Abs(left.Length - right.Length) > maximum || right.Length >= MaxOnStack)
        {
            return maximum + 1;
        }

        Span<int> beforeLast = stackalloc int[MaxOnStack];
        Span<int> last = stackalloc int[MaxOnStack];
        Span<int> current = stackalloc int[MaxOnStack];
        for (var j = 0; j <= right.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            var least = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = left[i - 1] == right[j - 1] ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1] + 1, last[j] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    current[j] = Math.Min(current[j], beforeLast[j - 2] + 1);
                }

                least = Math.Min(least, current[j]);
            }

            if (least > maximum)
            {
                return maximum + 1;
            }

            var spare = beforeLast;
            beforeLast = last;
            last = current;
            current = spare;
        }

        return last[right.Length];
    }
}
