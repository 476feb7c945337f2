using System.IO.Compression;
using System.Text;
using KbApi.Server.Budget;
using KbApi.Server.Documents;
using KbApi.Server.Http;
using KbApi.Server.Site.Errors;
using KbApi.Server.Snapshots;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace KbApi.Server.Site;

/// <summary>Answers with pages: takes the snapshot, finds the reader's language, and sends what a page makes of them, with what keeps it safe.</summary>
internal sealed class SiteHandler(SnapshotStore store, IOptions<JsonOptions> json, HtmlFragment html, SiteAssets assets)
{
    private readonly Layout _layout = new(assets);

    /// <summary>Answers with a page that follows from the snapshot and the address alone, so that browsers may keep it.</summary>
    public async Task AnswerAsync(HttpContext context, Func<SiteRequest, ValueTask<SitePage>> make)
    {
        if (RequestOf(context) is not { } request)
        {
            await SendAsync(context, ErrorPages.Starting(SiteWords.For(SiteLanguage.Of(context))), null);
            return;
        }

        // Weak, since a page is sent in several codings.
        var tag = EntityTags.Of(request.Snapshot.Id, request.Api);
        var weak = "W/" + tag;
        context.Response.Headers.Vary = "Accept-Language, Accept-Encoding";
        context.Response.Headers.CacheControl = "no-cache";
        if (EntityTags.Matches(context.Request, tag, exists: false))
        {
            // A browser puts the headers of this answer in the place of those that it has kept.
            SiteSecurity.Protect(context.Response.Headers);
            context.Response.Headers.ETag = weak;
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        var page = await make(request);
        if (page.Status == StatusCodes.Status200OK)
        {
            context.Response.Headers.ETag = weak;
        }

        await SendAsync(context, page, request);
    }

    /// <summary>Answers with a page that depends on more: on what was sent, or on the moment.</summary>
    public async Task AnswerOnceAsync(HttpContext context, Func<SiteRequest, ValueTask<SitePage>> make)
    {
        context.Response.Headers.CacheControl = "no-store";
        var request = RequestOf(context);
        await SendAsync(context, request is null ? ErrorPages.Starting(SiteWords.For(SiteLanguage.Of(context))) : await make(request), request);
    }

    /// <summary>Answers with a page about something that went wrong.</summary>
    public Task AnswerErrorAsync(HttpContext context, Func<SiteWords, SiteRequest?, SitePage> make)
    {
        context.Response.Headers.CacheControl = "no-store";
        var request = RequestOf(context);
        return SendAsync(context, make(request?.Words ?? SiteWords.For(SiteLanguage.Of(context)), request), request);
    }

    /// <summary>The request as pages see it, or null where there is no content yet.</summary>
    public SiteRequest? RequestOf(HttpContext context)
    {
        if (store.Current is not { } snapshot)
        {
            return null;
        }

        // A page has no use for complaints about its address: what can't be used there is passed over.
        var chosen = CommonQuery.Of(context.Request.Query).Locale;
        var api = new ApiRequest(context, snapshot, RequestLocale.Of(chosen, context.Request.Headers.AcceptLanguage, Fallback.Entry, snapshot.KnowledgeBase))
        {
            MediaType = Representations.Html,
            Detail = Detail.Full,
            MaxTokens = null,
            Limit = Paging.DefaultLimit,
            Json = json.Value.SerializerOptions,
            Html = html,
        };
        return new SiteRequest(api, chosen);
    }

    private async Task SendAsync(HttpContext context, SitePage page, SiteRequest? request)
    {
        var response = context.Response;
        SiteSecurity.Protect(response.Headers);
        if (page.RedirectTo is { } elsewhere)
        {
            response.Redirect(elsewhere.ToString());
            return;
        }

        var words = request?.Words ?? SiteWords.For(SiteLanguage.Of(context));
        var body = Encoding.UTF8.GetBytes(_layout.Write(page, request, words, context));
        response.StatusCode = page.Status;
        response.Headers.ContentLanguage = words.Language;
        response.ContentType = Representations.Html + "; charset=utf-8";
        if (ContentCoding.Choose(context.Request) is { } coding)
        {
            response.Headers.ContentEncoding = coding;
            body = ContentCoding.Encode(body, coding, CompressionLevel.Fastest);
        }

        response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await response.Body.WriteAsync(body, context.RequestAborted);
        }
    }
}
