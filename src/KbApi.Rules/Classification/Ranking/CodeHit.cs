using KbApi.Rules.Classification.Signals;
using KbApi.Rules.Reports;

namespace KbApi.Rules.Classification.Ranking;

/// <summary>Something in a report that may be a code, and what the words around it say.</summary>
/// <param name="Field">The text that it stands in.</param>
/// <param name="Token">Where and what it is.</param>
/// <param name="Context">Whether it stands where a code would stand.</param>
/// <param name="Owners">The entries that it leads to; empty where it is not documented.</param>
internal sealed record CodeHit(ReportField Field, CodeToken Token, NumberContext Context, IReadOnlyList<CodeOwnership> Owners)
{
    /// <summary>Whether the number is too small to mean something by itself.</summary>
    public bool IsSmall => Token.Form == CodeForm.Number && Token.Key.Length <= 4;

    /// <summary>Zero is what no error is.</summary>
    public bool IsZero => Token.Key is "n0" or "x";

    /// <summary>Whether it is a code for sure and no document has it.</summary>
    public bool IsUndocumented => Owners.Count == 0 && Token.Form switch
    {
        CodeForm.Number => Context == NumberContext.Code && Token.Key.Length >= 5,
        CodeForm.Compound => Context == NumberContext.Code,
        CodeForm.Hex => Token.Key.Length == 9,
        _ => false,
    };
}
