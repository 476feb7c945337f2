using KbApi.Cli.Watch.Content;
using KbApi.Cli.Watch.Preview;
using KbApi.Content.Model;
using KbApi.Content.Rendering;
using KbApi.Server.Documents;
using KbApi.Server.Site;
using KbApi.Server.Site.Rendering;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace KbApi.Cli.Watch.Pages;

/// <summary>What a page needs to know of the request for it.</summary>
internal sealed class PreviewRequest(HttpContext context)
{
    public WatchSession Session { get; } = context.RequestServices.GetRequiredService<WatchSession>();

    /// <summary>The content, the same for all of the page.</summary>
    public WatchState State { get; } = context.RequestServices.GetRequiredService<WatchSession>().State;

    public string Token { get; } = context.RequestServices.GetRequiredService<PreviewToken>().Value;

    /// <summary>The words of pages, in the language of the browser.</summary>
    public WatchWords Words { get; } = WatchWords.For(SiteLanguage.OfBrowser(context));

    public DocumentRenderer Renderer => context.RequestServices.GetRequiredService<DocumentRenderer>();

    public HtmlFragment Html => context.RequestServices.GetRequiredService<HtmlFragment>();

    /// <summary>The page that is being shown.</summary>
    public Address Here => Address.OfSite(Address.Escape(context.Request.Path.Value ?? "/"), [new("locale", context.Request.Query["locale"])]);

    public static Address ToArticle(string id, LocaleTag locale) => Address.OfSite("/articles/" + Address.Escape(id), [new("locale", locale.Value)]);

    public static Address ToRule(string id) => Address.OfSite("/rules/" + Address.Escape(id));
}
