using KbApi.Content.Text;

namespace KbApi.Content.Syntax;

/// <summary>
/// Blanks out lines such as <c>&gt; [!div class="mx-tableFixed"]</c> right above a table. They say how the table looks, but to Markdown
/// they are a quotation that swallows its header.
/// </summary>
internal static class DivLines
{
    private const string Marker = "[!div";

    /// <summary>The text, of the same length, with blanks in the place of such lines.</summary>
    public static string Blank(string text)
    {
        List<TextSpan>? lines = null;
        for (var at = text.IndexOf(Marker, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(Marker, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var start = at;
            while (start > 0 && (text[start - 1] is ' ' or '>'))
            {
                start--;
            }

            if (start > 0 && text[start - 1] != '\n')
            {
                continue;
            }

            var end = text.IndexOf('\n', at);
            if (end > 0 && text.AsSpan(end + 1).TrimStart(' ') is ['|', ..])
            {
                (lines ??= []).Add(TextSpan.FromBounds(start, text[end - 1] == '\r' ? end - 1 : end));
            }
        }

        return Blanks.Put(text, lines);
    }
}
