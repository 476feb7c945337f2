namespace KbApi.Content.Editing;

/// <summary>How a text ends its lines.</summary>
internal static class LineEndings
{
    /// <summary>The first line break of a text; <c>\n</c> where there is none.</summary>
    public static string Of(string text)
    {
        var at = text.AsSpan().IndexOfAny('\r', '\n');
        return at < 0 || text[at] == '\n' ? "\n" : at + 1 < text.Length && text[at + 1] == '\n' ? "\r\n" : "\r";
    }
}
