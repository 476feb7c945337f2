using KbApi.Server.Snapshots;

namespace KbApi.Server.Http;

/// <summary>Answers what has been answered from the same snapshot before, ahead of everything else.</summary>
internal sealed class AnswerCacheMiddleware(RequestDelegate next, SnapshotStore store)
{
    public Task InvokeAsync(HttpContext context)
    {
        var isReading = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        return isReading && store.Current?.Answers.Find(context) is { } answer ? answer.SendAsync(context) : next(context);
    }
}
