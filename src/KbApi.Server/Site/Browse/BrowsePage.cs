using System.Globalization;
using KbApi.Content.Model;
using KbApi.Server.Site.Parts;
using KbApi.Server.Site.Rendering;

namespace KbApi.Server.Site.Browse;

/// <summary>All that there is, by article, by the program that reports it, and by family of codes.</summary>
internal static class BrowsePage
{
    private static readonly string[] Ways = ["article", "source", "family"];

    public static SitePage Make(SiteRequest request)
    {
        var words = request.Words;
        var by = request.Query("by") is { } asked && Ways.Contains(asked, StringComparer.Ordinal) ? asked : Ways[0];
        var list = by switch
        {
            "source" => Sources(request),
            "family" => Families(request),
            _ => Articles(request),
        };
        var body = Html.Of($"""
            <div class="page">
            <h1>{words["Browse"]}</h1>
            <nav class="tabs" aria-label="{words["BrowseBy"]}"><ul>{Html.Each(Ways, w => Html.Of(
                $"""<li><a href="{request.To("/browse", [new("by", w)])}"{HtmlAttribute.When(w == by, "aria-current", "page")}>{words["By_" + w]}</a></li>"""))}</ul></nav>
            {list}
            </div>
            """);
        return new SitePage(words["Browse"], body) { Area = SiteArea.Browse, Description = words["WayBrowseText"] };
    }

    private static Html Articles(SiteRequest request)
    {
        var articles = request.KnowledgeBase.Articles.Items.Select(request.Locale.Choose).OfType<Article>().OrderBy(a => a.Title.Text, Collation(request)).ToList();
        return articles.Count == 0 ? Empty(request) : Html.Of($"""<h2 class="visually-hidden">{request.Words["By_article"]}</h2><ul class="cards">{Html.Each(articles, a => ArticleParts.Card(a, request))}</ul>""");
    }

    private static Html Sources(SiteRequest request)
    {
        var sources = EntriesOf(request)
            .SelectMany(e => e.Codes.Select(c => c.Code.Source).Append(e.Source).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Select(s => (Source: s, Entry: e)))
            .GroupBy(p => p.Source, StringComparer.OrdinalIgnoreCase)
            .OrderBy(g => g.Key, Collation(request))
            .ToList();
        return sources.Count == 0 ? Empty(request) : Html.Of($"""
            <h2 class="visually-hidden">{request.Words["By_source"]}</h2>
            <ul class="cards">{Html.Each(sources, g => Card(g.Key, request.To("/entries", [new("source", g.Key)]), g.Count(), null, request))}</ul>
            """);
    }

    private static Html Families(SiteRequest request)
    {
        var codes = EntriesOf(request).SelectMany(e => e.Codes).Where(c => c.Role == CodeRole.Identifying).Select(c => c.Code).Distinct().ToList();
        var families = codes.GroupBy(c => c.Scheme, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal);
        return codes.Count == 0 ? Empty(request) : Html.Of($"""
            <h2 class="visually-hidden">{request.Words["By_family"]}</h2>
            <ul class="cards">{Html.Each(families, g => Card(
                request.KnowledgeBase.Schemes[g.Key]?.Title ?? g.Key, request.To("/entries", [new("scheme", g.Key)]), g.Count(), [.. g.Take(3).Select(c => c.Value)], request))}</ul>
            """);
    }

    private static Html Card(string title, Address address, int count, IReadOnlyList<string>? codes, SiteRequest request) => Html.Of($"""
        <li class="card"><h3><a href="{address}">{title}</a></h3>
        {Html.When(codes is not null, () => Html.Of($"""<ul class="codes">{Html.Each(codes!, c => Html.Of($"<li><code>{c}</code></li>"))}</ul>"""))}
        <p class="quiet">{request.Words.Count(codes is null ? "Entries" : "CodesCount", count)}</p></li>
        """);

    private static Html Empty(SiteRequest request) => Html.Of($"""<p class="empty">{request.Words["NothingToBrowse"]}</p>""");

    private static IEnumerable<Entry> EntriesOf(SiteRequest request) => request.KnowledgeBase.Entries.Items.Select(request.Locale.Choose).OfType<Entry>();

    private static StringComparer Collation(SiteRequest request) => StringComparer.Create(request.Words.Culture, CompareOptions.IgnoreCase);
}
