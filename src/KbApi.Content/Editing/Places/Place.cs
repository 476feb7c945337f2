using KbApi.Content.Text;

namespace KbApi.Content.Editing.Places;

/// <summary>What a text stands in, which decides how it is written.</summary>
internal enum PlaceKind
{
    /// <summary>A cell of a pipe table.</summary>
    Cell,

    /// <summary>HTML: a cell, a paragraph.</summary>
    Html,

    /// <summary>The line of a heading.</summary>
    Heading,

    /// <summary>Paragraphs, lists and other blocks of Markdown.</summary>
    Blocks,

    /// <summary>Part of a paragraph.</summary>
    Inline,

    /// <summary>The value of a key in front matter.</summary>
    FrontMatter,

    /// <summary>What a code span or code block shows.</summary>
    Code,
}

/// <summary>Where a field of an entry stands.</summary>
/// <param name="Span">All that is replaced.</param>
/// <param name="Kind">What it stands in.</param>
/// <param name="IsInCell">Whether that is in a cell of a pipe table.</param>
internal sealed record Place(TextSpan Span, PlaceKind Kind, bool IsInCell);
