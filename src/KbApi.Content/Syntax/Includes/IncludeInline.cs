using Markdig.Syntax.Inlines;

namespace KbApi.Content.Syntax.Includes;

/// <summary>The place where a document takes in the text of another: <c>[!INCLUDE [title](path)]</c>.</summary>
internal sealed class IncludeInline : LeafInline
{
    /// <summary>The other file, as it is written.</summary>
    public required string Path { get; init; }

    /// <summary>What readers see here; empty until it is resolved, and where there is nothing.</summary>
    public InlineText Text { get; set; } = InlineText.Empty;
}
