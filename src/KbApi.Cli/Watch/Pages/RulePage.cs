using KbApi.Cli.Lint;
using KbApi.Content.Loading;
using KbApi.Content.Model;
using KbApi.Content.Text;
using KbApi.Server.Hosting;
using KbApi.Server.Site.Rendering;

namespace KbApi.Cli.Watch.Pages;

/// <summary>What a rule is about, as the content that comes with this program explains it.</summary>
internal static class RulePage
{
    public static PreviewPage Make(PreviewRequest request, string id)
    {
        var words = request.Words;
        var rule = RulesCommand.All.FirstOrDefault(r => r.Id.Equals(id, StringComparison.OrdinalIgnoreCase))
            ?? request.State.Findings.FirstOrDefault(d => d.Id.Equals(id, StringComparison.OrdinalIgnoreCase))?.Descriptor;
        if (rule is null)
        {
            return MissingPage.Make(request);
        }

        var explained = Explain(rule.Id, words.Language);
        var title = $"{rule.Id}: {rule.Title.In(words.Culture)}";
        return new PreviewPage(title, Html.Of($"""
            <div class="page narrow">
            <nav class="crumbs" aria-label="{words["Breadcrumb"]}"><ol><li><a href="{Address.OfSite("/")}">{words["AllArticles"]}</a></li></ol></nav>
            <h1>{title}</h1>
            <p class="lead">{FindingParts.Severity(rule.DefaultSeverity, words)}</p>
            {(explained is null
                ? Html.Of($"""<p class="empty">{words["NotExplained"]}</p>""")
                : Html.Of($"""<div class="document">{Html.OfSanitized(request.Html.Of(request.Renderer.ToHtml(explained.Value.Text), explained.Value.Locale.Value))}</div>"""))}
            </div>
            """));
    }

    private static (SourceText Text, LocaleTag Locale)? Explain(string id, string language)
    {
        var knowledgeBase = new KnowledgeBaseLoader().Load(BundledContent.Find());
        return knowledgeBase.Codes.Find(id).Owners is [var owner, ..]
            && knowledgeBase.Entries.Find(owner.EntryId)?.InFirstOf(knowledgeBase.ChainFor(LocaleTag.Parse(language))) is { } entry
            && knowledgeBase.Articles.Find(entry.ArticleId)?.In(entry.Locale) is { } article
            ? (SourceText.From(article.Text[entry.Span], article.Text.Path), entry.Locale)
            : null;
    }
}
