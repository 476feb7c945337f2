using System.Collections.Immutable;
using KbApi.Content.Codes;
using KbApi.Content.Lexicons;
using KbApi.Content.Reading.Entries;

namespace KbApi.Content.Reading.Tables;

/// <summary>Tells rows of tables of errors that are no errors: that all went well, or a range of codes that others have.</summary>
internal sealed class OtherRows(Lexicon lexicon)
{
    /// <summary>Shorter numbers with a dash between them are codes of lamps and machines: <c>2-3</c>.</summary>
    private const int MinDigitsOfRange = 3;

    private readonly SuccessTexts _successes = new(lexicon);

    /// <summary>Whether a row is one of them.</summary>
    /// <param name="parts">Its cells.</param>
    public bool Contains(ImmutableArray<DraftPart> parts)
    {
        if (parts.FirstOrDefault(static p => p.Role == ColumnRole.Code && !p.Text.IsEmpty).Text is not { } cell)
        {
            return false;
        }

        var code = cell.Text.Trim();
        return IsRange(code)
            || parts.Any(static p => p.Role == ColumnRole.Name && ErrorNames.IsSuccess(p.Text.Text))
            || (SuccessTexts.MayBe(code) && parts.Any(p => p.Role != ColumnRole.Code && _successes.Says(code, p.Text)));
    }

    /// <summary>Whether a cell is a number, a dash and a greater one, and no code that has parts: <c>100-199</c>.</summary>
    private static bool IsRange(ReadOnlySpan<char> code) =>
        code.IndexOfAny("-\u2013") is > 0 and var dash && CompoundNumber.TryRead(code, Word.At(code, 0)) is null
        && code[..dash].TrimEnd() is var first && code[(dash + 1)..].TrimStart() is var last
        && IsNumber(first) && IsNumber(last) && last.Length >= MinDigitsOfRange && (first.Length < last.Length || (first.Length == last.Length && first.SequenceCompareTo(last) < 0));

    private static bool IsNumber(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExceptInRange('0', '9');
}
