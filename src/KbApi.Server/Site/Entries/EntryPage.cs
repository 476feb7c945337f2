using KbApi.Content.Alignment;
using KbApi.Content.Model;
using KbApi.Server.Site.Errors;
using KbApi.Server.Site.Parts;
using KbApi.Server.Site.Rendering;

namespace KbApi.Server.Site.Entries;

/// <summary>One problem: what to do now, what it means, how to be sure that it is this one, and who can help.</summary>
internal static class EntryPage
{
    public static SitePage Make(SiteRequest request, string id)
    {
        if (request.KnowledgeBase.Entries.Find(id) is not { } item || request.Locale.Choose(item) is not { } entry)
        {
            return ErrorPages.UnknownId(request, id);
        }

        var article = request.KnowledgeBase.Articles.Find(entry.ArticleId)!.In(entry.Locale)!;
        var staleness = StalenessReader.Compare(item.In(request.KnowledgeBase.DefaultLocale), entry);
        var body = Html.Of($"""
            <div class="page entry">
            {Crumbs(entry, article, request)}
            <div class="with-aside">
            <article>
            <header>
            <div class="hit-meta">{EntryParts.Severity(entry, request.Words)}{EntryParts.Codes(entry, int.MaxValue)}</div>
            <h1{EntryParts.Language(entry.Locale, request)}{EntryParts.Direction(entry.Locale)}>{entry.Title.Text}</h1>
            </header>
            {ArticleParts.FallbackNote(entry.Locale, request)}
            {EntryNotes.Staleness(staleness, item, request)}
            {EntrySections.All(entry, request)}
            </article>
            {EntryFacts.Aside(entry, item, article, request)}
            </div>
            </div>
            """);
        return new SitePage(entry.Title.Text, body)
        {
            Area = SiteArea.Browse,
            Description = entry.Resolution?.Text ?? entry.Descriptions.FirstOrDefault()?.Text,
            Head = EntryHead.Of(entry, item, article, request),
        };
    }

    private static Html Crumbs(Entry entry, Article article, SiteRequest request)
    {
        var section = EntryParts.SectionTitle(article, entry.Section);
        return Html.Of($"""
            <nav class="crumbs" aria-label="{request.Words["Breadcrumb"]}"{EntryParts.Direction(article.Locale)}><ol>
            <li><a href="{request.To("/articles/" + Address.Escape(article.Id))}"{EntryParts.Language(article.Locale, request)}>{article.Title.Text}</a></li>
            {Html.When(section is not null && section != article.Title.Text, () => Html.Of(
                $"""<li><a href="{request.To("/entries", [new("article", article.Id), new("section", entry.Section)])}"{EntryParts.Language(article.Locale, request)}>{section}</a></li>"""))}
            </ol></nav>
            """);
    }
}
