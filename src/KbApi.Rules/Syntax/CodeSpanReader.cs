using System.Collections.Immutable;
using KbApi.Content.Text;

namespace KbApi.Rules.Syntax;

/// <summary>Finds code spans within lines.</summary>
internal static class CodeSpanReader
{
    public static ImmutableArray<TextSpan> Read(SourceText text, ImmutableArray<LineSyntax> lines)
    {
        var spans = ImmutableArray.CreateBuilder<TextSpan>();
        var open = new Dictionary<int, int>();
        foreach (var line in lines)
        {
            if (line.Kind == LineKind.Text)
            {
                ReadLine(text.Content, line.Span, open, spans);
            }
        }

        return spans.ToImmutable();
    }

    private static void ReadLine(string text, TextSpan line, Dictionary<int, int> last, ImmutableArray<TextSpan>.Builder spans)
    {
        // Where each length of run is last seen, so that no search for a closing run is in vain.
        var runs = new List<(int Start, int Length)>();
        for (var i = line.Start; i < line.End;)
        {
            if (text[i] != '`')
            {
                var next = text.AsSpan(i, line.End - i).IndexOf('`');
                i = next < 0 ? line.End : i + next;
                continue;
            }

            var end = i;
            while (end < line.End && text[end] == '`')
            {
                end++;
            }

            runs.Add((i, end - i));
            i = end;
        }

        if (runs.Count < 2)
        {
            return;
        }

        last.Clear();
        for (var i = 0; i < runs.Count; i++)
        {
            last[runs[i].Length] = i;
        }

        for (var i = 0; i < runs.Count; i++)
        {
            if (last[runs[i].Length] <= i)
            {
                continue;
            }

            var close = i + 1;
            while (runs[close].Length != runs[i].Length)
            {
                close++;
            }

            spans.Add(TextSpan.FromBounds(runs[i].Start, runs[close].Start + runs[close].Length));
            i = close;
        }
    }
}
