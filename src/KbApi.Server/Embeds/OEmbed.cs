using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using KbApi.Content.Model;
using KbApi.Server.Problems;
using KbApi.Server.Site;
using KbApi.Server.Site.Rendering;

namespace KbApi.Server.Embeds;

/// <summary>What an editor needs to turn the address of an entry into the entry (oembed.com, version 1.0).</summary>
internal static class OEmbed
{
    private const int Width = 640;
    private const int Height = 320;
    private const int Smallest = 200;
    private const int CacheSeconds = 3600;
    private const string Entries = "/entries/";
    private const string Codes = "/codes/";

    public static Task SendAsync(HttpContext context)
    {
        if (context.RequestServices.GetRequiredService<SiteHandler>().RequestOf(context) is not { } request)
        {
            return ApiProblem.Create(context, ProblemType.NoSnapshot).ExecuteAsync(context);
        }

        if (request.Query("format") is { } format && format != "json")
        {
            return Refuse(context, "format", "OneOf", format, "json");
        }

        if (request.Query("url") is not { } url || !Uri.TryCreate(url, UriKind.Absolute, out var page) || page.Authority != context.Request.Host.Value)
        {
            return Refuse(context, "url", "PageOfThisServer", request.Query("url") ?? "");
        }

        if (EntryAt(page, request) is not { } entry)
        {
            return ApiProblem.Create(context, ProblemType.UnknownId, page.AbsolutePath).ExecuteAsync(context);
        }

        var answer = Answer(entry, page, request);
        context.Response.Headers.CacheControl = $"public, max-age={CacheSeconds}";
        context.Response.Headers.Vary = "Accept-Language";
        return EmbedEndpoints.WriteAsync(context, JsonSerializer.SerializeToUtf8Bytes(answer, JsonSerializerOptions.Web), "application/json; charset=utf-8");
    }

    private static JsonObject Answer(Entry entry, Uri page, SiteRequest request)
    {
        var width = Bounded(request.Query("maxwidth"), Width);
        var height = Bounded(request.Query("maxheight"), Height);
        var locale = LocaleOf(page) ?? request.Locale.Requested.Value;
        var frame = Address.OfSite(request.Context.Request.PathBase + "/embed/v1/frames/" + Address.Escape(entry.Id) + ".html", [new("locale", locale)]).On(EmbedFragment.RootOf(request));
        var html = Html.Of($"""<iframe src="{frame}" width="{width}" height="{height}" title="{entry.Title.Text}" loading="lazy" referrerpolicy="no-referrer" sandbox="allow-scripts allow-popups allow-top-navigation-by-user-activation" frameborder="0"></iframe>""");
        return new JsonObject
        {
            ["version"] = "1.0",
            ["type"] = "rich",
            ["title"] = entry.Title.Text,
            ["provider_name"] = request.Words["SiteName"],
            ["provider_url"] = request.Origin + "/",
            ["cache_age"] = CacheSeconds,
            ["width"] = width,
            ["height"] = height,
            ["html"] = html.ToString(),
        };
    }

    /// <summary>The entry whose page an address is, in the locale that the address names.</summary>
    private static Entry? EntryAt(Uri page, SiteRequest request)
    {
        var path = Uri.UnescapeDataString(page.AbsolutePath);
        var root = request.Context.Request.PathBase.Value ?? "";
        if (!path.StartsWith(root, StringComparison.Ordinal))
        {
            return null;
        }

        path = path[root.Length..];
        var id = path.StartsWith(Entries, StringComparison.Ordinal) ? path[Entries.Length..]
            : path.StartsWith(Codes, StringComparison.Ordinal) && path[Codes.Length..].Trim() is { Length: > 0 } code && request.KnowledgeBase.Codes.Find(code).Owners is [var owner] ? owner.EntryId
            : null;
        if (id is null || request.KnowledgeBase.Entries.Find(id) is not { } item)
        {
            return null;
        }

        var chain = LocaleTag.TryParse(LocaleOf(page), out var named) ? request.KnowledgeBase.ChainFor(named) : request.Locale.Chain;
        return item.InFirstOf(chain);
    }

    private static string? LocaleOf(Uri page) =>
        Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(page.Query).TryGetValue("locale", out var locale) && LocaleTag.TryParse(locale, out var tag) ? tag.Value : null;

    private static int Bounded(string? most, int usual) =>
        int.TryParse(most, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, Smallest, usual) : usual;

    private static Task Refuse(HttpContext context, string parameter, string expected, params object[] values) =>
        ApiProblem.InvalidParameter(context, parameter, expected, values).ExecuteAsync(context);
}
