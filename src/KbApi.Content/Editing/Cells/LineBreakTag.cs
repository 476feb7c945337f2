namespace KbApi.Content.Editing.Cells;

/// <summary>The tag that breaks a line, as people write it: <c>&lt;br&gt;</c>, <c>&lt;br/&gt;</c>, <c>&lt;br &gt;</c>.</summary>
internal static class LineBreakTag
{
    /// <summary>How it is written where a document has none.</summary>
    public const string Default = "<br>";

    /// <summary>The length of the tag at a place, or 0.</summary>
    public static int LengthAt(string text, int start)
    {
        var rest = text.AsSpan(start);
        if (!rest.StartsWith("<br", StringComparison.OrdinalIgnoreCase))
        {
            return 0;
        }

        var i = "<br".Length;
        while (i < rest.Length && rest[i] is ' ' or '\t' or '/')
        {
            i++;
        }

        return i < rest.Length && rest[i] == '>' ? i + 1 : 0;
    }

    /// <summary>How a document writes it first, if it does so in a well-formed way.</summary>
    public static string StyleOf(string document)
    {
        foreach (var tag in (ReadOnlySpan<string>)["<br/>", "<br />"])
        {
            if (document.IndexOf(tag, StringComparison.OrdinalIgnoreCase) is >= 0 and var at
                && !document.AsSpan(0, at).Contains(Default, StringComparison.OrdinalIgnoreCase))
            {
                return tag;
            }
        }

        return Default;
    }
}
