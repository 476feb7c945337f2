namespace KbApi.Rules.Logs.Reading;

/// <summary>Splits a row of comma-separated values; quoted values may hold delimiters, line breaks and doubled quotes.</summary>
internal static class CsvRow
{
    /// <summary>Reads the row that a text begins with.</summary>
    /// <param name="text">The text.</param>
    /// <param name="delimiter">What stands between values.</param>
    /// <param name="isLast">Whether nothing follows behind the text.</param>
    /// <param name="values">The values as they stand, with their quotes.</param>
    /// <returns>How long the row is with its line break; 0 where it goes on behind the text; -1 where a quote is never closed.</returns>
    public static int Split(ReadOnlySpan<char> text, char delimiter, bool isLast, List<Range> values)
    {
        values.Clear();
        var start = 0;
        for (var i = 0; ;)
        {
            if (i < text.Length && text[i] == '"' && i == start)
            {
                i = QuoteEnd(text, i);
                if (i < 0)
                {
                    return isLast ? -1 : 0;
                }
            }

            var next = text[i..].IndexOfAny(delimiter, '\n');
            if (next < 0)
            {
                Add(values, start, text.Length);
                return isLast ? text.Length : 0;
            }

            i += next;
            if (text[i] == '\n')
            {
                Add(values, start, i > start && text[i - 1] == '\r' ? i - 1 : i);
                return i + 1;
            }

            Add(values, start, i);
            start = ++i;
        }
    }

    /// <summary>A value without its quotes.</summary>
    public static ReadOnlySpan<char> Unquote(ReadOnlySpan<char> value)
    {
        if (value.IsEmpty || value[0] != '"')
        {
            return value;
        }

        var end = value.LastIndexOf('"');
        var inner = end > 0 ? value[1..end] : value[1..];
        return inner.Contains('"') ? inner.ToString().Replace("\"\"", "\"", StringComparison.Ordinal) : inner;
    }

    private static void Add(List<Range> values, int start, int end)
    {
        if (values.Count < LogLimits.Columns)
        {
            values.Add(start..end);
        }
    }

    /// <summary>The place behind the quote that ends a value, or -1.</summary>
    private static int QuoteEnd(ReadOnlySpan<char> text, int open)
    {
        for (var i = open + 1; ;)
        {
            var quote = text[i..].IndexOf('"');
            if (quote < 0)
            {
                return -1;
            }

            i += quote + 1;
            if (i >= text.Length || text[i] != '"')
            {
                return i;
            }

            i++;
        }
    }
}
