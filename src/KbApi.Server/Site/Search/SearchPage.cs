using KbApi.Content.Model;
using KbApi.Reports.Gaps;
using KbApi.Search;
using KbApi.Server.Http;
using KbApi.Server.Insights;
using KbApi.Server.Search;
using KbApi.Server.Site.Parts;
using KbApi.Server.Site.Rendering;

namespace KbApi.Server.Site.Search;

/// <summary>What a query finds, and ways to narrow it.</summary>
internal sealed class SearchPage(SearchIndexes indexes, GapRecorder gaps)
{
    private const int PageSize = 15;
    private const int MostPages = 60;
    private const int MaxQueryLength = 600;

    public async ValueTask<SitePage> MakeAsync(SiteRequest request)
    {
        var query = request.Query("q")?.Trim();
        query = query is null ? null : Beginning.Of(query, MaxQueryLength);
        var results = query is null ? Tips(request) : await ResultsAsync(request, query);
        var title = query is null ? request.Words["Search"] : request.Words.With("SearchTitle", query);
        var body = Html.Of($"""
            <div class="page search-page">
            <h1 class="visually-hidden">{title}</h1>
            {Forms.Search(request, query, isLive: true, isFirst: query is null)}
            <div id="results">{results}</div>
            </div>
            """);
        return new SitePage(title, body) { Area = SiteArea.Search, HasOwnSearch = true, Description = request.Words["HomeLead"], Head = Html.Of($"""<meta name="robots" content="noindex">""") };
    }

    private async Task<Html> ResultsAsync(SiteRequest request, string query)
    {
        var index = await indexes.Prepare(request.KnowledgeBase).WaitAsync(request.Cancellation);
        var filter = SearchFacets.FilterOf(request);
        var page = request.PageNumber(MostPages);
        var result = index.Search(new SearchRequest
        {
            Query = query,
            Locale = request.Locale.Requested,
            Limit = PageSize,
            Skip = (page - 1) * PageSize,
            Filter = filter,
            HasFacets = true,
        });
        if (result.Hits.IsEmpty)
        {
            if (page == 1 && filter == SearchFilter.None)
            {
                gaps.Record(GapKind.UnansweredSearch, query, request.Api);
            }

            return Nothing(request, query, result.DidYouMean, filter != SearchFilter.None);
        }

        var owners = request.KnowledgeBase.Codes.FindIn(query).Where(m => m.IsCertain)
            .SelectMany(m => m.Owners.Where(o => o.Role == CodeRole.Identifying)).Select(o => o.EntryId).ToHashSet(StringComparer.Ordinal);
        return Html.Of($"""
            <div class="with-aside">
            <div>
            <p class="count" role="status">{request.Words.Count("Hits", result.Total)}</p>
            {DidYouMean(request, result.DidYouMean)}
            <ol class="hits" start="{((page - 1) * PageSize) + 1}">{Html.Each(result.Hits, h => EntryParts.Hit(h, request, page == 1 && owners.Contains(h.Id)))}</ol>
            {Pages(request, query, page, result.Total)}
            </div>
            {SearchFacets.List(result, query, request)}
            </div>
            """);
    }

    private static Html DidYouMean(SiteRequest request, string? better) => Html.When(better is not null, () => Html.Of($"""
        <p class="did-you-mean">{request.Words["DidYouMean"]} <a href="{request.To("/search", [new("q", better)])}">{better}</a>?</p>
        """));

    private static Html Pages(SiteRequest request, string query, int page, int total) => PageLinks.Of(
        page,
        Math.Min(MostPages, (total + PageSize - 1) / PageSize),
        number => request.To("/search", [new("q", query), .. SearchFacets.Chosen(request), new("page", number)]),
        request);

    private static Html Nothing(SiteRequest request, string query, string? better, bool isFiltered)
    {
        var lookup = request.KnowledgeBase.Codes.Find(query);
        return Html.Of($"""
            <div class="empty">
            <p class="count" role="status">{request.Words.With("NoHits", query)}</p>
            {DidYouMean(request, better)}
            {Html.When(isFiltered, () => Html.Of($"""<p><a href="{request.To("/search", [new("q", query)])}">{request.Words["WithoutFilters"]}</a></p>"""))}
            {NearCodes.Family(lookup, request)}
            {NearCodes.List(lookup.Nearest, request)}
            {Tips(request)}
            </div>
            """);
    }

    private static Html Tips(SiteRequest request) => Html.Of($"""
        <section class="tips"><h2>{request.Words["SearchTips"]}</h2>
        <ul>
        <li>{request.Words["TipCode"]}</li>
        <li>{request.Words["TipWords"]}</li>
        <li><a href="{request.To("/paste")}">{request.Words["TipPaste"]}</a></li>
        <li><a href="{request.To("/browse")}">{request.Words["TipBrowse"]}</a></li>
        </ul></section>
        """);
}
