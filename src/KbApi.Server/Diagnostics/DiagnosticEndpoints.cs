using System.Globalization;
using KbApi.Content.Diagnostics;
using KbApi.Server.Budget;
using KbApi.Server.Contracts;
using KbApi.Server.Http;

namespace KbApi.Server.Diagnostics;

/// <summary>What the rules say of the content, and which rules there are.</summary>
internal static class DiagnosticEndpoints
{
    public static void MapDiagnostics(this IEndpointRouteBuilder group)
    {
        group.MapReading("/diagnostics", ListDiagnostics).WithName("listDiagnostics").Produces<DiagnosticPage>().WithTags("Diagnostics");
        group.MapReading("/rules", ListRules).WithName("listRules").Produces<RulesResponse>().WithTags("Diagnostics");
    }

    /// <summary>List findings</summary>
    /// <remarks>What the rules say of the content now being served, in the order of the files.</remarks>
    /// <param name="request">The request.</param>
    internal static IResult ListDiagnostics(ApiRequest request)
    {
        var culture = request.Locale.Requested.ToCulture();
        var all = request.KnowledgeBase.Diagnostics.Select((d, i) => (Diagnostic: d, Id: string.Create(CultureInfo.InvariantCulture, $"{i}"))).ToList();
        return Paging.Answer(request, all, d => d.Id, d => Map(d.Diagnostic, culture), AnswerPlans.Finding);
    }

    /// <summary>List rules</summary>
    /// <remarks>The kinds of findings that there are.</remarks>
    /// <param name="request">The request.</param>
    internal static IResult ListRules(ApiRequest request)
    {
        var culture = request.Locale.Requested.ToCulture();
        var answer = new RulesResponse
        {
            Items = [.. ReadingDiagnostics.All.Select(d => new RuleResponse
            {
                Id = d.Id,
                Category = d.Category,
                DefaultSeverity = d.DefaultSeverity,
                Title = d.Title.In(culture),
            })],
        };
        return request.Answer(answer, AnswerPlans.Items);
    }

    public static DiagnosticResponse Map(Diagnostic diagnostic, CultureInfo culture) => new()
    {
        Id = diagnostic.Id,
        Severity = diagnostic.Severity,
        Path = diagnostic.Location.Path,
        Line = diagnostic.Location.Start.Line + 1,
        Column = diagnostic.Location.Start.Character + 1,
        Message = diagnostic.GetMessage(culture),
    };
}
