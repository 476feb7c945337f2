using System.Collections.Immutable;
using KbApi.Content.Text;

namespace KbApi.Content.Syntax;

/// <summary>
/// Finds lines that open more containers (quotes, list items) than any document needs. The parser throws on them, so they are
/// blanked out before it sees them, character for character: offsets stay those of the file.
/// </summary>
internal static class NestingGuard
{
    /// <summary>A list level costs the parser two of its 128 levels; documents of people stay below ten.</summary>
    public const int MaxDepth = 40;

    private const int ColumnsPerLevel = 2;

    /// <summary>The text with such lines blanked, and their spans; the same string where there are none.</summary>
    public static (string Text, ImmutableArray<TextSpan> Blanked) Blank(string text)
    {
        var blanked = ImmutableArray.CreateBuilder<TextSpan>();
        var depth = 0;
        for (var start = 0; start < text.Length;)
        {
            var length = text.AsSpan(start).IndexOf('\n');
            var end = length < 0 ? text.Length : start + length;
            var lineDepth = DepthOf(text.AsSpan(start, end - start), depth);
            if (lineDepth > MaxDepth)
            {
                blanked.Add(TextSpan.FromBounds(start, end));
            }
            else if (lineDepth >= 0)
            {
                depth = lineDepth;
            }

            start = end + 1;
        }

        return blanked.Count == 0 ? (text, []) : (BlankOut(text, blanked), blanked.ToImmutable());
    }

    /// <summary>
    /// The most containers that may be open behind the line's markers: those that its indentation can continue and those it
    /// opens. -1 for a blank line, which changes nothing.
    /// </summary>
    private static int DepthOf(ReadOnlySpan<char> line, int depthBefore)
    {
        if (line.IsEmpty || char.IsAsciiLetter(line[0]))
        {
            return line.IsEmpty ? -1 : 0;
        }

        var columns = 0;
        var i = 0;
        for (; i < line.Length && line[i] is ' ' or '\t'; i++)
        {
            columns += line[i] == '\t' ? 4 : 1;
        }

        if (i == line.Length || line[i] == '\r')
        {
            return -1;
        }

        var continued = Math.Min(columns / ColumnsPerLevel, depthBefore);
        return IsThematicBreak(line[i..]) ? continued : continued + CountMarkers(line[i..]);
    }

    private static int CountMarkers(ReadOnlySpan<char> line)
    {
        var markers = 0;
        for (var i = 0; i < line.Length; i++)
        {
            switch (line[i])
            {
                case ' ' or '\t':
                    break;
                case '>':
                    markers++;
                    break;
                case '-' or '*' or '+' when IsBlank(line, i + 1):
                    markers++;
                    break;
                case >= '0' and <= '9':
                    var digits = line[i..].IndexOfAnyExceptInRange('0', '9');
                    if (digits is < 1 or > 9 || line[i + digits] is not ('.' or ')') || !IsBlank(line, i + digits + 1))
                    {
                        return markers;
                    }

                    i += digits;
                    markers++;
                    break;
                default:
                    return markers;
            }
        }

        return markers;
    }

    private static bool IsBlank(ReadOnlySpan<char> line, int index) => index >= line.Length || line[index] is ' ' or '\t' or '\r';

    private static bool IsThematicBreak(ReadOnlySpan<char> line) =>
        line[0] is '-' or '*' or '_' && !line.ContainsAnyExcept([line[0], ' ', '\t', '\r']);

    private static string BlankOut(string text, IEnumerable<TextSpan> spans) =>
        string.Create(text.Length, (text, spans), static (target, state) =>
        {
            state.text.CopyTo(target);
            foreach (var span in state.spans)
            {
                target.Slice(span.Start, span.Length).Fill(' ');
            }
        });
}
