using KbApi.Content.Text;

namespace KbApi.Content.Syntax;

/// <summary>
/// Puts blanks for the tabs between the hashes and the text of headings, and for those behind the sign of a quote. Markdig copies such a
/// line and counts places from the beginning of the copy; for blanks it does not. Where such a tab indents code, it stays.
/// </summary>
internal static class MarkerTabs
{
    /// <summary>The text with the same length; the same string where there is nothing to do.</summary>
    public static string Replace(string text) => Blanks.Put(text, FindAll(text));

    private static bool IsBlank(string text, int index) => index < text.Length && text[index] is ' ' or '\t';

    private static List<TextSpan>? FindAll(string text)
    {
        List<TextSpan>? places = null;
        for (var tab = text.IndexOf('\t', StringComparison.Ordinal); tab >= 0; tab = text.IndexOf('\t', tab + 1))
        {
            var follows = tab - 1;
            while (follows >= 0 && text[follows] == ' ')
            {
                follows--;
            }

            if (follows >= 0 && (text[follows] == '#' || places?[^1].Start == follows || (follows == tab - 1 && text[follows] == '>' && !IsBlank(text, tab + 1))))
            {
                (places ??= []).Add(new TextSpan(tab, 1));
            }
        }

        return places;
    }
}
