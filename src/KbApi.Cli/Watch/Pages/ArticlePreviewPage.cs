using KbApi.Cli.Drift;
using KbApi.Cli.Watch.Content;
using KbApi.Content.Model;
using KbApi.Server.Site;
using KbApi.Server.Site.Parts;
using KbApi.Server.Site.Rendering;
using Microsoft.AspNetCore.Http;

namespace KbApi.Cli.Watch.Pages;

/// <summary>An article as it is rendered, with what is to be said of it beside its lines, and its drift.</summary>
internal static class ArticlePreviewPage
{
    public static PreviewPage Make(PreviewRequest request, WatchedArticle article, LocaleTag? locale, string? notice)
    {
        var words = request.Words;
        var document = article.Documents.FirstOrDefault(d => d.Locale == locale) ?? article.Documents[0];
        var title = document.Article?.Title.Text ?? article.Title;
        var shown = document.Article;
        var (text, above) = Body(request, article, document);
        return new PreviewPage(title, Html.Of($"""
            <div class="page preview">
            <nav class="crumbs" aria-label="{words["Breadcrumb"]}"><ol><li><a href="{Address.OfSite("/")}">{words["AllArticles"]}</a></li></ol></nav>
            <h1{HtmlAttribute.Language(document.Locale.Value, words.Language)}{EntryParts.Direction(document.Locale)}>{title}</h1>
            <p class="source path">{new ShownPaths(request.State.KnowledgeBase).Of(document.Path)}</p>
            {Locales(request, article, document)}
            {Html.When(notice is not null, () => Html.Of($"""<p class="note stale" role="alert">{Icons.Note}<span>{notice}</span></p>"""))}
            {Html.When(document.GoodAt is not null, () => Html.Of($"""<p class="note stale">{Icons.Note}<span>{words.With("LastGood", document.GoodAt!.Value.ToString("HH:mm:ss", words.Culture))}</span></p>"""))}
            <div class="with-aside">
            <aside class="overview" aria-label="{words["Overview"]}">
            {Findings(document, words)}
            {Drift(article, words, request)}
            </aside>
            <div class="preview-text">
            {above}
            {(shown is null ? Html.Of($"""<p class="empty">{words["NeverRead"]}</p>""") : Html.Of($"""<div class="document"{EntryParts.Direction(document.Locale)}>{text}</div>"""))}
            </div>
            </div>
            </div>
            """)) { Article = article.Id, Status = notice is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict };
    }

    private static (Html Text, Html Above) Body(PreviewRequest request, WatchedArticle article, WatchedDocument document)
    {
        // What is wrong with a file that can't be read lies in a text that is not shown.
        var findings = document.Findings.Select((f, i) =>
            new LineNote(document.Text is null ? 0 : f.Diagnostic.Location.Start.Line + 1, FindingParts.Note(f, i + 1, article, document, request)));
        if (document.Article is not { } shown)
        {
            return (Html.None, Html.Join(findings.Select(f => f.Markup)));
        }

        var drift = article.Drift.Where(d => d.Locale == document.Locale && document.Text is not null).SelectMany(d => DriftLine.Of(request.Words.Culture, d, all: false))
            .Where(l => l.Here is not null).Select(l => new LineNote(l.Here!.Start.Line + 1, DriftParts.Note(l, request.Words)));
        return AnnotatedDocument.Make(shown, findings.Concat(drift), request.Renderer, request.Html);
    }

    private static Html Locales(PreviewRequest request, WatchedArticle article, WatchedDocument shown) => Html.Of($"""
        <nav class="tabs" aria-label="{request.Words["Languages"]}"><ul>
        {Html.Each(article.Documents, d => Html.Of($"""
            <li><a href="{PreviewRequest.ToArticle(article.Id, d.Locale)}" hreflang="{d.Locale.Value}"{HtmlAttribute.When(d.Locale == shown.Locale, "aria-current", "page")}><span lang="{d.Locale.Value}">{Layout.NameOf(d.Locale.Value)}</span> <span class="quiet">{d.Locale.Value}</span> {FindingParts.Counts(d.Findings.Select(f => f.Diagnostic), request.Words)}</a></li>
            """))}
        </ul></nav>
        """);

    private static Html Findings(WatchedDocument document, WatchWords words) => Html.Of($"""
        <section><h2>{words["Findings"]}</h2>
        {(document.Findings.IsEmpty
            ? Html.Of($"""<p class="empty good">{Icons.Check}<span>{words["NoFindings"]}</span></p>""")
            : Html.Of($"""
                <ol class="rows">{Html.Each(document.Findings.Select((f, i) => (Finding: f.Diagnostic, Number: i + 1)), f => Html.Of(
                    $"""<li><a href="{Address.OfAnchor(FindingParts.IdOf(f.Number))}"><span class="severity {FindingParts.ClassOf(f.Finding.Severity)}">{FindingParts.PlaceOf(f.Finding, words)}</span> <code>{f.Finding.Id}</code> {f.Finding.Descriptor.Title.In(words.Culture)}</a></li>"""))}</ol>
                """))}
        </section>
        """);

    private static Html Drift(WatchedArticle article, WatchWords words, PreviewRequest request) => Html.When(!article.Drift.IsEmpty, () => Html.Of($"""
        <section><h2>{words["Drift"]}</h2>
        <ul class="drift">{Html.Each(article.Drift, d => DriftParts.List(d, article, words, request))}</ul>
        </section>
        """));
}
