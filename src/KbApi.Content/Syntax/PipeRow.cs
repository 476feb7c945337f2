using Markdig.Helpers;

namespace KbApi.Content.Syntax;

/// <summary>Cuts one line of a pipe table into cells. A pipe that is escaped or stands in a code span cuts nothing.</summary>
internal static class PipeRow
{
    private const int LongestFence = 16;

    public static bool HasPipe(StringSlice line) => line.AsSpan().Contains('|');

    /// <summary>The cells as offsets into the line's text, without the blanks around them; the end is exclusive.</summary>
    public static List<(int Start, int End)> Split(StringSlice line) => Split(line, int.MaxValue, out _);

    /// <summary>The same for a bounded number of cells, the last of which takes all that follows.</summary>
    /// <param name="line">The line.</param>
    /// <param name="max">The most cells.</param>
    /// <param name="isCut">Whether there were more.</param>
    public static List<(int Start, int End)> Split(StringSlice line, int max, out bool isCut)
    {
        isCut = false;
        line.Trim();
        var text = line.AsSpan();
        var offset = line.Start;
        var cells = new List<(int Start, int End)>(Math.Min(max, text.Count('|') + 1));
        Span<int> lastFences = stackalloc int[LongestFence];
        FindLastFences(text, lastFences);

        var start = text.Length > 0 && text[0] == '|' ? 1 : 0;
        for (var i = start; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '\\':
                    i++;
                    break;
                case '`':
                    i = SkipCodeSpan(text, i, lastFences) - 1;
                    break;
                case '|' when cells.Count + 1 >= max && !text[(i + 1)..].IsWhiteSpace():
                    isCut = true;
                    i = text.Length;
                    break;
                case '|':
                    cells.Add(Trimmed(text, start, i, offset));
                    start = i + 1;
                    break;
            }
        }

        // What follows the closing pipe is no cell; a row without one ends in its last cell.
        if (start < text.Length || cells.Count == 0)
        {
            cells.Add(Trimmed(text, start, text.Length, offset));
        }

        return cells;
    }

    /// <summary>Where each length of backtick run is last seen, so that no search for a closing run is in vain.</summary>
    private static void FindLastFences(ReadOnlySpan<char> text, Span<int> lastFences)
    {
        lastFences.Fill(-1);
        for (var i = text.IndexOf('`'); i >= 0 && i < text.Length;)
        {
            var length = FenceLength(text, i);
            if (length < LongestFence)
            {
                lastFences[length] = i;
            }

            i += length;
            var next = i < text.Length ? text[i..].IndexOf('`') : -1;
            i = next < 0 ? text.Length : i + next;
        }
    }

    private static int SkipCodeSpan(ReadOnlySpan<char> text, int opening, ReadOnlySpan<int> lastFences)
    {
        var length = FenceLength(text, opening);
        var i = opening + length;
        if (length >= LongestFence || lastFences[length] < i)
        {
            return i;
        }

        while (true)
        {
            i += text[i..].IndexOf('`');
            var closing = FenceLength(text, i);
            i += closing;
            if (closing == length)
            {
                return i;
            }
        }
    }

    private static int FenceLength(ReadOnlySpan<char> text, int start)
    {
        var rest = text[start..];
        var end = rest.IndexOfAnyExcept('`');
        return end < 0 ? rest.Length : end;
    }

    private static (int Start, int End) Trimmed(ReadOnlySpan<char> text, int start, int end, int offset)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return (offset + start, offset + end);
    }
}
