using KbApi.Server.Budget;
using KbApi.Server.Contracts;
using KbApi.Server.Http;

namespace KbApi.Server.Procedures;

/// <summary>What to do, in what order, and what to send along: procedures, ladders and checklists.</summary>
internal static class ProcedureEndpoints
{
    public static void MapProcedures(this IEndpointRouteBuilder group)
    {
        group.MapProse("/procedures/{**id}", GetProcedure)
            .WithName("getProcedure")
            .Produces<ProcedureResponse>().WithTags("Procedures");
        group.MapProse("/ladders/{**id}", GetLadder)
            .WithName("getLadder")
            .Produces<LadderResponse>().WithTags("Procedures");
        group.MapProse("/checklists/{**id}", GetChecklist)
            .WithName("getChecklist")
            .Produces<ChecklistResponse>().WithTags("Procedures");
    }

    /// <summary>Get a procedure</summary>
    /// <remarks>Numbered steps that are to be taken one after the other.</remarks>
    /// <param name="id">The id, for example `sspr/restart-sync-service`.</param>
    /// <param name="request">The request.</param>
    internal static IResult GetProcedure(string id, ApiRequest request) =>
        KnowledgeMapping.Answer(request, id, request.KnowledgeBase.Procedures, p => ProcedureMapper.Map(p, request), AnswerPlans.Procedure, ProcedureProse.Write);

    /// <summary>Get an escalation ladder</summary>
    /// <remarks>Measures that are to be tried in a given order, each with its section and procedure.</remarks>
    /// <param name="id">The id, for example `sspr/writeback-connectivity`.</param>
    /// <param name="request">The request.</param>
    internal static IResult GetLadder(string id, ApiRequest request) =>
        KnowledgeMapping.Answer(request, id, request.KnowledgeBase.Ladders, l => ProcedureMapper.Map(l, request), AnswerPlans.Ladder, ProcedureProse.Write);

    /// <summary>Get a checklist</summary>
    /// <remarks>What a good error report contains: what to ask for next.</remarks>
    /// <param name="id">The id, for example `sspr/contact-support`.</param>
    /// <param name="request">The request.</param>
    internal static IResult GetChecklist(string id, ApiRequest request) =>
        KnowledgeMapping.Answer(request, id, request.KnowledgeBase.Checklists, c => ProcedureMapper.Map(c, request), AnswerPlans.Checklist, ProcedureProse.Write);
}
