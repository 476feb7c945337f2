using KbApi.Content.Model;
using KbApi.Server.Budget;
using KbApi.Server.Contracts;
using KbApi.Server.Entries;
using KbApi.Server.Http;

namespace KbApi.Server.Procedures;

/// <summary>Makes answers of procedures, ladders and checklists.</summary>
internal static class ProcedureMapper
{
    public static ProcedureResponse Map(Procedure procedure, AnswerScope request) => new()
    {
        Id = procedure.Id,
        Locale = procedure.Locale.Value,
        RequestedLocale = request.Locale.Requested.Value,
        IsFallback = request.IsFallback(procedure.Locale),
        Article = procedure.ArticleId,
        Section = procedure.Section,
        Source = new EntryMapper(request).SourceOf(procedure),
        Locales = KnowledgeMapping.LocalesOf(request.KnowledgeBase.Procedures, procedure.Id),
        Title = procedure.Title.Text,
        Introduction = procedure.Introduction?.Text,
        Warnings = [.. procedure.Warnings.Select(w => w.Text)],
        Steps = [.. procedure.Steps.Select((step, i) => new StepResponse { Number = i + 1, Text = step.Text.Text, Images = step.Images })],
    };

    public static LadderResponse Map(Ladder ladder, AnswerScope request) => new()
    {
        Id = ladder.Id,
        Locale = ladder.Locale.Value,
        RequestedLocale = request.Locale.Requested.Value,
        IsFallback = request.IsFallback(ladder.Locale),
        Article = ladder.ArticleId,
        Section = ladder.Section,
        Source = new EntryMapper(request).SourceOf(ladder),
        Locales = KnowledgeMapping.LocalesOf(request.KnowledgeBase.Ladders, ladder.Id),
        Title = ladder.Title.Text,
        Introduction = ladder.Introduction?.Text,
        Rungs = [.. ladder.Rungs.Select((r, i) => new RungResponse { Number = i + 1, Title = r.Text.Text, Anchor = r.Anchor, Procedure = r.Procedure })],
        Procedures = request.Detail == Detail.Full ? MapAll(ladder.Rungs.Select(r => r.Procedure).OfType<string>(), request) : null,
    };

    public static ChecklistResponse Map(Checklist checklist, AnswerScope request) => new()
    {
        Id = checklist.Id,
        Locale = checklist.Locale.Value,
        RequestedLocale = request.Locale.Requested.Value,
        IsFallback = request.IsFallback(checklist.Locale),
        Article = checklist.ArticleId,
        Section = checklist.Section,
        Source = new EntryMapper(request).SourceOf(checklist),
        Locales = KnowledgeMapping.LocalesOf(request.KnowledgeBase.Checklists, checklist.Id),
        Title = checklist.Title.Text,
        Introduction = checklist.Introduction?.Text,
        Items = [.. checklist.Fields.Select(f => new IntakeFieldResponse
        {
            Name = f.Name,
            Question = f.Question.Text,
            Details = [.. f.Details.Select(d => d.Text)],
        })],
    };

    /// <summary>The procedures with some ids that there is a text of for the request's locale.</summary>
    public static IReadOnlyList<ProcedureResponse> MapAll(IEnumerable<string> ids, AnswerScope request) =>
    [
        .. ids.Distinct(StringComparer.Ordinal)
            .Select(request.KnowledgeBase.Procedures.Find).OfType<Localized<Procedure>>()
            .Select(request.Locale.Choose).OfType<Procedure>()
            .Select(p => Map(p, request)),
    ];
}
