namespace KbApi.Content.Syntax;

/// <summary>
/// Puts blanks for the tabs between the hashes and the text of headings. Markdig copies such a line and counts places from the
/// beginning of the copy; for blanks it does not.
/// </summary>
internal static class HeadingTabs
{
    /// <summary>The text with the same length; the same string where there is nothing to do.</summary>
    public static string Replace(string text)
    {
        var places = FindAll(text);
        return places.Count == 0
            ? text
            : string.Create(text.Length, (text, places), static (target, state) =>
            {
                state.text.CopyTo(target);
                foreach (var place in state.places)
                {
                    target[place] = ' ';
                }
            });
    }

    private static List<int> FindAll(string text)
    {
        var places = new List<int>();
        for (var tab = text.IndexOf('\t', StringComparison.Ordinal); tab >= 0; tab = text.IndexOf('\t', tab + 1))
        {
            var follows = tab - 1;
            while (follows >= 0 && text[follows] == ' ')
            {
                follows--;
            }

            if (follows >= 0 && (text[follows] == '#' || (places.Count > 0 && places[^1] == follows)))
            {
                places.Add(tab);
            }
        }

        return places;
    }
}
