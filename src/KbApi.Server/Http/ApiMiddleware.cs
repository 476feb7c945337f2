using System.Globalization;
using KbApi.Content.Model;
using KbApi.Reports.Gaps;
using KbApi.Server.Documents;
using KbApi.Server.Insights;
using KbApi.Server.Problems;
using KbApi.Server.Snapshots;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace KbApi.Server.Http;

/// <summary>What all reading endpoints have in common: a snapshot, a locale, a representation, and answers that caches may keep.</summary>
internal sealed class ApiMiddleware(RequestDelegate next, SnapshotStore store, IOptions<JsonOptions> json, HtmlFragment html, GapRecorder gaps)
{
    private const string SnapshotHeader = "Kb-Snapshot";
    private const int RetryAfterSeconds = 1;

    public Task InvokeAsync(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<ApiEndpoint>() is { } endpoint ? AnswerAsync(context, endpoint) : next(context);

    private async Task AnswerAsync(HttpContext context, ApiEndpoint endpoint)
    {
        if (store.Current is not { } snapshot)
        {
            context.Response.Headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
            await ApiProblem.Create(context, ProblemType.NoSnapshot).ExecuteAsync(context);
            return;
        }

        context.Response.Headers[SnapshotHeader] = snapshot.Id;
        var query = CommonQuery.Of(context.Request.Query);
        if (query.Errors.Count > 0)
        {
            await ApiProblem.InvalidParameters(context, query.Errors).ExecuteAsync(context);
            return;
        }

        if (MediaTypes.Choose(context.Request, endpoint.MediaTypes.AsSpan()) is not { } mediaType)
        {
            await ApiProblem.Create(context, ProblemType.NotAcceptable, string.Join(", ", endpoint.MediaTypes)).ExecuteAsync(context);
            return;
        }

        var request = new ApiRequest(context, snapshot, LocaleOf(context.Request, query, snapshot.KnowledgeBase))
        {
            MediaType = mediaType,
            Detail = query.Detail,
            MaxTokens = query.MaxTokens,
            Limit = query.Limit,
            Json = json.Value.SerializerOptions,
            Html = html,
        };
        if (endpoint.IsReading)
        {
            await AnswerAsync(request, snapshot);
            return;
        }

        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.Vary = "Accept, Accept-Language";
        context.Features.Set(request);
        await next(context);
    }

    private async Task AnswerAsync(ApiRequest request, Snapshot snapshot)
    {
        var context = request.Context;
        var response = context.Response;
        var tag = EntityTags.Of(snapshot.Id, request);
        if (EntityTags.Matches(context.Request, tag, exists: false))
        {
            CachedAnswer.AllowCaching(response.Headers, tag);
            response.StatusCode = StatusCodes.Status304NotModified;
            if (snapshot.Unanswered.Contains(tag))
            {
                gaps.Record(GapKind.UnansweredSearch, context.Request.Query["q"].ToString(), request);
            }

            return;
        }

        // An answer that tells how long it took is the same answer in other bytes.
        var isTimed = request.IsTimed;
        context.Features.Set(request);
        response.OnStarting(() =>
        {
            if (response.StatusCode == StatusCodes.Status200OK)
            {
                CachedAnswer.AllowCaching(response.Headers, isTimed ? "W/" + tag : tag);
            }

            return Task.CompletedTask;
        });
        await next(context);
        if (request.IsUnanswered)
        {
            snapshot.Unanswered.Add(tag);
        }

        if (response.StatusCode == StatusCodes.Status200OK && request.Answer is { } body && !isTimed)
        {
            snapshot.Answers.Keep(context, new CachedAnswer(body, tag, snapshot.Id, (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText, response.Headers));
        }
    }

    private static RequestLocale LocaleOf(HttpRequest request, CommonQuery query, KnowledgeBase knowledgeBase) =>
        RequestLocale.Of(query.Locale, request.Headers.AcceptLanguage, query.Fallback, knowledgeBase);
}
