using KbApi.Content.Text;

namespace KbApi.Content.Syntax.Dialects;

/// <summary>
/// Blanks out the original that bilingual pages keep beside each translated sentence, <c>&lt;span class="sxs-lookup"&gt;…&lt;/span&gt;</c>: readers see it
/// only when they point at the sentence.
/// </summary>
internal static class SideBySide
{
    private const string Marker = "<span class=\"sxs-lookup\">";
    private const string Opening = "<span";
    private const string Closing = "</span>";

    /// <summary>The text, of the same length, with blanks in the place of originals.</summary>
    public static string Blank(string text)
    {
        List<TextSpan>? originals = null;
        for (var at = text.IndexOf(Marker, StringComparison.Ordinal); at >= 0;)
        {
            var lineEnd = text.IndexOf('\n', at);
            lineEnd = lineEnd < 0 ? text.Length : lineEnd;
            var end = EndOf(text.AsSpan(at, lineEnd - at));
            if (end > 0)
            {
                (originals ??= []).Add(new TextSpan(at, end));
            }

            // An element that its line does not close is none of these, nor is what else stands on the line.
            var next = end > 0 ? at + end : lineEnd;
            at = text.IndexOf(Marker, next, StringComparison.Ordinal);
        }

        return Blanks.Put(text, originals);
    }

    /// <summary>The length of the element that a line begins with, the elements in it included; 0 where it is not closed.</summary>
    private static int EndOf(ReadOnlySpan<char> line)
    {
        var depth = 0;
        for (var at = 0; at < line.Length;)
        {
            var rest = line[at..];
            if (rest.StartsWith(Opening, StringComparison.Ordinal))
            {
                depth++;
            }
            else if (rest.StartsWith(Closing, StringComparison.Ordinal) && --depth == 0)
            {
                return at + Closing.Length;
            }

            var next = rest[1..].IndexOf('<');
            at = next < 0 ? line.Length : at + next + 1;
        }

        return 0;
    }
}
