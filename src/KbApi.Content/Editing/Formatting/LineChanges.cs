using KbApi.Content.Text;

namespace KbApi.Content.Editing.Formatting;

/// <summary>Tells two versions of a text apart line by line. Lines that are only laid out anew pair by what they say.</summary>
internal static class LineChanges
{
    private const int MaxLookAhead = 8;

    /// <summary>Changes that make the one of the other, in order.</summary>
    public static List<TextChange> Between(SourceText before, string after)
    {
        var now = SourceText.From(after);
        var changes = new List<TextChange>();
        int i = 0, j = 0;
        while (i < before.LineCount && j < now.LineCount)
        {
            var (a, b) = (Line(before, i), Line(now, j));
            if (a == b)
            {
                i++;
                j++;
                continue;
            }

            // The nearest lines that are equal again; what lies before them was replaced.
            var (k, l) = Resume(before, now, i, j);
            changes.Add(new TextChange(TextSpan.FromBounds(StartOf(before, i), StartOf(before, k)), after[StartOf(now, j)..StartOf(now, l)]));
            (i, j) = (k, l);
        }

        if (i < before.LineCount || j < now.LineCount)
        {
            changes.Add(new TextChange(TextSpan.FromBounds(StartOf(before, i), before.Length), after[StartOf(now, j)..]));
        }

        return changes;
    }

    private static (int Before, int After) Resume(SourceText before, SourceText now, int i, int j)
    {
        for (var distance = 1; distance <= 2 * MaxLookAhead; distance++)
        {
            for (var a = 0; a <= distance; a++)
            {
                if (i + a < before.LineCount && j + distance - a < now.LineCount && Line(before, i + a) == Line(now, j + distance - a))
                {
                    return (i + a, j + distance - a);
                }
            }
        }

        return (Math.Min(i + 1, before.LineCount), Math.Min(j + 1, now.LineCount));
    }

    private static int StartOf(SourceText text, int line) => line < text.LineCount ? text.GetLineSpan(line).Start : text.Length;

    private static string Line(SourceText text, int line) => text.Content[StartOf(text, line)..StartOf(text, line + 1)];
}
