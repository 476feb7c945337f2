using KbApi.Content.Syntax;

namespace KbApi.Content.Reading.Entries;

/// <summary>Tells messages in output from one another: each begins with the same word and a colon, as in <c>ERROR: Access is denied.</c>.</summary>
internal static class OutputMessages
{
    /// <summary>Letters before a colon say how bad every line is: <c>W:</c>.</summary>
    private const int MinLabel = 4;

    /// <summary>The messages of a block of output, in order; all of it where it is one.</summary>
    public static IReadOnlyList<TextRange> In(InlineText output)
    {
        var all = TextRange.All(output);
        var first = all.Lines().First();
        var colon = first.AsSpan().IndexOf(": ");
        if (colon < MinLabel)
        {
            return [all];
        }

        var label = first.AsSpan()[..(colon + 1)];
        var messages = new List<TextRange>();
        var (start, end, last) = (first.Start, first.End, first);
        foreach (var line in all.Lines())
        {
            if (line.Start > start && line.AsSpan().StartsWith(label, StringComparison.Ordinal))
            {
                // A line of one word before the next message only joins the two: "or".
                messages.Add(new TextRange(output, start, (end > start && !last.AsSpan().Contains(' ') ? end : last.End) - start));
                start = line.Start;
            }

            (end, last) = (last.End, line);
        }

        messages.Add(new TextRange(output, start, all.End - start));
        return messages;
    }
}
