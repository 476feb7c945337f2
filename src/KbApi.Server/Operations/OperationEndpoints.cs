using KbApi.Content.Model;
using KbApi.Server.Budget;
using KbApi.Server.Contracts;
using KbApi.Server.Entries;
using KbApi.Server.Http;

namespace KbApi.Server.Operations;

/// <summary>How events belong together.</summary>
internal static class OperationEndpoints
{
    public static void MapOperations(this IEndpointRouteBuilder group) =>
        group.MapProse("/operations", ListOperations)
            .WithName("listOperations")
            .Produces<OperationsResponse>().WithTags("Operations");

    /// <summary>List operations</summary>
    /// <remarks>Which events start and end an operation, tell whether a service runs, or are signs of life: derived from the content.</remarks>
    /// <param name="request">The request.</param>
    internal static IResult ListOperations(ApiRequest request)
    {
        var knowledgeBase = request.KnowledgeBase;
        var locale = request.Locale.Chain.FirstOrDefault(knowledgeBase.DefaultLocale);
        request.SetLanguage(locale);
        var recurring = knowledgeBase.Articles.Items.Select(request.Locale.Choose).OfType<Article>().SelectMany(a => a.Operations.Recurring);
        var answer = new OperationsResponse
        {
            Operations = [.. Chosen(request, knowledgeBase.Operations).Select(Map)],
            States = [.. Chosen(request, knowledgeBase.States).Select(Map)],
            Heartbeats = [.. Chosen(request, knowledgeBase.Heartbeats).Select(Map)],
            Recurring = [.. recurring.Distinct(StringComparer.Ordinal)],
        };
        return request.Answer(answer, AnswerPlans.Operations, () => OperationProse.Write(answer, locale.Value, new EntryMapper(request).TitleOf));
    }

    private static IEnumerable<T> Chosen<T>(ApiRequest request, LocalizedSet<T> items)
        where T : class, ILocalizable => items.Items.Select(request.Locale.Choose).OfType<T>();

    private static OperationResponse Map(Operation operation) => new()
    {
        Id = operation.Id,
        Name = operation.Name,
        Source = operation.Source,
        Start = operation.Start,
        Success = operation.Success,
        Failure = operation.Failure,
    };

    private static ServiceStateResponse Map(ServiceState state) => new()
    {
        Id = state.Id,
        Name = state.Name,
        Source = state.Source,
        Started = state.Started,
        Stopped = state.Stopped,
    };

    private static HeartbeatResponse Map(Heartbeat heartbeat) => new()
    {
        Entry = heartbeat.Entry,
        Source = heartbeat.Source,
        Interval = new QuantityResponse { Value = heartbeat.Interval.Value, Unit = heartbeat.Interval.Unit },
    };
}
