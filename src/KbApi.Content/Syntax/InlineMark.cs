using KbApi.Content.Text;

namespace KbApi.Content.Syntax;

/// <summary>What a stretch of text was marked up as.</summary>
internal enum InlineMarkKind
{
    Strong,
    Emphasis,
    Code,
    Link,
    Image,
    Anchor,
    ListItem,
    OrderedListItem,

    /// <summary>What begins an alert; the target is its kind, such as <c>warning</c>.</summary>
    Alert,

    /// <summary>An attribute list of kramdown; the target is what stands in it.</summary>
    Attributes,
}

/// <summary>A marked-up stretch of an <see cref="InlineText"/>.</summary>
/// <param name="Kind">The mark-up.</param>
/// <param name="Start">Offset in the plain text.</param>
/// <param name="Length">Length in the plain text; 0 for anchors, images, list items, alerts and attributes.</param>
/// <param name="Source">The mark-up and what it marks, in the file.</param>
/// <param name="Target">The address of a link or image, the name of an anchor, the kind of an alert.</param>
internal readonly record struct InlineMark(InlineMarkKind Kind, int Start, int Length, TextSpan Source, string? Target = null)
{
    public int End => Start + Length;
}
