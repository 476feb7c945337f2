using System.Buffers;
using System.Collections.Frozen;
using KbApi.Content.Codes;
using KbApi.Content.Lexicons;
using KbApi.Content.Syntax;

namespace KbApi.Content.Reading.Entries;

/// <summary>Finds codes in a text by what the text is for: a cell for codes holds little else, a symptom talks about other things, too.</summary>
internal sealed class CellCodes(DocumentContext context)
{
    private const int MinWordLength = 4;

    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    /// <summary>Words that tell how something is rather than which error it is.</summary>
    private static readonly FrozenSet<string> NoCodes = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "failed", "failure", "error", "errors", "fault", "faulty", "missing", "expired", "blocked", "invalid", "incorrect", "wrong", "unexpected");

    public IReadOnlyList<CodeMatch> In(ColumnRole role, InlineText text)
    {
        switch (role)
        {
            case ColumnRole.Code:
                return context.Codes.Scan(text.Text, CodeContext.Code) is { Count: > 0 } found ? found : SingleWord(text.Text) is { Count: > 0 } word ? word : NamedCodes.Hyphened(text);
            case ColumnRole.Name:
                return context.Codes.Scan(text.Text, CodeContext.Name);
            case ColumnRole.Symptom or ColumnRole.Message:
                return WithOpening(text.Text, context.Codes.Scan(text.Text, text.Text.Contains(' ', StringComparison.Ordinal) ? CodeContext.Prose : CodeContext.Name));
            case ColumnRole.Technical:
                // A detail that opens with a code names the error; codes further on are talked about.
                var codes = context.Codes.Scan(text.Text, CodeContext.Prose);
                return codes.Count > 0 && codes[0].Start == 0 ? [codes[0]] : [];
            default:
                return [];
        }
    }

    /// <summary>The codes of a message and the number that it opens with.</summary>
    private static IReadOnlyList<CodeMatch> WithOpening(string message, IReadOnlyList<CodeMatch> matches) =>
        (CompoundNumber.Opening(message) ?? CompoundNumber.SetOff(message)) is { } opening && (matches.Count == 0 || matches[0].Start >= opening.End) ? [opening, .. matches] : matches;

    /// <summary>The word that a cell for codes holds instead of one, as <c>Unauthorized</c>: English with a capital, as programs name things.</summary>
    private static IReadOnlyList<CodeMatch> SingleWord(string cell)
    {
        var word = Word.At(cell, cell.Length - cell.AsSpan().TrimStart().Length);
        var name = cell.AsSpan(word.Start, word.Length);
        return word.Length >= MinWordLength && char.IsAsciiLetterUpper(name[0]) && !name.ContainsAnyExcept(Letters) && cell.AsSpan(word.End).IsWhiteSpace() && ErrorNames.Says(name) && !NoCodes.Contains(name.ToString())
            ? [new CodeMatch(new ErrorCode(BuiltInSchemes.Symbol, name.ToString()), word.Start, word.Length)]
            : [];
    }
}
