using KbApi.Content.Model;
using KbApi.Search;
using KbApi.Server.Site.Parts;
using KbApi.Server.Site.Rendering;

namespace KbApi.Server.Site.Search;

/// <summary>What hits are, and links that narrow them.</summary>
internal static class SearchFacets
{
    private const int MostValues = 8;

    private static readonly string[] Names = ["article", "section", "source", "severity", "scheme"];

    /// <summary>The filters that the address names.</summary>
    public static SearchFilter FilterOf(SiteRequest request) => new()
    {
        Article = request.Query("article"),
        Section = request.Query("section"),
        Source = request.Query("source"),
        Severity = request.Query("severity") is "error" or "warning" or "info" ? request.Query("severity") : null,
        Scheme = request.Query("scheme"),
    };

    /// <summary>The filters that the address names, to be kept in other addresses.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Chosen(SiteRequest request) =>
        Names.Select(n => new KeyValuePair<string, string?>(n, request.Query(n))).Where(p => p.Value is not null);

    public static Html List(SearchResult result, string query, SiteRequest request)
    {
        var facets = result.Facets.Where(f => request.Query(f.Name) is not null || f.Values.Length > 1).ToList();
        return Html.When(facets.Count > 0, () => Html.Of($"""
            <aside class="facets" aria-label="{request.Words["Narrow"]}">
            <details open><summary>{request.Words["Narrow"]}</summary>
            {Html.Each(facets, f => Facet(f, query, request))}
            </details>
            </aside>
            """));
    }

    private static Html Facet(SearchFacet facet, string query, SiteRequest request)
    {
        var chosen = request.Query(facet.Name);
        var rest = Chosen(request).Where(p => p.Key != facet.Name).ToList();
        return Html.Of($"""
            <h2>{request.Words["Facet_" + facet.Name]}</h2>
            <ul>
            {(chosen is not null
                ? Html.Of($"""<li class="chosen"><a href="{request.To("/search", [new("q", query), .. rest])}"><span>{NameOf(facet.Name, chosen, request)}</span><span aria-hidden="true">×</span><span class="visually-hidden">{request.Words["RemoveFilter"]}</span></a></li>""")
                : Html.Each(facet.Values.Take(MostValues), v => Html.Of($"""<li><a href="{request.To("/search", [new("q", query), .. rest, new(facet.Name, v.Value)])}"><span>{NameOf(facet.Name, v.Value, request)}</span><span class="number">{v.Count}</span></a></li>""")))}
            </ul>
            """);
    }

    private static string NameOf(string facet, string value, SiteRequest request) => facet switch
    {
        "severity" => Enum.TryParse<EntrySeverity>(value, ignoreCase: true, out var severity) ? request.Words["Severity_" + severity] : value,
        "article" => request.KnowledgeBase.Articles.Find(value) is { } article ? request.Locale.Choose(article)?.Title.Text ?? value : value,
        "section" => request.KnowledgeBase.Articles.Items.Select(request.Locale.Choose).OfType<Article>()
            .Select(a => EntryParts.SectionTitle(a, value)).FirstOrDefault(t => t is not null) ?? value,
        "scheme" => request.KnowledgeBase.Schemes[value]?.Title ?? value,
        _ => value,
    };
}
