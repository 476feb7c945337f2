using System.Collections.Immutable;
using KbApi.Content.Codes;
using KbApi.Content.Lexicons;
using KbApi.Content.Model;
using KbApi.Content.Syntax;

namespace KbApi.Content.Reading;

/// <summary>Finds the codes of an entry in the texts that name it.</summary>
internal sealed class EntryCodeReader(DocumentContext context)
{
    public ImmutableArray<EntryCode> Read(EntryDraft draft)
    {
        var codes = ImmutableArray.CreateBuilder<EntryCode>();
        if (draft.Title is { } title)
        {
            Add(codes, draft, title, context.Codes.Scan(title.Text, CodeContext.Name), isNamed: true, isNaming: true);
        }

        foreach (var (role, text) in draft.Parts)
        {
            Add(codes, draft, text, Scan(role, text), isNamed: role is ColumnRole.Code or ColumnRole.Name, isNaming: role == ColumnRole.Code);
        }

        return codes.ToImmutable();
    }

    private void Add(
        ImmutableArray<EntryCode>.Builder codes, EntryDraft draft, InlineText text, IEnumerable<CodeMatch> matches, bool isNamed, bool isNaming)
    {
        foreach (var match in matches)
        {
            var code = Qualified(match.Code, draft, isNaming);
            if (codes.All(c => c.Code.Scheme != code.Scheme || c.Code.Value != code.Value))
            {
                var role = isNamed || !IsNumber(code) ? CodeRole.Identifying : CodeRole.Mentioned;
                codes.Add(new EntryCode(code, role, text.ToSource(match.Start, match.Length)));
            }
        }
    }

    private IEnumerable<CodeMatch> Scan(ColumnRole role, InlineText text)
    {
        switch (role)
        {
            case ColumnRole.Code:
                return context.Codes.Scan(text.Text, CodeContext.Code);
            case ColumnRole.Name:
                return context.Codes.Scan(text.Text, CodeContext.Name);
            case ColumnRole.Symptom or ColumnRole.Message:
                return context.Codes.Scan(text.Text, CodeContext.Prose);
            case ColumnRole.Technical:
                // A detail that opens with a code names the error; codes further on are talked about.
                var codes = context.Codes.Scan(text.Text, CodeContext.Prose);
                return codes.Count > 0 && codes[0].Start == 0 ? [codes[0]] : [];
            default:
                return [];
        }
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
