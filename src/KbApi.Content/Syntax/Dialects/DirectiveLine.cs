using System.Buffers;

namespace KbApi.Content.Syntax.Dialects;

/// <summary>Lines that begin with three colons: <c>::: zone pivot="x"</c>, <c>:::note Title</c>, <c>:::row-end:::</c>, <c>:::</c>.</summary>
internal static class DirectiveLine
{
    public const string Fence = ":::";

    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_");

    public static bool IsDirective(ReadOnlySpan<char> line) => line.StartsWith(Fence, StringComparison.Ordinal);

    /// <summary>What stands between the colons.</summary>
    public static ReadOnlySpan<char> ContentOf(ReadOnlySpan<char> line)
    {
        var content = line.Trim().TrimStart(':');
        return content.EndsWith(Fence, StringComparison.Ordinal) ? content[..^Fence.Length].Trim() : content.Trim();
    }

    /// <summary>The word that a directive begins with; empty for the end of one.</summary>
    public static ReadOnlySpan<char> NameOf(ReadOnlySpan<char> content)
    {
        content = content.TrimStart();
        var end = content.IndexOfAnyExcept(NameCharacters);
        return end < 0 ? content : content[..end];
    }

    /// <summary>Whether nothing behind the name is text: attributes, a title in brackets, or nothing at all.</summary>
    public static bool HasOnlyAttributes(ReadOnlySpan<char> content)
    {
        var rest = content.TrimStart()[NameOf(content).Length..].Trim();
        return rest.IsEmpty || rest[0] is '[' or '{' || (rest.Contains('=') && !NameOf(rest).IsEmpty && rest[NameOf(rest).Length..].TrimStart() is ['=', ..]);
    }
}
