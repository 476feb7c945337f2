using KbApi.Content.Model;
using KbApi.Server.Site.Parts;
using KbApi.Server.Site.Rendering;

namespace KbApi.Server.Site.Home;

/// <summary>Where people begin: a field to search with, and the other ways to an answer.</summary>
internal static class HomePage
{
    private const int MostExamples = 4;
    private const int MostArticles = 6;

    public static SitePage Make(SiteRequest request)
    {
        var words = request.Words;
        var body = Html.Of($"""
            <section class="hero">
            <h1>{words["HomeTitle"]}</h1>
            <p class="lead">{words["HomeLead"]}</p>
            {Forms.Search(request, null, isLive: false, isFirst: true)}
            {Examples(request)}
            </section>
            <div class="page">
            <ul class="ways-in">
            {Way(request, "/paste", Icons.Paste, "WayPaste")}
            {Way(request, "/paste", Icons.Log, "WayLog", "log")}
            {Way(request, "/browse", Icons.Document, "WayBrowse")}
            </ul>
            {Articles(request)}
            </div>
            """);
        return new SitePage(words["SiteName"], body) { Area = SiteArea.Search, HasOwnSearch = true, Description = words["HomeLead"] };
    }

    private static Html Way(SiteRequest request, string path, Html icon, string name, string? anchor = null)
    {
        var address = request.To(path);
        return Html.Of($"""
            <li><a href="{(anchor is null ? address : address.At(anchor))}">{icon}<strong>{request.Words[name]}</strong><span>{request.Words[name + "Text"]}</span></a></li>
            """);
    }

    /// <summary>A code of each family, as the content has them.</summary>
    private static Html Examples(SiteRequest request)
    {
        var codes = Largest(request)
            .SelectMany(a => a.Entries)
            .SelectMany(e => e.Codes.Where(c => c.Role == CodeRole.Identifying && c.Code.Value.Length is > 3 and < 24))
            .DistinctBy(c => c.Code.Scheme)
            .Take(MostExamples)
            .ToList();
        return Html.When(codes.Count > 0, () => Html.Of($"""
            <p class="examples">{request.Words["ForExample"]} {Html.Each(codes, c => Html.Of($"""<a href="{request.To("/search", [new("q", c.Code.Value)])}"><code>{c.Code.Value}</code></a> """))}</p>
            """));
    }

    private static IOrderedEnumerable<Article> Largest(SiteRequest request) => request.KnowledgeBase.Articles.Items
        .Select(request.Locale.Choose).OfType<Article>()
        .OrderByDescending(a => a.Entries.Length).ThenBy(a => a.Id, StringComparer.Ordinal);

    private static Html Articles(SiteRequest request)
    {
        var articles = Largest(request).Take(MostArticles).ToList();
        return Html.When(articles.Count > 0, () => Html.Of($"""
            <section aria-labelledby="articles"><h2 id="articles">{request.Words["Articles"]}</h2>
            <ul class="cards">{Html.Each(articles, a => ArticleParts.Card(a, request))}</ul>
            </section>
            """));
    }
}
