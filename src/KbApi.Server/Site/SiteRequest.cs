using System.Globalization;
using KbApi.Content.Model;
using KbApi.Server.Http;
using KbApi.Server.Site.Rendering;
using KbApi.Server.Snapshots;

namespace KbApi.Server.Site;

/// <summary>What a page needs to know of the request for it.</summary>
/// <param name="api">The same request as the API sees it: pages show what the API answers.</param>
/// <param name="chosen">The locale that the address names, or null where that is left to the browser's settings.</param>
internal sealed class SiteRequest(ApiRequest api, LocaleTag? chosen)
{
    public ApiRequest Api { get; } = api;

    /// <summary>The locale that the address names, or null where that is left to the browser's settings.</summary>
    public LocaleTag? Chosen { get; } = chosen;

    public HttpContext Context => Api.Context;

    public Snapshot Snapshot => Api.Snapshot;

    public KnowledgeBase KnowledgeBase => Api.KnowledgeBase;

    public RequestLocale Locale => Api.Locale;

    /// <summary>The site's own words.</summary>
    public SiteWords Words { get; } = SiteWords.For(api.Locale.Requested.Language);

    public CancellationToken Cancellation => Context.RequestAborted;

    /// <summary>Scheme, host and base path of this server.</summary>
    public string Origin => $"{Context.Request.Scheme}://{Context.Request.Host}{Context.Request.PathBase}";

    /// <summary>A parameter of the query, or null where it is not there or blank.</summary>
    public string? Query(string name) => Context.Request.Query[name].ToString() is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;

    /// <summary>Which page of a long list is asked for, from 1.</summary>
    public int PageNumber(int last) =>
        Math.Clamp(int.TryParse(Query("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 1, 1, last);

    /// <summary>A page of the site. A locale that was chosen stays chosen.</summary>
    /// <param name="path">Its path from the root; ids in it are escaped.</param>
    /// <param name="query">Its query.</param>
    public Address To(string path, params IEnumerable<KeyValuePair<string, string?>> query) =>
        Address.OfSite(Context.Request.PathBase + path, [.. query, new("locale", Chosen?.Value)]);

    /// <summary>The page of an entry.</summary>
    public Address ToEntry(string id) => To("/entries/" + Address.Escape(id));

    /// <summary>The page that is being shown, in another locale.</summary>
    public Address InLocale(string locale)
    {
        var query = Context.Request.Query.Where(p => p.Key != "locale").Select(p => new KeyValuePair<string, string?>(p.Key, p.Value));
        return Address.OfSite(Context.Request.PathBase + EscapedPath, [.. query, new("locale", locale)]);
    }

    private string EscapedPath => HttpMethods.IsPost(Context.Request.Method) ? "/paste" : Address.Escape(Context.Request.Path.Value ?? "/");
}
