using System.Collections.Immutable;
using KbApi.Content.Codes;
using KbApi.Content.Model;
using KbApi.Content.Syntax;
using KbApi.Content.Text;

namespace KbApi.Content.Reading.Entries;

/// <summary>Collects the codes of one entry: each once, in the scheme that its place gives it, and without what only looks like one where it stands.</summary>
internal sealed class EntryCodeList(DocumentContext context, EntryDraft draft)
{
    private const int MaxLogHeader = 80;

    private readonly ImmutableArray<EntryCode>.Builder _codes = ImmutableArray.CreateBuilder<EntryCode>(0);

    public int Count => _codes.Count;

    public ImmutableArray<EntryCode> ToImmutable() => _codes.DrainToImmutable();

    /// <summary>Adds a code that stands in no text of the entry but names it: that of a file.</summary>
    public void AddUnseen(ErrorCode code)
    {
        if (!IsKnown(code))
        {
            _codes.Add(new EntryCode(code, CodeRole.Identifying, new TextSpan(draft.Span.Start, 0)));
        }
    }

    /// <summary>Adds what was found in a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="matches">What was found.</param>
    /// <param name="isNamed">Whether the text names the entry, so that numbers identify it as well.</param>
    /// <param name="isNaming">Whether it is there to name codes, so that numbers of an event's row are those of events.</param>
    public void Add(InlineText text, IReadOnlyList<CodeMatch> matches, bool isNamed, bool isNaming)
    {
        for (var i = 0; i < matches.Count; i++)
        {
            var match = Unglued(text, matches[i]);
            var code = Qualified(match.Code, isNaming);
            var isSuccess = !isNamed && code.Value == "0";
            if (!isSuccess && !IsPartOfName(text.Text, match) && !IsLogHeader(text.Text.AsSpan(match.End)) && !IsKnown(code))
            {
                var role = isNamed || !IsNumber(code) ? CodeRole.Identifying : CodeRole.Mentioned;
                _codes.Add(new EntryCode(code, role, text.ToSource(match.Start, match.Length)));
            }
        }
    }

    /// <summary>Whether a code is the end of a generated name, as those of pods are: <c>proxy-x1-p5670</c>.</summary>
    private static bool IsPartOfName(string text, CodeMatch match) =>
        match.Start > 1 && text[match.Start - 1] == '-' && char.IsAsciiLetterOrDigit(text[match.Start - 2]) && char.IsAsciiLetterLower(text[match.Start]);

    /// <summary>The first of two numbers that only mark-up parts: the digits after each other are no number that anybody wrote.</summary>
    private static CodeMatch Unglued(InlineText text, CodeMatch match)
    {
        if (text.ToSource(match.Start, match.Length).Length == match.Length || text.Text.AsSpan(match.Start, match.Length).ContainsAnyExceptInRange('0', '9'))
        {
            return match;
        }

        var length = 1;
        while (length < match.Length && text.ToSource(match.Start, length + 1).Length == length + 1)
        {
            length++;
        }

        var digits = text.Text.AsSpan(match.Start, length).TrimStart('0');
        var scheme = match.Code.Scheme == BuiltInSchemes.Event ? BuiltInSchemes.Event : BuiltInSchemes.Number;
        return new CodeMatch(new ErrorCode(scheme, digits.IsEmpty ? "0" : digits.ToString()), match.Start, length);
    }

    /// <summary>Whether the place in a program stands behind a word, as in the headers of logs: <c>E0608 sources.go:201] failed</c>. The word is a date.</summary>
    private static bool IsLogHeader(ReadOnlySpan<char> behind)
    {
        var end = behind[..Math.Min(behind.Length, MaxLogHeader)].IndexOf(']');
        return end > 0 && behind[0] == ' ' && behind[..end].IndexOf(".go:", StringComparison.Ordinal) > 0;
    }

    private bool IsKnown(ErrorCode code)
    {
        for (var i = 0; i < _codes.Count; i++)
        {
            var known = _codes[i].Code;
            if (known.Value != code.Value || !(known.Scheme == code.Scheme || (IsNumber(known) && IsNumber(code))))
            {
                continue;
            }

            // One number is one code, whichever words tell what kind.
            if (known.Scheme == BuiltInSchemes.Number)
            {
                _codes[i] = _codes[i] with { Code = code };
            }

            return true;
        }

        return false;
    }

    private ErrorCode Qualified(ErrorCode code, bool isNaming)
    {
        if (isNaming && (code.Scheme == BuiltInSchemes.Event || (draft.IsEvent && IsNumber(code))))
        {
            return new ErrorCode(BuiltInSchemes.Event, code.Value, draft.Source);
        }

        var isNamed = code.Scheme is BuiltInSchemes.Symbol or BuiltInSchemes.Number;
        return isNamed && draft.Section.Anchor is { } anchor && context.Schemes.OfSection(context.ArticleId, anchor) is { } scheme
            ? code with { Scheme = scheme.Id }
            : code;
    }

    private static bool IsNumber(ErrorCode code) => code.Scheme is BuiltInSchemes.Number or BuiltInSchemes.Event or BuiltInSchemes.Http;
}
