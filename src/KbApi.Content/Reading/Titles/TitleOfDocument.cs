using KbApi.Content.Syntax;
using KbApi.Content.Text;

namespace KbApi.Content.Reading.Titles;

/// <summary>Finds where the front matter of a document states its title.</summary>
internal static class TitleOfDocument
{
    private const string Key = "title:";

    /// <summary>The value of <c>title:</c>, from its line on; empty where there is none or it stands there in another spelling.</summary>
    public static InlineText Read(SourceText source, FrontMatter frontMatter)
    {
        if (frontMatter["title"] is not { Length: > 0 } title)
        {
            return InlineText.Empty;
        }

        var block = source.Content.AsSpan(frontMatter.Span.Start, frontMatter.Span.Length);
        var at = block.StartsWith(Key, StringComparison.OrdinalIgnoreCase) ? 0 : block.IndexOf("\n" + Key, StringComparison.OrdinalIgnoreCase) + 1;
        var line = block[at..];
        if (!line.StartsWith(Key, StringComparison.OrdinalIgnoreCase))
        {
            return InlineText.Empty;
        }

        var end = line.IndexOfAny('\r', '\n');
        line = end < 0 ? line : line[..end];
        var value = line[Key.Length..].IndexOf(title, StringComparison.Ordinal);
        return value < 0 ? InlineText.Empty : InlineText.Verbatim(title, frontMatter.Span.Start + at + Key.Length + value);
    }
}
