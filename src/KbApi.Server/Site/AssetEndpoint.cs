using KbApi.Server.Http;
using Microsoft.Net.Http.Headers;

namespace KbApi.Server.Site;

/// <summary>Sends the files that pages refer to.</summary>
internal static class AssetEndpoint
{
    private const string KeptForever = "public, max-age=31536000, immutable";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapAssets(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/assets/{name}", Reading, (RequestDelegate)Send).ExcludeFromDescription().AllowAnonymous();

    private static Task Send(HttpContext context)
    {
        var asset = context.RequestServices.GetRequiredService<SiteAssets>().Find((string?)context.Request.RouteValues["name"] ?? "");
        if (asset is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        // An address without the version is somebody's own: it holds for now.
        context.Response.Headers.CacheControl = context.Request.Query["v"] == asset.Version ? KeptForever : "public, no-cache";
        context.Response.Headers.ETag = asset.Tag;

        // A page in a frame has no origin of its own.
        context.Response.Headers[SecurityHeaders.ResourcePolicy] = "cross-origin";
        return SendAsync(context, asset);
    }

    /// <summary>Sends a file, in the coding that the client reads.</summary>
    public static Task SendAsync(HttpContext context, SiteAsset asset)
    {
        var response = context.Response;
        var coding = asset.IsText ? ContentCoding.Choose(context.Request) : null;
        var body = asset.In(coding);
        response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        response.Headers.ContentEncoding = coding;
        response.ContentType = asset.ContentType;
        response.ContentLength = body.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(body, 0, body.Length, context.RequestAborted);
    }
}
