namespace KbApi.Content.Syntax;

/// <summary>
/// Headings whose number signs touch their text, such as <c>##Title</c>. To CommonMark they are none; the site generators of earlier
/// years read them as headings, and so do those who wrote them.
/// </summary>
internal static class GluedHeading
{
    private const int MaxLevel = 6;

    /// <summary>
    /// The number of signs where a line, from its first sign on, is clearly meant as a heading; else 0. One sign alone begins comments,
    /// tags and directives, so it counts only before an anchor.
    /// </summary>
    public static int LevelOf(ReadOnlySpan<char> line)
    {
        var level = line.IndexOfAnyExcept('#');
        if (level is < 1 or > MaxLevel)
        {
            return 0;
        }

        var text = line[level..];
        var isHeading = level == 1 ? text.StartsWith("<a ", StringComparison.OrdinalIgnoreCase) : char.IsLetterOrDigit(text[0]) || text[0] is '<' or '[' or '*' or '`' or '"';
        return isHeading ? level : 0;
    }
}
