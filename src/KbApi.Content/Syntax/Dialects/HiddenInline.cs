using Markdig.Syntax.Inlines;

namespace KbApi.Content.Syntax.Dialects;

/// <summary>Mark-up of a dialect of Markdown that readers do not see as it stands. It is replaced by some text, or by none.</summary>
internal sealed class HiddenInline : LeafInline
{
    /// <summary>What readers see in its place.</summary>
    public string Text { get; init; } = "";

    /// <summary>Where the text stands in the file, or null where only the mark-up as a whole stands for it.</summary>
    public int? TextStart { get; init; }

    /// <summary>What it says about the text, or null.</summary>
    public InlineMarkKind? Kind { get; init; }

    /// <summary>The target of the mark.</summary>
    public string? Target { get; init; }
}
