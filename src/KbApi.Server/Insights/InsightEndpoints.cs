using KbApi.Server.Contracts;
using KbApi.Server.Http;

namespace KbApi.Server.Insights;

/// <summary>What is asked and not answered, and how often what occurs.</summary>
internal static class InsightEndpoints
{
    private const string Tag = "Insights";

    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];
    private static readonly string[] OptionsMethod = [HttpMethods.Options];

    public static void MapInsights(this IEndpointRouteBuilder group)
    {
        group.MapInsight("/insights/gaps", GapEndpoint.ListAsync).WithName("listGaps").WithTags(Tag).Produces<GapPage>();
        group.MapInsight("/insights/trends", TrendEndpoint.ListAsync).WithName("listTrends").WithTags(Tag).Produces<TrendPage>();
    }

    public static void AddInsights(this IServiceCollection services)
    {
        services.AddSingleton<GapCatalog>();
        services.AddSingleton<GapRecorder>();
        services.AddHostedService<GapWriter>();
    }

    /// <summary>An endpoint about what was counted. No other site's pages may call it, and no shared cache keeps its answers.</summary>
    private static RouteHandlerBuilder MapInsight(this IEndpointRouteBuilder routes, string pattern, Delegate handler)
    {
        routes.MapMethods(pattern, OptionsMethod, (RequestDelegate)(context => ReadingEndpoints.AnswerOptions(context, "GET, HEAD, OPTIONS"))).ExcludeFromDescription();
        return routes.MapLazily(pattern, Methods, handler).WithMetadata(new ApiEndpoint(Representations.Data, IsReading: false));
    }
}
