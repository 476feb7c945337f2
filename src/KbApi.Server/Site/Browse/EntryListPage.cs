using KbApi.Content.Model;
using KbApi.Server.Entries;
using KbApi.Server.Site.Parts;
using KbApi.Server.Site.Rendering;

namespace KbApi.Server.Site.Browse;

/// <summary>The entries of a source or family, or all of them.</summary>
internal static class EntryListPage
{
    private const int PageSize = 30;

    public static SitePage Make(SiteRequest request)
    {
        var filter = new EntryFilter(
            request.Query("article"), request.Query("section"), null, request.Query("scheme"), request.Query("source"), request.Query("severity"));
        var entries = request.KnowledgeBase.Entries.Items.Select(request.Locale.Choose).OfType<Entry>().Where(filter.Passes).ToList();
        var last = Math.Max(1, (entries.Count + PageSize - 1) / PageSize);
        var page = request.PageNumber(last);
        var title = TitleOf(filter, request);
        var body = Html.Of($"""
            <div class="page">
            <nav class="crumbs" aria-label="{request.Words["Breadcrumb"]}"><ol><li><a href="{request.To("/browse", [new("by", filter.Source is not null ? "source" : filter.Scheme is not null ? "family" : "article")])}">{request.Words["Browse"]}</a></li></ol></nav>
            <h1>{title}</h1>
            <p class="count">{request.Words.Count("Entries", entries.Count)}</p>
            {(entries.Count == 0
                ? Html.Of($"""<p class="empty">{request.Words["NothingToBrowse"]}</p>""")
                : Html.Of($"""<ul class="hits">{Html.Each(entries.Skip((page - 1) * PageSize).Take(PageSize), e => EntryParts.Line(e, request))}</ul>"""))}
            {Pages(request, page, last)}
            </div>
            """);
        return new SitePage(title, body) { Area = SiteArea.Browse };
    }

    private static Html Pages(SiteRequest request, int page, int last) => PageLinks.Of(
        page,
        last,
        number => request.To(
            "/entries", [.. request.Context.Request.Query.Where(p => p.Key is not ("page" or "locale")).Select(p => new KeyValuePair<string, string?>(p.Key, p.Value)), new("page", number)]),
        request);

    private static string TitleOf(EntryFilter filter, SiteRequest request) =>
        filter.Source
        ?? (filter.Scheme is { } scheme ? request.KnowledgeBase.Schemes[scheme]?.Title ?? scheme : null)
        ?? (filter.Article is { } id && request.KnowledgeBase.Articles.Find(id) is { } item && request.Locale.Choose(item) is { } article
            ? EntryParts.SectionTitle(article, filter.Section) ?? article.Title.Text
            : null)
        ?? request.Words["AllEntries"];
}
