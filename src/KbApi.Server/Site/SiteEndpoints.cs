using KbApi.Server.Http;
using KbApi.Server.Site.Browse;
using KbApi.Server.Site.Entries;
using KbApi.Server.Site.Health;
using KbApi.Server.Site.Home;
using KbApi.Server.Site.Logs;
using KbApi.Server.Site.Paste;
using KbApi.Server.Site.Search;

namespace KbApi.Server.Site;

/// <summary>The site for people. Its pages are made when they are asked for; nothing of it is done when the server starts.</summary>
internal static class SiteEndpoints
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];
    private static readonly string[] Posting = [HttpMethods.Post];

    public static void MapSite(this IEndpointRouteBuilder routes)
    {
        routes.MapPage("/", (request, _) => ValueTask.FromResult(HomePage.Make(request)));
        routes.MapPage("/search", (request, services) => services.GetRequiredService<SearchPage>().MakeAsync(request));
        routes.MapPage("/browse", (request, _) => ValueTask.FromResult(BrowsePage.Make(request)));
        routes.MapPage("/entries", (request, _) => ValueTask.FromResult(EntryListPage.Make(request)));
        routes.MapPage("/entries/{**id}", (request, _) => ValueTask.FromResult(EntryPage.Make(request, IdOf(request))));
        routes.MapPage("/codes/{**id}", (request, _) => ValueTask.FromResult(CodePage.Make(request, IdOf(request))));
        routes.MapPage("/articles/{**id}", (request, services) => ValueTask.FromResult(services.GetRequiredService<ArticlePage>().Make(request, IdOf(request))));
        routes.MapPage("/paste", (request, _) => ValueTask.FromResult(PastePage.Make(request)));
        routes.MapPage("/paste/log", (request, _) => ValueTask.FromResult(new SitePage("", default) { RedirectTo = request.To("/paste") }));
        routes.MapOnce("/paste", Posting, (request, _) => PastePage.AnswerAsync(request));
        routes.MapOnce("/paste/log", Posting, (request, _) => LogPage.AnswerAsync(request)).WithRequestTimeout(Timeouts.Stream);
        routes.MapOnce("/health", Reading, (request, services) => services.GetRequiredService<HealthPage>().MakeAsync(request));
        routes.MapAssets();
    }

    private static string IdOf(SiteRequest request) => PathValue.Of((string?)request.Context.Request.RouteValues["id"] ?? "");

    private static void MapPage(this IEndpointRouteBuilder routes, string pattern, Func<SiteRequest, IServiceProvider, ValueTask<SitePage>> make) =>
        routes.MapMethods(
            pattern, Reading, (RequestDelegate)(c => c.RequestServices.GetRequiredService<SiteHandler>().AnswerAsync(c, request => make(request, c.RequestServices)))).ExcludeFromDescription();

    private static IEndpointConventionBuilder MapOnce(this IEndpointRouteBuilder routes, string pattern, string[] methods, Func<SiteRequest, IServiceProvider, ValueTask<SitePage>> make) =>
        routes.MapMethods(
            pattern, methods, (RequestDelegate)(c => c.RequestServices.GetRequiredService<SiteHandler>().AnswerOnceAsync(c, request => make(request, c.RequestServices)))).ExcludeFromDescription();

    public static void AddSite(this IServiceCollection services)
    {
        services.AddSingleton<SiteAssets>();
        services.AddSingleton<SiteHandler>();
        services.AddSingleton<SearchPage>();
        services.AddSingleton<ArticlePage>();
        services.AddSingleton<GapChart>();
        services.AddSingleton<HealthPage>();
    }
}
