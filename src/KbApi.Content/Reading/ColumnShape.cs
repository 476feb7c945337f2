using System.Globalization;
using KbApi.Content.Codes;
using KbApi.Content.Lexicons;
using KbApi.Content.Syntax;
using Markdig.Extensions.Tables;

namespace KbApi.Content.Reading;

/// <summary>What the cells of a column look like, whatever their language: counts over the rows that were sampled.</summary>
/// <param name="Cells">Cells that say anything.</param>
/// <param name="Codes">Cells that are codes and nothing else.</param>
/// <param name="Errors">Those of them whose form says that they are an error's.</param>
/// <param name="Texts">Cells of several words.</param>
/// <param name="Lists">Cells that hold a list.</param>
/// <param name="Successes">Cells that are an HTTP status below 400.</param>
/// <param name="Ordinals">Cells that are the number of their row.</param>
internal readonly record struct ColumnShape(int Cells, int Codes, int Errors, int Texts, int Lists, int Successes, int Ordinals)
{
    private const int MinWords = 4;
    private const int MinUnspacedLength = 8;
    private const int MaxCodeLength = 80;

    public bool IsCodes => Codes * 2 > Cells;

    public bool IsErrors => Errors * 2 > Cells;

    public bool IsTexts => Texts * 2 > Cells;

    /// <summary>Whether the column only counts its rows.</summary>
    public bool IsRowNumbers => Cells > 1 && Ordinals == Cells;

    /// <summary>Whether the column lists HTTP statuses, those of success among them.</summary>
    public bool HasSuccesses => Successes > 0 && Codes == Cells;

    /// <summary>What the cells of a column look like in the first rows below the header.</summary>
    public static ColumnShape Read(Table table, int rows, int column, DocumentContext context)
    {
        var shape = default(ColumnShape);
        for (var number = 1; number <= rows; number++)
        {
            var row = (TableRow)table[number];
            var text = column < row.Count ? context.Inlines.Read(row[column]) : InlineText.Empty;
            if (!text.IsEmpty)
            {
                shape = shape.With(text, number, context);
            }
        }

        return shape;
    }

    /// <summary>Whether a third of the cells of a column have a phrase that something does not work.</summary>
    public static bool HasFailures(Table table, int rows, int column, DocumentContext context)
    {
        var cells = 0;
        var failures = 0;
        for (var i = 1; i <= rows; i++)
        {
            var row = (TableRow)table[i];
            if (column < row.Count && context.Inlines.Read(row[column]) is { IsEmpty: false } cell)
            {
                cells++;
                failures += SaysFailure(cell.KindsIn(context.Lexicon)) ? 1 : 0;
            }
        }

        return failures > 0 && failures * 3 >= cells;
    }

    private ColumnShape With(InlineText cell, int number, DocumentContext context)
    {
        var text = cell.Text.AsSpan().Trim();
        var codes = CodesOf(text, context);
        return new ColumnShape(
            Cells + 1,
            Codes + (codes.Count > 0 ? 1 : 0),
            Errors + (codes.Count > 0 && codes.Any(c => ErrorNames.IsError(c.Code)) ? 1 : 0),
            Texts + (IsText(text) ? 1 : 0),
            Lists + (cell.FirstMark(InlineMarkKind.ListItem) is not null || cell.FirstMark(InlineMarkKind.OrderedListItem) is not null ? 1 : 0),
            Successes + (text.Length >= 3 && text[0] is >= '1' and <= '3' && codes is [{ Length: 3 }, ..] ? 1 : 0),
            Ordinals + (IsNumber(text.TrimEnd('.'), number) ? 1 : 0));
    }

    private static bool IsNumber(ReadOnlySpan<char> text, int number)
    {
        Span<char> digits = stackalloc char[11];
        return number.TryFormat(digits, out var length, default, CultureInfo.InvariantCulture) && text.SequenceEqual(digits[..length]);
    }

    private static bool SaysFailure(PhraseKinds kinds) => kinds.Has(ProblemCue.Failure) || kinds.Has(ProblemCue.Name);

    /// <summary>The codes of a cell that holds nothing else.</summary>
    private static IReadOnlyList<CodeMatch> CodesOf(ReadOnlySpan<char> cell, DocumentContext context)
    {
        if (cell.Length > MaxCodeLength)
        {
            return [];
        }

        var matches = context.Codes.Scan(cell, CodeContext.Code);
        return matches.Count > 0 && IsNothingBetween(cell, matches) ? matches : [];
    }

    private static bool IsNothingBetween(ReadOnlySpan<char> cell, IReadOnlyList<CodeMatch> matches)
    {
        var at = 0;
        foreach (var match in matches)
        {
            if (HasWord(cell[at..match.Start]))
            {
                return false;
            }

            at = match.End;
        }

        return !HasWord(cell[at..]);
    }

    /// <summary>Whether anything but punctuation and a word such as "or" stands there.</summary>
    private static bool HasWord(ReadOnlySpan<char> text)
    {
        var letters = 0;
        foreach (var c in text)
        {
            letters += char.IsLetterOrDigit(c) ? 1 : 0;
        }

        return letters > 4;
    }

    private static bool IsText(ReadOnlySpan<char> text)
    {
        var blanks = 0;
        var unspaced = 0;
        foreach (var c in text)
        {
            blanks += char.IsWhiteSpace(c) ? 1 : 0;
            unspaced += c >= '\u2E80' ? 1 : 0;
        }

        return blanks + 1 >= MinWords || unspaced >= MinUnspacedLength;
    }
}
