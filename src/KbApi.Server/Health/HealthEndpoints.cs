using System.Globalization;
using KbApi.Server.Contracts;
using KbApi.Server.Diagnostics;
using KbApi.Server.Http;
using KbApi.Server.Problems;
using KbApi.Server.Snapshots;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KbApi.Server.Health;

/// <summary>Probes for whoever runs the server.</summary>
internal static class HealthEndpoints
{
    private const int MaxErrors = 50;

    private static readonly string[] Methods = [HttpMethods.Get];

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapLazily("/health/live", Methods, GetLive).WithName("getLive").Produces<LiveResponse>().WithTags("Health").AllowAnonymous().DisableRequestTimeout();
        routes.MapLazily("/health/ready", Methods, GetReady)
            .WithName("getReady")
            .Produces<ReadyResponse>().Produces<ReadyResponse>(StatusCodes.Status503ServiceUnavailable).WithTags("Health").AllowAnonymous().DisableRequestTimeout();
    }

    /// <summary>Is the process alive?</summary>
    /// <remarks>Answers as long as the process does.</remarks>
    internal static Ok<LiveResponse> GetLive() => TypedResults.Ok(new LiveResponse { Status = "live" });

    /// <summary>Can it answer?</summary>
    /// <remarks>200 once there is a snapshot to answer from; names it, and says why newer content is not served. 503 before that, and once the server was told to stop.</remarks>
    /// <param name="store">The snapshots.</param>
    /// <param name="lifetime">Whether it was told to stop.</param>
    /// <param name="context">The request.</param>
    internal static JsonHttpResult<ReadyResponse> GetReady(SnapshotStore store, IHostApplicationLifetime lifetime, HttpContext context)
    {
        var culture = ProblemCulture.Of(context);
        var snapshot = store.Current;
        var refused = store.Refused;
        var isStopping = lifetime.ApplicationStopping.IsCancellationRequested;
        var ready = new ReadyResponse
        {
            Status = isStopping ? "stopping" : snapshot is null ? "starting" : refused is null ? "ready" : "degraded",
            Snapshot = snapshot?.Id,
            LoadedAt = snapshot?.LoadedAt,
            Articles = snapshot?.KnowledgeBase.Articles.Count ?? 0,
            Entries = snapshot?.KnowledgeBase.Entries.Count ?? 0,
            Locales = [.. snapshot?.KnowledgeBase.Locales.Select(l => l.Value) ?? []],
            Refused = refused is null ? null : Map(refused, culture),
        };
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Json(ready, statusCode: isStopping || snapshot is null ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK);
    }

    private static RefusedResponse Map(RefusedContent refused, CultureInfo culture) => new()
    {
        Snapshot = refused.SnapshotId,
        RefusedAt = refused.RefusedAt,
        Errors = [.. refused.Errors.Take(MaxErrors).Select(d => DiagnosticEndpoints.Map(d, culture))],
    };
}
