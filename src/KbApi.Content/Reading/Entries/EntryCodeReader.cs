using System.Collections.Immutable;
using KbApi.Content.Codes;
using KbApi.Content.Lexicons;
using KbApi.Content.Model;

namespace KbApi.Content.Reading.Entries;

/// <summary>Finds the codes of an entry in the texts that name it.</summary>
internal sealed class EntryCodeReader(DocumentContext context)
{
    /// <summary>How many texts that describe an entry are looked through for its codes; further on, codes of others are talked about.</summary>
    private const int MaxDescriptions = 3;

    private const int MaxAttributeName = 24;

    /// <summary>A name and the blanks behind it: further back nothing is looked for, however long the line.</summary>
    private const int MaxLookBack = 2 * MaxAttributeName;

    private readonly NamedCodes _named = new(context);
    private readonly CellCodes _cells = new(context);

    public ImmutableArray<EntryCode> Read(EntryDraft draft)
    {
        var codes = new EntryCodeList(context, draft);
        var fileCode = draft.Shape == EntryShape.Document ? context.FileCode : null;
        if (fileCode is { } code)
        {
            codes.AddUnseen(code);
        }

        if (draft.Title is { } title)
        {
            codes.Add(draft.Number, context.Codes.Scan(draft.Number.Text, CodeContext.Code), isNamed: true, isNaming: true);
            codes.Add(title, context.Codes.Scan(title.Text, CodeContext.Name), isNamed: true, isNaming: true);
            codes.Add(title, _named.InTitle(title.Text), isNamed: true, isNaming: false);
            if (draft.Shape != EntryShape.Document)
            {
                codes.Add(title, NamedCodes.AsWhole(title), isNamed: true, isNaming: true);
            }
        }

        foreach (var (role, text, isExample, _) in draft.Parts)
        {
            if (!isExample && _cells.In(role, text) is { Count: > 0 } matches)
            {
                codes.Add(text, matches, isNamed: role is ColumnRole.Code or ColumnRole.Name, isNaming: role == ColumnRole.Code);
            }
        }

        if (draft.Shape != EntryShape.Row && fileCode is null)
        {
            AddFromText(codes, draft);
        }

        if (draft.Shape == EntryShape.Document && codes.Count == 0)
        {
            AddFromDocument(codes);
        }

        return codes.ToImmutable();
    }

    /// <summary>Adds what the text below a title says that a screen or log shows with the problem.</summary>
    private void AddFromText(EntryCodeList codes, EntryDraft draft)
    {
        foreach (var (role, text, isExample, _) in draft.Parts)
        {
            if (isExample || role is not (ColumnRole.Symptom or ColumnRole.Message))
            {
                continue;
            }

            codes.Add(text, NamedCodes.InMessage(text.Text), isNamed: true, isNaming: false);
            codes.Add(text, _named.InMarks(text), isNamed: true, isNaming: false);
            foreach (var message in QuotedTexts.In(text))
            {
                codes.Add(text, NamedCodes.InMessage(message.ToString()).ConvertAll(m => m with { Start = m.Start + message.Start }), isNamed: true, isNaming: false);
            }
        }

        var descriptions = 0;
        foreach (var (role, text, isExample, _) in draft.Parts)
        {
            if (role == ColumnRole.Other && text.Text.Contains(':', StringComparison.Ordinal))
            {
                codes.Add(text, AttributesIn(text.Text), isNamed: false, isNaming: false);
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
                codes.Add(text, hasCode ? matches : [], isNamed: false, isNaming: false);
            }

            if (!text.Marks.IsEmpty)
            {
                codes.Add(text, _named.InMarks(text), isNamed: true, isNaming: false);
            }
        }
    }

    /// <summary>Adds the code of a document that tells it only in its metadata or in the name of its file.</summary>
    private void AddFromDocument(EntryCodeList codes)
    {
        var title = context.StatedTitle;
        codes.Add(title, [.. context.Codes.Scan(title.Text, CodeContext.Name).Where(m => IsFamily(m.Code))], isNamed: true, isNaming: true);
        if (codes.Count > 0)
        {
            return;
        }

        var name = Path.GetFileNameWithoutExtension(context.Source.Path).Replace('-', ' ');
        foreach (var match in context.Codes.Scan(name, CodeContext.Prose))
        {
            if (IsFamily(match.Code))
            {
                codes.AddUnseen(match.Code);
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
}
