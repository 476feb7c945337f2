using KbApi.Content.Text;

namespace KbApi.Content.Model;

/// <summary>A text that a screen or a log shows.</summary>
/// <param name="Text">The text, without the quotes around it.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="IsLiteral">Whether it is shown exactly so; otherwise the document only says what it tells.</param>
public sealed record Message(string Text, TextSpan Span, bool IsLiteral)
{
    /// <summary>The text with the places in it that differ from case to case.</summary>
    public MessageTemplate ToTemplate() => MessageTemplate.Parse(Text);
}
