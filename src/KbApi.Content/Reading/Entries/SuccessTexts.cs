using KbApi.Content.Codes;
using KbApi.Content.Lexicons;
using KbApi.Content.Syntax;

namespace KbApi.Content.Reading.Entries;

/// <summary>Tells numbers that say that all went well, by what is said of them.</summary>
internal sealed class SuccessTexts(Lexicon lexicon)
{
    /// <summary>Whether a number may be one of success: zero, or a status below 400.</summary>
    public static bool MayBe(ReadOnlySpan<char> code) => IsZero(code) || HttpStatuses.IsBelowErrors(code);

    /// <summary>Whether a text says of such a number that all went well: a word for success, what the status is called, or that there is none of what would be wrong.</summary>
    public bool Says(ReadOnlySpan<char> code, InlineText text) =>
        HttpStatuses.IsCalledSuccess(code, text.Text)
        || (text.KindsIn(lexicon).Has(ProblemCue.Success) && (IsZero(code) || !text.KindsIn(lexicon).Has(ProblemCue.Failure)))
        || (IsZero(code) && (text.Text is "OK" || HasLack(text.Text)));

    private static bool IsZero(ReadOnlySpan<char> code) => code is "0" or "00" or "0L" or "0x0" or "0x00000000";

    /// <summary>Whether a text, or what it says behind a dash, begins with "no": <c>Clean — no findings</c>.</summary>
    private bool HasLack(string text) =>
        lexicon.Problems.Begins(ProblemCue.Lack, text)
        || (text.AsSpan().IndexOfAny('\u2013', '\u2014', ':') is > 0 and var sign && lexicon.Problems.Begins(ProblemCue.Lack, text.AsSpan(sign)));
}
