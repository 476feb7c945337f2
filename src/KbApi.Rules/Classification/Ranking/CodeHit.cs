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
    private const int MostCharsOfSmallKey = 4;
    private const int CharsOfResultKey = 9;

    /// <summary>Whether the number is too small to mean something by itself.</summary>
    public bool IsSmall => IsSmallNumber(Token);

    /// <summary>Zero is what no error is, unless somebody names it as the code.</summary>
    public bool IsZero => Token.Key is "n0" or "x" && Field != ReportField.Code;

    /// <summary>Whether codes with the same letters are documented and this one is not.</summary>
    public bool IsUnknownOfFamily { get; init; }

    /// <summary>Whether it is a code for sure and no document has it.</summary>
    public bool IsUndocumented => Owners.Count == 0 && CanBeUndocumented(Token) && (Token.Form == CodeForm.Hex || Context == NumberContext.Code);

    public static bool IsSmallNumber(CodeToken token) => token.Form == CodeForm.Number && token.Key.Length <= MostCharsOfSmallKey;

    /// <summary>Whether something of this form is a code where it stands where a code would stand.</summary>
    public static bool CanBeUndocumented(CodeToken token) => token.Form switch
    {
        CodeForm.Number => !IsSmallNumber(token),
        CodeForm.Compound => true,
        CodeForm.Hex => token.Key.Length == CharsOfResultKey,
        _ => false,
    };
}
