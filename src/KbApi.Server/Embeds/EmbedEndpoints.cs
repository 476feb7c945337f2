using System.Text;
using System.Text.Json.Nodes;
using KbApi.Server.Http;
using KbApi.Server.Problems;
using KbApi.Server.Site;

namespace KbApi.Server.Embeds;

/// <summary>Answers in pages of other sites: a module with elements, a fragment without script, a page for a frame, oEmbed.</summary>
internal static class EmbedEndpoints
{
    public const string Module = "kb.js";

    private const string HtmlSuffix = ".html";
    private const string Utf8Html = Representations.Html + "; charset=utf-8";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapEmbeds(this IEndpointRouteBuilder routes)
    {
        routes.Map("/embed/v1/kb.js", SendModule);
        routes.Map("/embed/v1/integrity.json", SendIntegrity);
        routes.Map("/embed/v1/entries/{**id}", context => SendAsync(context, isFrame: false));
        routes.Map("/embed/v1/frames/{**id}", context => SendAsync(context, isFrame: true));
        routes.Map("/oembed", OEmbed.SendAsync);
    }

    private static void Map(this IEndpointRouteBuilder routes, string pattern, Func<HttpContext, Task> send) =>
        routes.MapMethods(pattern, Reading, (RequestDelegate)(context => send(context))).ExcludeFromDescription();

    private static Task SendModule(HttpContext context)
    {
        var module = context.RequestServices.GetRequiredService<SiteAssets>().Find(Module)!;
        var headers = context.Response.Headers;
        headers.ETag = module.Tag;
        headers.CacheControl = "public, max-age=3600";
        headers[SecurityHeaders.ResourcePolicy] = "cross-origin";
        if (context.Request.Headers.IfNoneMatch == headers.ETag)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        Cors.AllowReading(headers);
        return AssetEndpoint.SendAsync(context, module);
    }

    /// <summary>What a page names in <c>integrity</c>, so that its browser takes this version of the module and no other.</summary>
    private static Task SendIntegrity(HttpContext context)
    {
        var module = context.RequestServices.GetRequiredService<SiteAssets>().Find(Module)!;
        var hashes = new JsonObject { [Module] = new JsonObject { ["integrity"] = module.Integrity, ["bytes"] = module.Bytes.Length } };
        context.Response.Headers.CacheControl = "public, no-cache";
        return WriteAsync(context, Encoding.UTF8.GetBytes(hashes.ToJsonString()), "application/json; charset=utf-8");
    }

    private static Task SendAsync(HttpContext context, bool isFrame)
    {
        var id = PathValue.Of((string?)context.Request.RouteValues["id"] ?? "");
        if (!id.EndsWith(HtmlSuffix, StringComparison.Ordinal))
        {
            return ApiProblem.Create(context, ProblemType.UnknownPath, context.Request.Method, context.Request.Path.ToString()).ExecuteAsync(context);
        }

        if (context.RequestServices.GetRequiredService<SiteHandler>().RequestOf(context) is not { } request)
        {
            return ApiProblem.Create(context, ProblemType.NoSnapshot).ExecuteAsync(context);
        }

        var assets = context.RequestServices.GetRequiredService<SiteAssets>();
        var tag = EntityTags.Of(request.Snapshot.Id, request.Api);
        CachedAnswer.AllowCaching(context.Response.Headers, tag);
        SiteSecurity.ProtectFrame(context.Response.Headers);
        if (EntityTags.Matches(context.Request, tag, exists: false))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        var entry = request.KnowledgeBase.Entries.Find(id[..^HtmlSuffix.Length]) is { } item ? request.Locale.Choose(item) : null;
        if (entry is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            context.Response.Headers.ETag = default;
        }

        var fragment = entry is null ? EmbedFragment.Missing(id[..^HtmlSuffix.Length], request) : EmbedFragment.Of(entry, request);
        context.Response.Headers.ContentLanguage = entry?.Locale.Value ?? request.Words.Language;
        var document = isFrame ? EmbedFrame.Of(entry?.Title.Text ?? request.Words["UnknownId"], fragment, request, assets) : fragment;
        return WriteAsync(context, Encoding.UTF8.GetBytes(document.ToString()), Utf8Html);
    }

    public static Task WriteAsync(HttpContext context, byte[] body, string contentType)
    {
        Cors.AllowReading(context.Response.Headers);
        context.Response.ContentType = contentType;
        context.Response.ContentLength = body.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.Body.WriteAsync(body, 0, body.Length, context.RequestAborted);
    }
}
