using Markdig.Syntax;

namespace KbApi.Content.Syntax;

/// <summary>A heading of the document and the blocks right below it.</summary>
internal sealed class OutlineSection
{
    public required HeadingBlock? Heading { get; init; }

    /// <summary>0 for what stands before the first heading.</summary>
    public required int Level { get; init; }

    public required InlineText Title { get; init; }

    public required string? Anchor { get; init; }

    public required bool HasExplicitAnchor { get; init; }

    /// <summary>The section of higher level that this one stands in.</summary>
    public required OutlineSection? Parent { get; init; }

    /// <summary>Whether the heading is that of a tab, which stands one level below the section around the tabs, whatever its own.</summary>
    public bool IsTab { get; init; }

    /// <summary>Whether the heading is the summary of an element that hides details; the section ends with that element.</summary>
    public bool IsSummary { get; init; }

    /// <summary>The blocks up to the next heading of any level, and those behind tabs.</summary>
    public List<Block> Blocks { get; } = [];

    public List<OutlineSection> Children { get; } = [];

    /// <summary>The offset behind the last block, child sections included.</summary>
    public int End => Math.Max(
        Children.Count > 0 ? Children[^1].End : 0,
        Blocks.Count > 0 ? InlineTextReader.EndOf(Blocks[^1]) : (Heading?.Span.End ?? -1) + 1);

    /// <summary>This section and those that it stands in, innermost first.</summary>
    public IEnumerable<OutlineSection> SelfAndAncestors()
    {
        for (var section = this; section is not null; section = section.Parent)
        {
            yield return section;
        }
    }
}

/// <summary>The sections of a document, in order.</summary>
internal sealed class Outline
{
    public required IReadOnlyList<OutlineSection> Sections { get; init; }

    public OutlineSection? Find(string anchor) =>
        Sections.FirstOrDefault(s => string.Equals(s.Anchor, anchor, StringComparison.OrdinalIgnoreCase));
}
