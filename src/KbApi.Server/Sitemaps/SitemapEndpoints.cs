using System.Collections.Immutable;
using System.Text;
using KbApi.Server.Access;
using KbApi.Server.Hosting;
using KbApi.Server.Http;
using KbApi.Server.Problems;
using KbApi.Server.Site.Rendering;
using Microsoft.Extensions.Options;

namespace KbApi.Server.Sitemaps;

/// <summary>What crawlers ask a site first: what they may read, and where everything is.</summary>
internal static class SitemapEndpoints
{
    private static readonly ImmutableArray<string> Xml = [Representations.Xml, Representations.TextXml];
    private static readonly ImmutableArray<string> Text = [Representations.PlainText];

    public static void MapSitemap(this IEndpointRouteBuilder routes)
    {
        routes.MapReading("/" + Robots.FileName, GetRobots, Text).ExcludeFromDescription().AllowAnonymous();
        routes.MapReading("/" + Sitemap.FileName, GetSitemap, Xml).ExcludeFromDescription();
        routes.MapReading("/sitemap-{part:int}.xml", GetPart, Xml).ExcludeFromDescription();
    }

    internal static IResult GetRobots(ApiRequest request, IOptions<ServerOptions> options) => Answer(
        request, Encoding.UTF8.GetBytes(options.Value.Reads == AccessMode.Closed ? Robots.Closed : Robots.Open($"{RootOf(request)}/{Sitemap.FileName}")));

    internal static IResult GetSitemap(ApiRequest request)
    {
        var parts = PartsOf(request);
        return Answer(request, parts.Count == 1 ? Sitemap.Write(parts[0]) : Sitemap.WriteIndex(parts.Select((_, i) => $"{RootOf(request)}/{Sitemap.NameOf(i + 1)}")));
    }

    internal static IResult GetPart(int part, ApiRequest request)
    {
        var parts = PartsOf(request);
        return parts.Count > 1 && part >= 1 && part <= parts.Count
            ? Answer(request, Sitemap.Write(parts[part - 1]))
            : ApiProblem.Create(request.Context, ProblemType.UnknownPath, request.Context.Request.Method, request.Context.Request.Path.ToString());
    }

    private static IReadOnlyList<IReadOnlyList<SitemapPage>> PartsOf(ApiRequest request)
    {
        var root = RootOf(request);
        return Sitemap.Parts(SitePages.Of(request.KnowledgeBase, new SitemapLinks(
            locale => [$"{root}/?locale={locale.Value}", $"{root}/browse?locale={locale.Value}"],
            (locale, id) => $"{root}/articles/{Address.Escape(id)}?locale={locale.Value}",
            (locale, id) => $"{root}/entries/{Address.Escape(id)}?locale={locale.Value}")));
    }

    private static string RootOf(ApiRequest request)
    {
        var http = request.Context.Request;
        return $"{http.Scheme}://{http.Host}{http.PathBase}";
    }

    /// <summary>Half of such a file is none, so that a budget that it does not fit into is too small.</summary>
    private static IResult Answer(ApiRequest request, byte[] body) => request.MaxBytes is { } max && body.Length > max
        ? Answers.TooSmall(request)
        : Answers.Body(body, request.MediaType, isTruncated: false);
}
