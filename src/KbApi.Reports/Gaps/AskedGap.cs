namespace KbApi.Reports.Gaps;

/// <summary>Something that was asked and not answered: what it has in common with others, and how it was put this time. Redacted.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Template">What it has in common with others; for a code, the code in canonical form.</param>
/// <param name="Example">How it was put, <see cref="GapLimits.MaxExampleChars"/> characters at most.</param>
public sealed record AskedGap(GapKind Kind, string Template, string Example);
