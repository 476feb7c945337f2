using System.Collections.Immutable;
using System.Text;
using KbApi.Content.Editing;
using KbApi.Content.Text;

namespace KbApi.Cli.Terminal;

/// <summary>Writes what an edit changes as a patch, from the changes themselves: whatever the file's encoding, and where lines are added or removed.</summary>
internal static class UnifiedDiff
{
    private const int ContextLines = 3;

    public static void Write(TextWriter output, EditedFile file)
    {
        var path = file.File.Path.TrimStart('/');
        output.Write($"--- a/{path}\n+++ b/{path}\n");
        var text = file.Text;
        var hunks = Hunks(text, file.Changes);
        var shift = 0;
        for (var i = 0; i < hunks.Count;)
        {
            // Hunks whose context would touch are written as one.
            var last = i;
            while (last + 1 < hunks.Count && hunks[last + 1].First - hunks[last].Last <= 2 * ContextLines)
            {
                last++;
            }

            shift += WriteGroup(output, text, hunks.GetRange(i, last - i + 1), shift);
            i = last + 1;
        }
    }

    /// <summary>Writes neighbouring hunks, and tells by how many lines they make the file longer.</summary>
    private static int WriteGroup(TextWriter output, SourceText text, List<Hunk> hunks, int shift)
    {
        var start = Math.Max(0, hunks[0].First - ContextLines);
        var end = Math.Max(hunks[^1].Last, Math.Min(LinesOf(text), hunks[^1].Last + ContextLines));
        var (removed, added) = (hunks.Sum(h => h.Last - h.First), hunks.Sum(h => h.NewLines.Count));
        output.Write(FormattableString.Invariant($"@@ -{start + 1},{end - start} +{start + shift + 1},{end - start - removed + added} @@\n"));
        var line = start;
        foreach (var hunk in hunks)
        {
            WriteLines(output, ' ', Lines(text, line, hunk.First));
            WriteLines(output, '-', Lines(text, hunk.First, hunk.Last));
            WriteLines(output, '+', hunk.NewLines);
            line = hunk.Last;
        }

        WriteLines(output, ' ', Lines(text, line, end));
        return added - removed;
    }

    /// <summary>The lines that changes touch, changes on the same or on neighbouring lines together.</summary>
    private static List<Hunk> Hunks(SourceText text, ImmutableArray<TextChange> changes)
    {
        var hunks = new List<Hunk>();
        for (var i = 0; i < changes.Length;)
        {
            var first = text.GetLine(changes[i].Span.Start);
            var last = text.GetLine(changes[i].Span.End) + 1;
            var next = i + 1;
            while (next < changes.Length && text.GetLine(changes[next].Span.Start) <= last)
            {
                last = text.GetLine(changes[next++].Span.End) + 1;
            }

            var span = TextSpan.FromBounds(text.GetLineSpan(first).Start, last < text.LineCount ? text.GetLineSpan(last).Start : text.Length);
            last = Math.Clamp(last, first, Math.Max(first, LinesOf(text)));
            var moved = changes[i..next].Select(c => c with { Span = c.Span with { Start = c.Span.Start - span.Start } });
            hunks.Add(Trimmed(text, new Hunk(first, last, Split(TextChanges.Apply(text[span], moved)))));
            i = next;
        }

        return hunks;
    }

    /// <summary>A hunk without the lines at its ends that stay as they are: a line that is added shows as that.</summary>
    private static Hunk Trimmed(SourceText text, Hunk hunk)
    {
        var old = Lines(text, hunk.First, hunk.Last).ToList();
        var shorter = Math.Min(old.Count, hunk.NewLines.Count);
        var same = old.Zip(hunk.NewLines).TakeWhile(p => p.First == p.Second).Count();
        var sameAtEnd = Enumerable.Range(1, shorter - same).TakeWhile(n => old[^n] == hunk.NewLines[^n]).Count();
        return new Hunk(hunk.First + same, hunk.Last - sameAtEnd, hunk.NewLines[same..^sameAtEnd]);
    }

    /// <summary>How many lines a patch counts: what follows the last line break is none where it is empty.</summary>
    private static int LinesOf(SourceText text) => text.LineCount - (text.GetLineSpan(text.LineCount - 1).IsEmpty ? 1 : 0);

    private static IEnumerable<string> Lines(SourceText text, int first, int last) => Enumerable.Range(first, Math.Max(0, last - first)).Select(i => LineWithBreak(text, i));

    private static string LineWithBreak(SourceText text, int line) =>
        text[TextSpan.FromBounds(text.GetLineSpan(line).Start, line + 1 < text.LineCount ? text.GetLineSpan(line + 1).Start : text.Length)];

    private static List<string> Split(string text)
    {
        var lines = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is var at and >= 0 ? at + 1 : text.Length;
            lines.Add(text[start..end]);
            start = end;
        }

        return lines;
    }

    private static void WriteLines(TextWriter output, char sign, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            var isEnded = line.EndsWith('\n');
            output.Write(new StringBuilder().Append(sign).Append(line).Append(isEnded ? "" : "\n\\ No newline at end of file\n"));
        }
    }

    /// <summary>Lines that are replaced, from the first up to, not including, the last.</summary>
    private sealed record Hunk(int First, int Last, List<string> NewLines);
}
