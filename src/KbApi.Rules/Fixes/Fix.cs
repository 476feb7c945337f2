using System.Collections.Immutable;
using KbApi.Content.Text;

namespace KbApi.Rules.Fixes;

/// <summary>A stretch of text to be replaced.</summary>
/// <param name="Span">What is replaced; empty to insert.</param>
/// <param name="NewText">What stands there then.</param>
public readonly record struct TextChange(TextSpan Span, string NewText);

/// <summary>A way to mend a finding, all of it or nothing.</summary>
/// <param name="Changes">The changes, none overlapping another.</param>
public sealed record Fix(ImmutableArray<TextChange> Changes)
{
    /// <summary>A fix of one change.</summary>
    public static Fix Replace(TextSpan span, string newText) => new([new TextChange(span, newText)]);
}
