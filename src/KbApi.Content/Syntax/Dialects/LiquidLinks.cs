namespace KbApi.Content.Syntax.Dialects;

/// <summary>
/// Gives links that Liquid addresses an address that Markdown reads: of <c>({% link {{ page.version }}/a.md %}#b)</c> it leaves the
/// path, with blanks before it, in the same number of characters.
/// </summary>
internal static class LiquidLinks
{
    private const string Opening = "]({%";
    private const string Closing = "%}";
    private const int MaxLength = 300;

    /// <summary>The text, of the same length; the same string where there is nothing to do.</summary>
    public static string Replace(string text)
    {
        char[]? replaced = null;
        for (var at = text.IndexOf(Opening, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Opening, at + 1, StringComparison.Ordinal))
        {
            var start = at + 2;
            var tag = text.AsSpan(start, Math.Min(MaxLength, text.Length - start));
            var end = tag.IndexOf(Closing, StringComparison.Ordinal);
            if (end < 0 || tag[..end].ContainsAny('\r', '\n'))
            {
                continue;
            }

            tag = tag[..(end + Closing.Length)];
            var path = PathIn(tag[2..end].Trim(" -"));
            replaced ??= text.ToCharArray();
            var target = replaced.AsSpan(start, tag.Length);
            target.Fill(' ');
            path.CopyTo(target[^path.Length..]);
        }

        return replaced is null ? text : new string(replaced);
    }

    /// <summary>What follows the name of the tag, without the variables before it.</summary>
    private static ReadOnlySpan<char> PathIn(ReadOnlySpan<char> tag)
    {
        var name = tag.IndexOf(' ');
        var path = name < 0 ? [] : tag[name..].Trim(" \"'");
        var variable = path.LastIndexOf("}}", StringComparison.Ordinal);
        path = variable < 0 ? path : path[(variable + 2)..];
        return path.ContainsAny(" ()<>") ? [] : path;
    }
}
