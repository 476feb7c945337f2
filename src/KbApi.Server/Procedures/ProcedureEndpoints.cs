using KbApi.Content.Model;
using KbApi.Server.Contracts;
using KbApi.Server.Http;

namespace KbApi.Server.Procedures;

/// <summary>What to do, in what order, and what to send along: procedures, ladders and checklists.</summary>
internal static class ProcedureEndpoints
{
    public static void MapProcedures(this IEndpointRouteBuilder group)
    {
        group.MapReading("/procedures/{**id}", GetProcedure)
            .WithName("getProcedure")
            .Produces<ProcedureResponse>().WithTags("Procedures");
        group.MapReading("/ladders/{**id}", GetLadder)
            .WithName("getLadder")
            .Produces<LadderResponse>().WithTags("Procedures");
        group.MapReading("/checklists/{**id}", GetChecklist)
            .WithName("getChecklist")
            .Produces<ChecklistResponse>().WithTags("Procedures");
    }

    /// <summary>Get a procedure</summary>
    /// <remarks>Numbered steps that are to be taken one after the other.</remarks>
    /// <param name="id">The id, for example `sspr/restart-sync-service`.</param>
    /// <param name="request">The request.</param>
    internal static IResult GetProcedure(string id, ApiRequest request) =>
        KnowledgeMapping.Answer(request, id, request.KnowledgeBase.Procedures, (procedure, source) => new ProcedureResponse
        {
            Id = procedure.Id,
            Locale = procedure.Locale.Value,
            RequestedLocale = request.Locale.Requested.Value,
            IsFallback = request.IsFallback(procedure.Locale),
            Article = procedure.ArticleId,
            Section = procedure.Section,
            Source = source,
            Locales = KnowledgeMapping.LocalesOf(request.KnowledgeBase.Procedures, procedure.Id),
            Title = procedure.Title.Text,
            Introduction = procedure.Introduction?.Text,
            Warnings = [.. procedure.Warnings.Select(w => w.Text)],
            Steps = [.. procedure.Steps.Select((step, i) => new StepResponse { Number = i + 1, Text = step.Text.Text, Images = step.Images })],
        });

    /// <summary>Get an escalation ladder</summary>
    /// <remarks>Measures that are to be tried in a given order, each with its section and procedure.</remarks>
    /// <param name="id">The id, for example `sspr/writeback-connectivity`.</param>
    /// <param name="request">The request.</param>
    internal static IResult GetLadder(string id, ApiRequest request) =>
        KnowledgeMapping.Answer(request, id, request.KnowledgeBase.Ladders, (ladder, source) => new LadderResponse
        {
            Id = ladder.Id,
            Locale = ladder.Locale.Value,
            RequestedLocale = request.Locale.Requested.Value,
            IsFallback = request.IsFallback(ladder.Locale),
            Article = ladder.ArticleId,
            Section = ladder.Section,
            Source = source,
            Locales = KnowledgeMapping.LocalesOf(request.KnowledgeBase.Ladders, ladder.Id),
            Title = ladder.Title.Text,
            Introduction = ladder.Introduction?.Text,
            Rungs = [.. ladder.Rungs.Select((r, i) => new RungResponse { Number = i + 1, Title = r.Text.Text, Anchor = r.Anchor, Procedure = r.Procedure })],
        });

    /// <summary>Get a checklist</summary>
    /// <remarks>What a good error report contains: what to ask for next.</remarks>
    /// <param name="id">The id, for example `sspr/contact-support`.</param>
    /// <param name="request">The request.</param>
    internal static IResult GetChecklist(string id, ApiRequest request) =>
        KnowledgeMapping.Answer(request, id, request.KnowledgeBase.Checklists, (checklist, source) => new ChecklistResponse
        {
            Id = checklist.Id,
            Locale = checklist.Locale.Value,
            RequestedLocale = request.Locale.Requested.Value,
            IsFallback = request.IsFallback(checklist.Locale),
            Article = checklist.ArticleId,
            Section = checklist.Section,
            Source = source,
            Locales = KnowledgeMapping.LocalesOf(request.KnowledgeBase.Checklists, checklist.Id),
            Title = checklist.Title.Text,
            Introduction = checklist.Introduction?.Text,
            Items = [.. checklist.Fields.Select(Map)],
        });

    private static IntakeFieldResponse Map(IntakeField field) => new()
    {
        Name = field.Name,
        Question = field.Question.Text,
        Details = [.. field.Details.Select(d => d.Text)],
    };
}
