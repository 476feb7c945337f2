using KbApi.Content.Text;

namespace KbApi.Content.Editing;

/// <summary>A stretch of text to be replaced.</summary>
/// <param name="Span">What is replaced; empty to insert.</param>
/// <param name="NewText">What stands there then.</param>
public readonly record struct TextChange(TextSpan Span, string NewText);
