namespace KbApi.Content.Syntax;

/// <summary>Attributes of a single HTML tag.</summary>
internal static class HtmlAttribute
{
    /// <summary>The value of an attribute with any quotes or none, or null where the tag has no such attribute.</summary>
    public static string? Find(ReadOnlySpan<char> tag, string attribute)
    {
        for (var from = 0; ;)
        {
            var at = tag[from..].IndexOf(attribute, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
            {
                return null;
            }

            at += from;
            from = at + attribute.Length;
            var rest = tag[from..].TrimStart();
            if (at > 0 && char.IsWhiteSpace(tag[at - 1]) && rest.StartsWith("="))
            {
                return ValueOf(rest[1..].TrimStart());
            }
        }
    }

    private static string ValueOf(ReadOnlySpan<char> rest)
    {
        var quote = rest.IsEmpty ? ' ' : rest[0];
        var value = quote is '"' or '\'' ? rest[1..] : rest;
        var end = quote is '"' or '\'' ? value.IndexOf(quote) : value.IndexOfAny(' ', '>', '/');
        return (end < 0 ? value : value[..end]).ToString();
    }
}
