using System.Buffers;
using KbApi.Content.Codes;
using KbApi.Content.Lexicons;
using KbApi.Content.Syntax;

namespace KbApi.Content.Reading.Entries;

/// <summary>
/// Finds codes that only their place in a text makes codes: HTTP statuses in a title, names that a log prints before a message,
/// URNs of problems, and marked identifiers beside a word for errors.
/// </summary>
internal sealed class NamedCodes(DocumentContext context)
{
    private const string UrnPrefix = "urn:";
    private const string SqlState = "SQLSTATE[";

    /// <summary>How far behind a place another word may begin and still belong to it.</summary>
    private const int Near = 3;

    /// <summary>Names have words; what is shorter before a hyphen is a variable's: <c>x-y</c>.</summary>
    private const int MinFirstPart = 3;

    private static readonly SearchValues<char> HyphenedName = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-/_");

    /// <summary>The codes in a title.</summary>
    public List<CodeMatch> InTitle(string title)
    {
        var found = Statuses(title);
        if (CompoundNumber.Opening(title) is { } opening)
        {
            found.Add(opening);
        }

        AddInMessage(title, found);
        return found;
    }

    /// <summary>The identifier in small letters that a title is as a whole, set as code: <c>invalid_grant</c>.</summary>
    public static List<CodeMatch> AsWhole(InlineText title)
    {
        var text = title.Text.TrimEnd();
        return Word.IsSnakeCase(text) && title.Marks.Any(m => m.Kind == InlineMarkKind.Code && m.Start == 0 && m.Length >= text.Length) ? [Symbol(text, 0, text.Length)] : [];
    }

    /// <summary>The name in small letters with hyphens that a cell for codes is as a whole, set as code: <c>missing-input-secret</c>.</summary>
    public static List<CodeMatch> Hyphened(InlineText cell)
    {
        var name = cell.Text.AsSpan().TrimEnd();
        var isName = name.IndexOf('-') >= MinFirstPart && char.IsAsciiLetterLower(name[0]) && char.IsAsciiLetterLower(name[^1]) && !name.ContainsAnyExcept(HyphenedName);
        return isName && cell.Marks.Any(m => m.Kind == InlineMarkKind.Code && m.Start == 0 && m.Length >= cell.Text.AsSpan().TrimEnd().Length) ? [Symbol(cell.Text, 0, name.Length)] : [];
    }

    /// <summary>The codes in a message.</summary>
    public static List<CodeMatch> InMessage(string message)
    {
        var found = new List<CodeMatch>();
        AddInMessage(message, found);
        return found;
    }

    /// <summary>Identifiers in code spans or emphasis that a word for errors or a code stands beside.</summary>
    public List<CodeMatch> InMarks(InlineText text)
    {
        var found = new List<CodeMatch>();
        foreach (ref readonly var mark in text.Marks.AsSpan())
        {
            if (mark.Kind is InlineMarkKind.Code or InlineMarkKind.Emphasis && Word.IsSnakeCase(text.Text.AsSpan(mark.Start, mark.Length))
                && (IsBeforeErrorWord(text.Text, mark.End) || IsBehindNumber(text.Text, mark.Start)))
            {
                found.Add(Symbol(text.Text, mark.Start, mark.Length));
            }
        }

        return found;
    }

    private static void AddInMessage(string message, List<CodeMatch> found)
    {
        AddUrns(message, found);
        AddBracketed(message, found);
        AddOpening(message, found);
        AddSqlStates(message, found);
    }

    /// <summary>Numbers from 400 to 599 that open a title or that a word for errors stands beside, and others in the same title: <c>HTTP 503 and 504 errors</c>.</summary>
    private List<CodeMatch> Statuses(string title)
    {
        var found = new List<CodeMatch>();
        var isNamed = false;
        for (var i = NextStatus(title, 0); i < title.Length; i = NextStatus(title, i))
        {
            var word = Word.At(title, i);
            if (IsStatus(title, word))
            {
                var before = title.AsSpan(0, i).TrimEnd(" (:\"'\u201C\u201E\u00AB\u300C\u00A0");
                isNamed |= HttpStatuses.IsNamedAt(title, i) || (i <= 1 && word.End < title.Length && title[word.End] is ' ' or ':')
                    || IsBeforeErrorWord(title, word.End) || context.Lexicon.Code.LongestEndingAt(before, before.Length) > 0;
                found.Add(new CodeMatch(new ErrorCode(BuiltInSchemes.Http, title.Substring(i, 3)), i, 3));
            }

            i += Math.Max(1, word.Length);
        }

        return isNamed ? found : [];
    }

    /// <summary>The next place where a word begins with the digit that a status begins with, or the end.</summary>
    private static int NextStatus(string title, int start)
    {
        for (var i = start; i < title.Length; i++)
        {
            var next = title.AsSpan(i).IndexOfAny('4', '5');
            if (next < 0)
            {
                break;
            }

            i += next;
            if (i == 0 || !Word.IsPart(title[i - 1]))
            {
                return i;
            }
        }

        return title.Length;
    }

    private static bool IsStatus(string title, Word word) =>
        word.Length == 3 && title[word.Start] is '4' or '5' && char.IsAsciiDigit(title[word.Start + 1]) && char.IsAsciiDigit(title[word.Start + 2])
        && !Word.IsPartOfVersion(title, word) && (word.Start == 0 || title[word.Start - 1] is ' ' or '(' or '/' or '"' or '\'' or '\u201C' or '\u201E' or '\u00AB' or '\u300C');

    private static void AddUrns(string text, List<CodeMatch> found)
    {
        for (var at = text.IndexOf(UrnPrefix, StringComparison.Ordinal); at >= 0; at = text.IndexOf(UrnPrefix, at + 1, StringComparison.Ordinal))
        {
            var end = at;
            while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is ':' or '-' or '.' or '_'))
            {
                end++;
            }

            var urn = text.AsSpan(at, end - at).TrimEnd(":.-");
            if ((at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1])) && urn.Count(':') > 1)
            {
                found.Add(Symbol(text, at, urn.Length));
            }
        }
    }

    /// <summary>The code of a family in brackets, as in <c>The operation timed out. (ACM-7001)</c>.</summary>
    private static void AddBracketed(string text, List<CodeMatch> found)
    {
        for (var at = text.IndexOf('(', StringComparison.Ordinal); at >= 0; at = text.IndexOf('(', at + 1))
        {
            if (DeviceCode.TryReadCompound(text, Word.At(text, at + 1)) is { } code && DeviceCode.IsInBrackets(text, code) && !DeviceCode.IsShort(code.Code.Value))
            {
                found.Add(code);
            }
        }
    }

    /// <summary>A name that ends as those of errors do, or has underscores, before the colon that a message begins behind.</summary>
    private static void AddOpening(string text, List<CodeMatch> found)
    {
        var start = text.Length > 0 && !Word.IsPart(text[0]) ? 1 : 0;
        var word = Word.At(text, start);
        if (word.Length > 3 && word.End < text.Length && text[word.End] == ':' && IsErrorName(text.AsSpan(word.Start, word.Length)))
        {
            found.Add(Symbol(text, word.Start, word.Length));
        }
    }

    /// <summary>An SQLSTATE in brackets, and the vendor's number in brackets behind it.</summary>
    private static void AddSqlStates(string text, List<CodeMatch> found)
    {
        for (var at = text.IndexOf(SqlState, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(SqlState, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var word = Word.At(text, at + SqlState.Length);
            if (word.Length != 5 || word.End >= text.Length || text[word.End] != ']')
            {
                continue;
            }

            found.Add(new CodeMatch(new ErrorCode(BuiltInSchemes.SqlState, text.Substring(word.Start, 5)), word.Start, 5));
            if (text.AsSpan(word.End).StartsWith("] [", StringComparison.Ordinal) && Word.At(text, word.End + 3) is { Length: > 0 } vendor
                && vendor.End < text.Length && text[vendor.End] == ']' && !text.AsSpan(vendor.Start, vendor.Length).ContainsAnyExceptInRange('0', '9'))
            {
                found.Add(new CodeMatch(new ErrorCode(BuiltInSchemes.Number, text.Substring(vendor.Start, vendor.Length)), vendor.Start, vendor.Length));
            }
        }
    }

    private static bool IsErrorName(ReadOnlySpan<char> name) =>
        name.Trim('_').Contains('_') ? name.ContainsAnyInRange('a', 'z') && !name.ContainsAnyInRange('0', '9')
        : Word.IsSymbol(name) && (name.EndsWith("Error", StringComparison.Ordinal) || name.EndsWith("Warning", StringComparison.Ordinal));

    private bool IsBeforeErrorWord(string text, int end)
    {
        var rest = text.AsSpan(end).TrimStart(" -\u00A0");
        var start = text.Length - rest.Length;
        if (start == end || start - end > Near)
        {
            return false;
        }

        return context.Lexicon.Code.LongestAt(text, start) > 0 || context.Lexicon.Problems.Begins(ProblemCue.Name, rest);
    }

    private static bool IsBehindNumber(string text, int start) =>
        text.AsSpan(0, start) is [.., var digit, ' ', '('] && char.IsAsciiDigit(digit);

    private static CodeMatch Symbol(string text, int start, int length) =>
        new(new ErrorCode(BuiltInSchemes.Symbol, text.Substring(start, length)), start, length);
}
