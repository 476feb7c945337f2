using System.Globalization;
using KbApi.Content.Model;
using KbApi.Server.Problems;
using KbApi.Server.Snapshots;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KbApi.Server.Http;

/// <summary>What all reading endpoints have in common: a snapshot, a locale, a representation, and answers that caches may keep.</summary>
internal sealed class ApiMiddleware(RequestDelegate next, SnapshotStore store)
{
    private const string SnapshotHeader = "Kb-Snapshot";
    private const int RetryAfterSeconds = 1;

    public Task InvokeAsync(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<ApiEndpoint>() is null ? next(context) : AnswerAsync(context);

    private Task AnswerAsync(HttpContext context)
    {
        if (store.Current is not { } snapshot)
        {
            context.Response.Headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
            return ApiProblem.Create(context, ProblemType.NoSnapshot).ExecuteAsync(context);
        }

        context.Response.Headers[SnapshotHeader] = snapshot.Id;
        if (QueryProblem(context) is { } problem)
        {
            return problem.ExecuteAsync(context);
        }

        var request = new ApiRequest(context, snapshot, LocaleOf(context.Request, snapshot.KnowledgeBase));
        var tag = EntityTags.Of(snapshot.Id, context.Request, request.Locale);
        if (EntityTags.Matches(context.Request, tag))
        {
            AllowCaching(context.Response, tag);
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        // An answer that tells how long it took is the same answer in other bytes.
        var isTimed = context.GetEndpoint()?.Metadata.GetMetadata<TimedAnswer>() is not null;
        context.Features.Set(request);
        context.Response.OnStarting(() =>
        {
            if (context.Response.StatusCode == StatusCodes.Status200OK)
            {
                AllowCaching(context.Response, isTimed ? "W/" + tag : tag);
            }

            return Task.CompletedTask;
        });
        return next(context);
    }

    private static ProblemHttpResult? QueryProblem(HttpContext context)
    {
        var query = context.Request.Query;
        if (query.TryGetValue("locale", out var locale) && (locale.Count > 1 || !LocaleTag.TryParse(locale, out _)))
        {
            return ApiProblem.InvalidParameter(context, "locale", "Locale", locale.ToString());
        }

        if (query.TryGetValue("fallback", out var fallback) && FallbackOf(fallback) is null)
        {
            return ApiProblem.InvalidParameter(context, "fallback", "OneOf", fallback.ToString(), "entry, field, none");
        }

        return MediaTypes.Choose(context.Request, MediaTypes.Json) is null
            ? ApiProblem.Create(context, ProblemType.NotAcceptable, MediaTypes.Json)
            : null;
    }

    private static RequestLocale LocaleOf(HttpRequest request, KnowledgeBase knowledgeBase)
    {
        LocaleTag? fromQuery = LocaleTag.TryParse(request.Query["locale"], out var tag) ? tag : null;
        var fallback = FallbackOf(request.Query["fallback"]) ?? Fallback.Entry;
        return RequestLocale.Of(fromQuery, request.Headers.AcceptLanguage, fallback, knowledgeBase);
    }

    private static Fallback? FallbackOf(string? text) => text switch
    {
        "entry" => Fallback.Entry,
        "field" => Fallback.Field,
        "none" => Fallback.None,
        _ => null,
    };

    private static void AllowCaching(HttpResponse response, string tag)
    {
        response.Headers.ETag = tag;

        // Caches keep answers and ask each time whether they still hold: an edit shows at once, and the question costs next to nothing.
        response.Headers.CacheControl = "public, no-cache";
        response.Headers.Vary = "Accept, Accept-Language";
    }
}
