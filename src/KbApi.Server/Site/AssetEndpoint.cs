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
        context.Response.Headers.ETag = $"\"{asset.Version}\"";
        context.Response.ContentType = asset.ContentType;
        context.Response.ContentLength = asset.Bytes.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.Body.WriteAsync(asset.Bytes, 0, asset.Bytes.Length, context.RequestAborted);
    }
}
