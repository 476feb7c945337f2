using System.Text;
using KbApi.Cli.Watch.Content;
using KbApi.Cli.Watch.Pages;
using KbApi.Content.Model;
using KbApi.Server.Http;
using KbApi.Server.Site;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace KbApi.Cli.Watch.Preview;

/// <summary>The addresses of the preview.</summary>
internal static class PreviewEndpoints
{
    public static void MapPreview(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", (RequestDelegate)(c => SendAsync(c, ArticleListPage.Make(RequestOf(c)))));
        routes.MapGet("/articles/{**id}", (RequestDelegate)(c => SendAsync(c, ArticlePage(c, IdOf(c), LocaleOf(c.Request.Query["locale"]), notice: null))));
        routes.MapGet("/rules/{id}", (RequestDelegate)(c => SendAsync(c, RulePage.Make(RequestOf(c), IdOf(c)))));
        routes.MapGet("/events", (PreviewEvents events, HttpContext context) => TypedResults.ServerSentEvents(events.ReadAsync(context.RequestAborted)));
        routes.MapPost("/fix", (RequestDelegate)FixAsync);
        routes.MapFallback((RequestDelegate)(c => SendAsync(c, MissingPage.Make(RequestOf(c)))));
    }

    /// <summary>Mends a finding, then shows the article again.</summary>
    private static async Task FixAsync(HttpContext context)
    {
        var request = RequestOf(context);
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted) : FormCollection.Empty;
        if (!HostCheck.IsSameOrigin(context.Request) || !context.RequestServices.GetRequiredService<PreviewToken>().Is(form["token"]))
        {
            await SendAsync(context, MissingPage.Forbidden(request));
            return;
        }

        var (article, locale) = (form["article"].ToString(), LocaleOf(form["locale"]) ?? request.State.KnowledgeBase.DefaultLocale);
        var outcome = await ApplyAsync(request.Session, article, locale, form["finding"].ToString(), context.RequestAborted);
        if (outcome is FixOutcome.Done)
        {
            context.Response.Redirect(PreviewRequest.ToArticle(article, locale).ToString());
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            return;
        }

        var notice = outcome is { } known ? request.Words["Fix_" + known] : request.Words["Fix_Unwritable"];
        await SendAsync(context, ArticlePage(context, article, locale, notice));
    }

    /// <summary>What became of the wish; null where the file can't be written.</summary>
    private static async Task<FixOutcome?> ApplyAsync(WatchSession session, string article, LocaleTag locale, string key, CancellationToken cancellation)
    {
        try
        {
            return await session.FixAsync(article, locale, key, cancellation);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static PreviewPage ArticlePage(HttpContext context, string id, LocaleTag? locale, string? notice)
    {
        var request = RequestOf(context);
        return request.State.Find(id) is { } article
            ? ArticlePreviewPage.Make(request, article, locale, notice)
            : MissingPage.Make(request);
    }

    private static string IdOf(HttpContext context) => PathValue.Of((string?)context.Request.RouteValues["id"] ?? "");

    private static LocaleTag? LocaleOf(string? text) => LocaleTag.TryParse(text, out var locale) ? locale : null;

    private static PreviewRequest RequestOf(HttpContext context) => new(context);

    private static async Task SendAsync(HttpContext context, PreviewPage page)
    {
        var body = Encoding.UTF8.GetBytes(PreviewLayout.Write(page, RequestOf(context), context.RequestServices.GetRequiredService<SiteAssets>()));
        context.Response.StatusCode = page.Status;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }
}
