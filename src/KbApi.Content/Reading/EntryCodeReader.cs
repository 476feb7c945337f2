using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using KbApi.Content.Codes;
using KbApi.Content.Lexicons;
using KbApi.Content.Model;
using KbApi.Content.Syntax;
using KbApi.Content.Text;

namespace KbApi.Content.Reading;

/// <summary>Finds the codes of an entry in the texts that name it.</summary>
internal sealed class EntryCodeReader(DocumentContext context)
{
    /// <summary>How many texts that describe an entry are looked through for its codes; further on, codes of others are talked about.</summary>
    private const int MaxDescriptions = 3;

    private const int MaxLogHeader = 80;
    private const int MinWordLength = 4;
    private const int MaxAttributeName = 24;

    /// <summary>A name and the blanks behind it: further back nothing is looked for, however long the line.</summary>
    private const int MaxLookBack = 2 * MaxAttributeName;

    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    /// <summary>Words that tell how something is rather than which error it is.</summary>
    private static readonly FrozenSet<string> NoCodes = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "failed", "failure", "error", "errors", "fault", "faulty", "missing", "expired", "blocked", "invalid", "incorrect", "wrong", "unexpected");

    private readonly NamedCodes _named = new(context);

    public ImmutableArray<EntryCode> Read(EntryDraft draft)
    {
        var codes = ImmutableArray.CreateBuilder<EntryCode>(0);
        var fileCode = draft.Shape == EntryShape.Document ? context.FileCode : null;
        if (fileCode is { } code)
        {
            codes.Add(new EntryCode(code, CodeRole.Identifying, new TextSpan(draft.Span.Start, 0)));
        }

        if (draft.Title is { } title)
        {
            Add(codes, draft, title, context.Codes.Scan(title.Text, CodeContext.Name), isNamed: true, isNaming: true);
            Add(codes, draft, title, _named.InTitle(title.Text), isNamed: true, isNaming: false);
            if (draft.Shape != EntryShape.Document)
            {
                Add(codes, draft, title, NamedCodes.AsWhole(title), isNamed: true, isNaming: true);
            }
        }

        foreach (var (role, text, isExample, _) in draft.Parts)
        {
            if (!isExample && Scan(role, text) is { Count: > 0 } matches)
            {
                Add(codes, draft, text, matches, isNamed: role is ColumnRole.Code or ColumnRole.Name, isNaming: role == ColumnRole.Code);
            }
        }

        if (draft.Shape != EntryShape.Row && fileCode is null)
        {
            AddFromText(codes, draft);
        }

        if (draft.Shape == EntryShape.Document && codes.Count == 0)
        {
            AddFromDocument(codes, draft);
        }

        return codes.DrainToImmutable();
    }

    /// <summary>Adds what the text below a title says that a screen or log shows with the problem.</summary>
    private void AddFromText(ImmutableArray<EntryCode>.Builder codes, EntryDraft draft)
    {
        foreach (var (role, text, isExample, _) in draft.Parts)
        {
            if (isExample || role is not (ColumnRole.Symptom or ColumnRole.Message))
            {
                continue;
            }

            Add(codes, draft, text, NamedCodes.InMessage(text.Text), isNamed: true, isNaming: false);
            Add(codes, draft, text, _named.InMarks(text), isNamed: true, isNaming: false);
            foreach (var message in MessageReader.Quoted(text))
            {
                Add(codes, draft, text, NamedCodes.InMessage(message.ToString()).ConvertAll(m => m with { Start = m.Start + message.Start }), isNamed: true, isNaming: false);
            }
        }

        var descriptions = 0;
        foreach (var (role, text, isExample, _) in draft.Parts)
        {
            if (role == ColumnRole.Other && text.Text.Contains(':', StringComparison.Ordinal))
            {
                Add(codes, draft, text, AttributesIn(text.Text), isNamed: false, isNaming: false);
            }

            if ((role != ColumnRole.Description && !isExample) || descriptions++ >= MaxDescriptions)
            {
                continue;
            }

            // A constant in a sentence is a code's name beside the code, and a setting's elsewhere.
            var matches = context.Codes.Scan(text.Text, CodeContext.Prose);
            if (matches.Count > 0)
            {
                var hasCode = matches.Any(m => m.Code.Scheme != BuiltInSchemes.Constant);
                Add(codes, draft, text, hasCode ? matches : [], isNamed: false, isNaming: false);
            }

            if (!text.Marks.IsEmpty)
            {
                Add(codes, draft, text, _named.InMarks(text), isNamed: true, isNaming: false);
            }
        }
    }

    /// <summary>Adds the code of a document that tells it only in its metadata or in the name of its file.</summary>
    private void AddFromDocument(ImmutableArray<EntryCode>.Builder codes, EntryDraft draft)
    {
        var title = context.StatedTitle;
        Add(codes, draft, title, [.. context.Codes.Scan(title.Text, CodeContext.Name).Where(m => IsFamily(m.Code))], isNamed: true, isNaming: true);
        if (codes.Count > 0)
        {
            return;
        }

        var name = Path.GetFileNameWithoutExtension(context.Source.Path).Replace('-', ' ');
        foreach (var match in context.Codes.Scan(name, CodeContext.Prose))
        {
            if (IsFamily(match.Code) && !IsKnown(codes, match.Code))
            {
                codes.Add(new EntryCode(match.Code, CodeRole.Identifying, new TextSpan(draft.Span.Start, 0)));
            }
        }
    }

    private List<CodeMatch> AttributesIn(string text)
    {
        var attributes = new List<CodeMatch>();
        foreach (var match in context.Codes.Scan(text, CodeContext.Prose))
        {
            if (IsAttribute(text, match.Start))
            {
                attributes.Add(match);
            }
        }

        return attributes;
    }

    /// <summary>Whether a line gives a code as the value of a name: <c>Stop code: 650</c>.</summary>
    private bool IsAttribute(string text, int start)
    {
        var line = text.AsSpan(Math.Max(0, start - MaxLookBack), Math.Min(start, MaxLookBack));
        var name = line[(line.LastIndexOf('\n') + 1)..].TrimEnd(" \u00A0");
        return name is [_, .., ':'] && name.Length <= MaxAttributeName && (context.Lexicon.Code.IsIn(name) || name.EndsWith("ID:", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whether the form of a code alone tells that it is one.</summary>
    private static bool IsFamily(ErrorCode code) =>
        code.Scheme is not (BuiltInSchemes.Number or BuiltInSchemes.Symbol or BuiltInSchemes.Constant or BuiltInSchemes.Http);

    private void Add(
        ImmutableArray<EntryCode>.Builder codes, EntryDraft draft, InlineText text, IReadOnlyList<CodeMatch> matches, bool isNamed, bool isNaming)
    {
        for (var i = 0; i < matches.Count; i++)
        {
            var match = Unglued(text, matches[i]);
            var code = Qualified(match.Code, draft, isNaming);
            var isSuccess = !isNamed && code.Value == "0";
            if (!isSuccess && !IsPartOfName(text.Text, match) && !IsLogHeader(text.Text.AsSpan(match.End)) && !IsKnown(codes, code))
            {
                var role = isNamed || !IsNumber(code) ? CodeRole.Identifying : CodeRole.Mentioned;
                codes.Add(new EntryCode(code, role, text.ToSource(match.Start, match.Length)));
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

    private static bool IsKnown(ImmutableArray<EntryCode>.Builder codes, ErrorCode code)
    {
        for (var i = 0; i < codes.Count; i++)
        {
            var known = codes[i].Code;
            if (known.Value != code.Value || !(known.Scheme == code.Scheme || (IsNumber(known) && IsNumber(code))))
            {
                continue;
            }

            // One number is one code, whichever words tell what kind.
            if (known.Scheme == BuiltInSchemes.Number)
            {
                codes[i] = codes[i] with { Code = code };
            }

            return true;
        }

        return false;
    }

    private IReadOnlyList<CodeMatch> Scan(ColumnRole role, InlineText text)
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

    private ErrorCode Qualified(ErrorCode code, EntryDraft draft, bool isNaming)
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
