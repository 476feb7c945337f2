using KbApi.Cli.Watch.Content;
using KbApi.Content.Diagnostics;
using KbApi.Rules.Drift;
using KbApi.Server.Site.Parts;
using KbApi.Server.Site.Rendering;

namespace KbApi.Cli.Watch.Pages;

/// <summary>All articles, those with the worst findings first, with their languages and counts.</summary>
internal static class ArticleListPage
{
    /// <summary>More than that nobody reads; the rest is told as a number.</summary>
    private const int Most = 500;

    public static PreviewPage Make(PreviewRequest request)
    {
        var (state, words) = (request.State, request.Words);
        var articles = state.Articles.OrderByDescending(a => a.Findings.Select(f => f.Severity).DefaultIfEmpty(DiagnosticSeverity.Hidden).Max())
            .ThenBy(a => a.Id, StringComparer.Ordinal).ToList();
        return new PreviewPage(words["AllArticles"], Html.Of($"""
            <div class="page preview">
            <h1>{words["AllArticles"]}</h1>
            <p class="lead">{words.Count("Documents", state.Articles.Sum(a => a.Documents.Length))} {FindingParts.Counts(state.Findings, words)}</p>
            {Html.When(!state.Elsewhere.IsEmpty, () => Html.Of($"""<ul class="findings">{Html.Each(state.Elsewhere, d => Elsewhere(d, words))}</ul>"""))}
            {(articles.Count == 0 ? Html.Of($"""<p class="empty">{words["NoArticles"]}</p>""") : Html.Of($"""<ul class="rows articles">{Html.Each(articles.Take(Most), a => Line(a, request))}</ul>"""))}
            {Html.When(articles.Count > Most, () => Html.Of($"""<p class="quiet">{words.With("MoreArticles", articles.Count - Most)}</p>"""))}
            </div>
            """));
    }

    private static Html Line(WatchedArticle article, PreviewRequest request) => Html.Of($"""
        <li><h2><a href="{PreviewRequest.ToArticle(article.Id, article.Documents[0].Locale)}"{HtmlAttribute.Language(article.Documents[0].Locale.Value, request.Words.Language)}{EntryParts.Direction(article.Documents[0].Locale)}>{article.Title}</a> <span class="quiet">{article.Id}</span></h2>
        <ul class="variants">
        {Html.Each(article.Documents, d => Html.Of($"""
            <li><a href="{PreviewRequest.ToArticle(article.Id, d.Locale)}">{d.Locale.Value}</a> {FindingParts.Counts(d.Findings.Select(f => f.Diagnostic), request.Words)}{DriftOf(article, d, request.Words)}</li>
            """))}
        {Html.Each(article.Drift.Where(d => d.Path is null), d => Html.Of($"""<li>{d.Locale.Value} {DriftParts.State(d.State, request.Words)}</li>"""))}
        </ul></li>
        """);

    private static Html DriftOf(WatchedArticle article, WatchedDocument document, WatchWords words) =>
        article.Drift.FirstOrDefault(d => d.Locale == document.Locale) is { State: not DriftState.Current } drift ? Html.Of($" {DriftParts.State(drift.State, words)}") : Html.None;

    private static Html Elsewhere(Diagnostic diagnostic, WatchWords words) => Html.Of($"""
        <li class="finding"><p>{FindingParts.Severity(diagnostic.Severity, words)} <code>{diagnostic.Id}</code> {diagnostic.GetMessage(words.Culture)} <span class="quiet">{diagnostic.Location.Path} {FindingParts.PlaceOf(diagnostic, words)}</span></p></li>
        """);
}
