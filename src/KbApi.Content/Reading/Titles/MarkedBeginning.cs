using Markdig.Syntax;

namespace KbApi.Content.Reading.Titles;

/// <summary>Tells paragraphs that may begin with bold or slanted text without reading those that do not.</summary>
internal static class MarkedBeginning
{
    /// <summary>The longest line, with its tags, that may be a label without mark-up.</summary>
    private const int MaxLineLength = 80;

    /// <summary>Whether a paragraph is one line of few characters.</summary>
    public static bool IsShortLine(ParagraphBlock paragraph) => paragraph.Lines.Count <= 1 && paragraph.Span.Length <= MaxLineLength;

    /// <summary>Whether the first characters are those of marked text. True where the parser has taken the lines away already.</summary>
    public static bool IsPossible(ParagraphBlock paragraph) =>
        paragraph.Inline is not null || paragraph.Lines.Count == 0
        || paragraph.Lines.Lines[0].Slice.AsSpan().TrimStart() is ['*' or '_', ..] or ['<', 's' or 'b' or 'e' or 'i' or 'S' or 'B', ..];
}
