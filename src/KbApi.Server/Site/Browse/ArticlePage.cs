using KbApi.Content.Model;
using KbApi.Content.Rendering;
using KbApi.Server.Documents;
using KbApi.Server.Site.Errors;
using KbApi.Server.Site.Parts;
using KbApi.Server.Site.Rendering;

namespace KbApi.Server.Site.Browse;

/// <summary>An article: the problems that it describes, or the document itself.</summary>
internal sealed class ArticlePage(DocumentRenderer renderer, HtmlFragment html)
{
    private const string DocumentView = "document";

    public SitePage Make(SiteRequest request, string id)
    {
        if (request.KnowledgeBase.Articles.Find(id) is not { } item || request.Locale.Choose(item) is not { } article)
        {
            return ErrorPages.UnknownId(request, id);
        }

        // What no problem was found in is read as it is.
        var isDocument = request.Query("view") == DocumentView || article.Entries.IsEmpty;
        var path = "/articles/" + Address.Escape(article.Id);
        var words = request.Words;
        var body = Html.Of($"""
            <div class="page">
            <nav class="crumbs" aria-label="{words["Breadcrumb"]}"><ol><li><a href="{request.To("/browse")}">{words["Articles"]}</a></li></ol></nav>
            {ArticleParts.FallbackNote(article.Locale, request)}
            <h1{EntryParts.Language(article.Locale, request)}{EntryParts.Direction(article.Locale)}>{article.Title.Text}</h1>
            {Html.When(article.Description is not null, () => Html.Of($"""<p class="lead"{EntryParts.Language(article.Locale, request)}{EntryParts.Direction(article.Locale)}>{article.Description}</p>"""))}
            {Html.When(!article.Entries.IsEmpty, () => Html.Of($"""
                <nav class="tabs" aria-label="{words["Views"]}"><ul>
                <li><a href="{request.To(path)}"{HtmlAttribute.When(!isDocument, "aria-current", "page")}>{words.Count("Entries", article.Entries.Length)}</a></li>
                <li><a href="{request.To(path, [new("view", DocumentView)])}"{HtmlAttribute.When(isDocument, "aria-current", "page")}>{words["WholeDocument"]}</a></li>
                </ul></nav>
                """))}
            {(isDocument ? Document(article) : Entries(article, request))}
            <p class="source">{words.With("SourceFile", article.Text.Path)}</p>
            </div>
            """);
        return new SitePage(article.Title.Text, body) { Area = SiteArea.Browse, Description = article.Description };
    }

    private Html Document(Article article)
    {
        var fragment = html.Of(renderer.ToHtml(article.Text), article.Locale.Value);
        return Html.Of($"""<div class="document"{EntryParts.Direction(article.Locale)}>{Html.OfSanitized(fragment)}</div>""");
    }

    private static Html Entries(Article article, SiteRequest request) => Html.Of($"""
        {Html.Each(article.Entries.GroupBy(e => e.Section, StringComparer.Ordinal), g => Html.Of($"""
            <section class="group"><h2{EntryParts.Language(article.Locale, request)}{EntryParts.Direction(article.Locale)}>{EntryParts.SectionTitle(article, g.Key) ?? article.Title.Text}</h2>
            <ul class="hits">{Html.Each(g, e => EntryParts.Line(e, request))}</ul></section>
            """))}
        {Html.Each(article.Ladders, l => HelpParts.Ladder(l, request))}
        """);
}
