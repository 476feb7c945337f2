using KbApi.Content.Text;

namespace KbApi.Content.Model;

/// <summary>A heading and what stands below it.</summary>
/// <param name="Title">The heading's text.</param>
/// <param name="Level">1 for the title of the document, up to 6.</param>
/// <param name="Anchor">The heading's explicit anchor, else the slug of its text; unique in the article.</param>
/// <param name="HasExplicitAnchor">Whether the anchor is written in the document.</param>
/// <param name="Span">The heading and all below it, sections of lower level included.</param>
public sealed record Section(Prose Title, int Level, string Anchor, bool HasExplicitAnchor, TextSpan Span);
