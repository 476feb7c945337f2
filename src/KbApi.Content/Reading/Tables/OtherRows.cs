using System.Collections.Immutable;
using System.Globalization;
using KbApi.Content.Codes;
using KbApi.Content.Lexicons;
using KbApi.Content.Reading.Entries;
using KbApi.Content.Syntax;

namespace KbApi.Content.Reading.Tables;

/// <summary>Tells rows of tables of errors that are no errors: that all went well, or a range of codes that others have.</summary>
internal sealed class OtherRows(Lexicon lexicon)
{
    private const string To = " to ";

    /// <summary>Shorter numbers with a dash between them are codes of lamps and machines: <c>2-3</c>.</summary>
    private const int MinDigitsOfRange = 3;

    /// <summary>Whether a row is one of them.</summary>
    /// <param name="parts">Its cells.</param>
    public bool Contains(ImmutableArray<DraftPart> parts)
    {
        if (parts.FirstOrDefault(static p => p.Role == ColumnRole.Code && !p.Text.IsEmpty).Text is not { } cell)
        {
            return false;
        }

        var code = cell.Text.AsSpan().Trim();
        return IsRange(code) || IsSpan(code)
            || parts.Any(p => p.Role == ColumnRole.Name && ErrorNames.IsSuccess(p.Text.Text))
            || (IsZero(code) ? parts.Any(p => SaysSuccess(p) || HasLack(p.Text)) : HttpStatuses.IsBelowErrors(code) && parts.Any(SaysSuccess) && !parts.Any(Fails));
    }

    private static bool IsZero(ReadOnlySpan<char> code) => code is "0" or "00" or "0L" or "0x0" or "0x00000000";

    /// <summary>Whether a cell is a number, a dash and a greater one, and no code that has parts: <c>100-199</c>.</summary>
    private static bool IsRange(ReadOnlySpan<char> code) =>
        code.IndexOfAny("-\u2013") is > 0 and var dash && CompoundNumber.TryRead(code, Word.At(code, 0)) is null
        && code[..dash].TrimEnd() is var first && code[(dash + 1)..].TrimStart() is var last
        && IsNumber(first) && IsNumber(last) && last.Length >= MinDigitsOfRange && (first.Length < last.Length || (first.Length == last.Length && first.SequenceCompareTo(last) < 0));

    /// <summary>The same in words: <c>-199 to -100</c>.</summary>
    private static bool IsSpan(ReadOnlySpan<char> code) =>
        code.IndexOf(To) is > 0 and var to && IsSigned(code[..to]) && IsSigned(code[(to + To.Length)..]);

    private static bool IsSigned(ReadOnlySpan<char> text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    private static bool IsNumber(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExceptInRange('0', '9');

    /// <summary>Whether a text says that all went well.</summary>
    private bool SaysSuccess(DraftPart part) =>
        part.Role != ColumnRole.Code && (part.Text.KindsIn(lexicon).Has(ProblemCue.Success) || HttpStatuses.OpensWithSuccess(part.Text.Text));

    /// <summary>Whether a text or what it says behind a dash begins with "no": <c>Clean — no findings</c>.</summary>
    private bool HasLack(InlineText text) =>
        lexicon.Problems.Begins(ProblemCue.Lack, text.Text)
        || (text.Text.AsSpan().IndexOfAny('\u2013', '\u2014', ':') is > 0 and var sign && lexicon.Problems.Begins(ProblemCue.Lack, text.Text.AsSpan(sign)));

    private bool Fails(DraftPart part) => part.Text.KindsIn(lexicon).Has(ProblemCue.Failure) && !HasLack(part.Text);
}
