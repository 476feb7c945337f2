using System.Collections.Immutable;
using KbApi.Content.Editing;
using KbApi.Content.Text;

namespace KbApi.Rules.Fixes;

/// <summary>A way to mend a finding, all of it or nothing.</summary>
/// <param name="Changes">The changes, none overlapping another.</param>
public sealed record Fix(ImmutableArray<TextChange> Changes)
{
    /// <summary>A fix of one change.</summary>
    public static Fix Replace(TextSpan span, string newText) => new([new TextChange(span, newText)]);
}
