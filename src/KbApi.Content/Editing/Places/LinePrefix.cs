using System.Text;
using KbApi.Content.Text;

namespace KbApi.Content.Editing.Places;

/// <summary>What a line has to begin with to belong to the same list item or quote as another.</summary>
internal static class LinePrefix
{
    /// <summary>The beginning of the line of a place, with blanks for the markers of list items.</summary>
    public static string Of(SourceText text, int position)
    {
        var start = text.GetLineSpan(text.GetLine(position)).Start;
        var line = text.Content.AsSpan(start, position - start);
        var prefix = new StringBuilder();
        for (var i = 0; i < line.Length;)
        {
            var marker = MarkerLength(line[i..]);
            if (marker > 0)
            {
                prefix.Append(' ', marker);
                i += marker;
            }
            else if (line[i] is ' ' or '\t' or '>')
            {
                prefix.Append(line[i++]);
            }
            else
            {
                break;
            }
        }

        return prefix.ToString();
    }

    /// <summary>The length of <c>-</c>, <c>12.</c> or <c>3)</c> where blanks follow it, or 0.</summary>
    private static int MarkerLength(ReadOnlySpan<char> line)
    {
        var digits = line.IndexOfAnyExceptInRange('0', '9');
        var length = digits is > 0 and < 10 && line[digits] is '.' or ')' ? digits + 1 : line is ['-' or '*' or '+', ..] ? 1 : 0;
        return length > 0 && length < line.Length && line[length] is ' ' or '\t' ? length : 0;
    }
}
