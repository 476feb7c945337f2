using System.Globalization;
using KbApi.Content.Codes;
using KbApi.Content.Lexicons;
using KbApi.Content.Syntax;
using Markdig.Extensions.Tables;

namespace KbApi.Content.Reading.Tables;

/// <summary>What the cells of a column look like, whatever their language: counts over the rows that were sampled.</summary>
/// <param name="Cells">Cells that say anything.</param>
/// <param name="Codes">Cells that are codes and nothing else.</param>
/// <param name="Errors">Those of them whose form says that they are an error's.</param>
/// <param name="Texts">Cells of several words.</param>
/// <param name="Lists">Cells that hold a list.</param>
/// <param name="Successes">Cells that are an HTTP status below 400.</param>
/// <param name="Statuses">Cells that are an HTTP status, those among them.</param>
/// <param name="Ordinals">Cells that are the number of their row.</param>
/// <param name="Numbers">Cells that are codes and no names.</param>
/// <param name="Answers">Cells that are one word as short as "yes" and "no" are.</param>
/// <param name="Repeats">Short cells that say what one above them says.</param>
internal readonly record struct ColumnShape(int Cells, int Codes, int Errors, int Texts, int Lists, int Successes, int Statuses, int Ordinals, int Numbers, int Answers, int Repeats)
{
    private const int MinWords = 4;
    private const int MinUnspacedLength = 8;
    private const int MaxCodeLength = 80;
    private const int MaxTermBlanks = 2;
    private const int MaxAnswerLength = 10;
    private const int MaxRepeatedLength = 60;
    private const int HttpDigits = 3;
    private const int MinErrors = 4;

    public bool IsCodes => Codes * 2 > Cells;

    public bool IsErrors => Errors * 2 > Cells;

    public bool IsTexts => Texts * 2 > Cells;

    /// <summary>Whether the column says little more than yes or no.</summary>
    public bool IsAnswers => Cells > 0 && Answers == Cells && Repeats * 2 >= Cells;

    /// <summary>Whether most cells say what one above them says: kinds of things repeat, problems are told apart.</summary>
    public bool IsRepeated => Repeats * 2 > Cells;

    /// <summary>Whether the codes of the column have digits and are no names.</summary>
    public bool IsNumbers => Numbers * 2 > Cells;

    /// <summary>Whether the column only counts its rows.</summary>
    public bool IsRowNumbers => Cells > 1 && Ordinals == Cells;

    /// <summary>Whether the column lists HTTP statuses, those of success among them.</summary>
    public bool HasSuccesses => Successes > 0 && (Codes == Cells || Successes * 2 >= Cells) && Statuses * 2 >= Codes;

    /// <summary>Whether most of the statuses are those of errors: few operations answer in so many ways.</summary>
    public bool HasMoreErrors => Errors >= MinErrors && Errors * 3 >= Cells * 2;

    /// <summary>What the cells of a column look like in the first rows below the header.</summary>
    public static ColumnShape Read(Table table, int[] rows, int column, bool isForCodes, DocumentContext context)
    {
        var shape = default(ColumnShape);
        HashSet<string>? texts = null;
        foreach (var number in rows)
        {
            var row = (TableRow)table[number];
            var text = column < row.Count ? context.Inlines.Read(row[column]) : InlineText.Empty;
            if (!text.IsEmpty && CellFillers.SaysSomething(text.Text, context.Lexicon))
            {
                var isShort = text.Text.Length <= MaxAnswerLength && !text.Text.Contains(' ', StringComparison.Ordinal);
                var isRepeated = text.Text.Length <= MaxRepeatedLength && !(texts ??= new HashSet<string>(StringComparer.OrdinalIgnoreCase)).Add(text.Text);
                shape = shape.With(text, number, isForCodes, context) with { Answers = shape.Answers + (isShort ? 1 : 0), Repeats = shape.Repeats + (isRepeated ? 1 : 0) };
            }
        }

        return shape;
    }

    /// <summary>Whether a third of the cells of a column have a phrase that something does not work.</summary>
    public static bool HasFailures(Table table, int[] rows, int column, DocumentContext context)
    {
        var cells = 0;
        var failures = 0;
        foreach (var i in rows)
        {
            var row = (TableRow)table[i];
            if (column < row.Count && context.Inlines.Read(row[column]) is { IsEmpty: false } cell)
            {
                cells++;
                failures += cell.KindsIn(context.Lexicon).SaysProblem || (cell.Text.Length > MaxAnswerLength && context.Lexicon.Problems.Begins(ProblemCue.Lack, cell.Text)) ? 1 : 0;
            }
        }

        return failures > 0 && failures * 3 >= cells;
    }

    private ColumnShape With(InlineText cell, int number, bool isForCodes, DocumentContext context)
    {
        var text = cell.Text.AsSpan().Trim();
        var codes = CodesOf(text, isForCodes, context);
        return new ColumnShape(
            Cells + 1,
            Codes + (codes.Count > 0 ? 1 : 0),
            Errors + (HasError(codes, isForCodes) ? 1 : 0),
            Texts + (IsText(text) ? 1 : 0),
            Lists + (cell.FirstMark(InlineMarkKind.ListItem) is not null || cell.FirstMark(InlineMarkKind.OrderedListItem) is not null ? 1 : 0),
            Successes + (codes is [{ Length: HttpDigits, Start: 0 }, ..] && HttpStatuses.IsBelowErrors(text[..HttpDigits]) ? 1 : 0),
            Statuses + (codes is [{ Length: HttpDigits, Start: 0 } status, ..] && HttpStatuses.IsStatus(status.Code.Value) ? 1 : 0),
            Ordinals + (IsNumber(text.TrimEnd('.'), number) ? 1 : 0),
            Numbers + (codes.Count > 0 && codes[0].Code.Scheme is not (BuiltInSchemes.Constant or BuiltInSchemes.Symbol) ? 1 : 0),
            Answers,
            Repeats);
    }

    private static bool HasError(IReadOnlyList<CodeMatch> codes, bool isForCodes)
    {
        for (var i = 0; i < codes.Count; i++)
        {
            if (ErrorNames.IsError(codes[i].Code) || (isForCodes && IsHttpError(codes[i])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNumber(ReadOnlySpan<char> text, int number)
    {
        Span<char> digits = stackalloc char[11];
        return number.TryFormat(digits, out var length, default, CultureInfo.InvariantCulture) && text.SequenceEqual(digits[..length]);
    }

    /// <summary>Whether a number is one of those that servers answer to a bad request or when they fail.</summary>
    private static bool IsHttpError(CodeMatch code) => code.Length == HttpDigits && HttpStatuses.IsErrorNumber(code.Code.Value) && code.Code.Scheme is BuiltInSchemes.Number or BuiltInSchemes.Http;

    /// <summary>The codes of a cell that holds nothing else.</summary>
    private static IReadOnlyList<CodeMatch> CodesOf(ReadOnlySpan<char> cell, bool isForCodes, DocumentContext context)
    {
        if (cell.Length is 0 or > MaxCodeLength)
        {
            return [];
        }

        // What a code means may stand in brackets behind it.
        cell = cell[^1] == ')' && cell.IndexOf(" (") is > 0 and var bracket && char.IsAsciiDigit(cell[bracket - 1]) ? cell[..bracket] : cell;

        // A name in small letters is that of a setting as often as that of an error, and a short one with a number that of a model.
        var matches = context.Codes.Scan(cell, CodeContext.Code);
        return matches.Count > 0 && !Word.IsSnakeCase(matches[0].Code.Value) && (isForCodes || matches[0].Code.Scheme != BuiltInSchemes.Prefixed || !DeviceCode.IsShort(matches[0].Code.Value)) && IsNothingBetween(cell, matches, context) ? matches : [];
    }

    private static bool IsNothingBetween(ReadOnlySpan<char> cell, IReadOnlyList<CodeMatch> matches, DocumentContext context)
    {
        var at = 0;
        for (var i = 0; i < matches.Count; i++)
        {
            var match = matches[i];
            if (HasWord(cell[at..match.Start]) && !(at == 0 && IsTermForCode(cell[..match.Start], context)))
            {
                return false;
            }

            at = match.End;
        }

        return !HasWord(cell[at..]);
    }

    /// <summary>Whether words before a code only say that it is one, as in <c>Compiler error C2100</c>.</summary>
    private static bool IsTermForCode(ReadOnlySpan<char> before, DocumentContext context)
    {
        var words = before.TrimEnd(" :#");
        return words.Count(' ') <= MaxTermBlanks && context.Lexicon.Code.LongestEndingAt(words, words.Length) > 0;
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
