using KbApi.Server.Hosting;
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

/// <summary>Where it stands: ahead of everything else where anybody may read, else behind the question who asks.</summary>
internal static class AnswerCachePlace
{
    /// <summary>Puts it here, where reads are of a kind (see <see cref="Access.AccessMode"/>).</summary>
    public static void UseAnswerCache(this WebApplication app, string reads) => app.UseLate((pipeline, options) =>
    {
        if (options.Reads == reads)
        {
            pipeline.UseMiddleware<AnswerCacheMiddleware>();
        }
    });
}
