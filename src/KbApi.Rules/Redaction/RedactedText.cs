using System.Collections.Immutable;
using KbApi.Content.Text;

namespace KbApi.Rules.Redaction;

/// <summary>A text without what must not be kept.</summary>
/// <param name="Text">The text, with a placeholder for each thing that was taken out; the same thing has the same placeholder.</param>
/// <param name="Redactions">What was taken out, in order.</param>
public sealed record RedactedText(string Text, ImmutableArray<RedactedSpan> Redactions);

/// <summary>Something that was taken out of a text.</summary>
/// <param name="Span">Where it stood in the text as it was given.</param>
/// <param name="Kind">What it was.</param>
/// <param name="Placeholder">What stands in its place.</param>
public sealed record RedactedSpan(TextSpan Span, RedactionKind Kind, string Placeholder);
