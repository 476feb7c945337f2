using KbApi.Content.Text;

namespace KbApi.Content.Model;

/// <summary>A text of a document as a reader sees it, and where it stands.</summary>
/// <param name="Text">Plain text: no mark-up, <c>\n</c> for a forced line break, <c>\n\n</c> between paragraphs.</param>
/// <param name="Span">What it was read from.</param>
public sealed record Prose(string Text, TextSpan Span)
{
    /// <inheritdoc/>
    public override string ToString() => Text;
}
