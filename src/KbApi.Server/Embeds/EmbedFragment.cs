using KbApi.Content.Alignment;
using KbApi.Content.Model;
using KbApi.Server.Entries;
using KbApi.Server.Site;
using KbApi.Server.Site.Parts;
using KbApi.Server.Site.Rendering;

namespace KbApi.Server.Embeds;

/// <summary>An entry as mark-up that a page of another site takes in: no script, no style, classes to style it by.</summary>
internal static class EmbedFragment
{
    public static Html Of(Entry entry, SiteRequest request)
    {
        var words = request.Words;
        var item = request.KnowledgeBase.Entries.Find(entry.Id)!;
        var article = request.KnowledgeBase.Articles.Find(entry.ArticleId)!.In(entry.Locale)!;
        var staleness = StalenessReader.Compare(item.In(request.KnowledgeBase.DefaultLocale), entry).State;
        var resolution = entry.Resolution is { } r ? EntryMapper.Map(r) : null;
        return Html.Of($"""
            <article class="kb-answer" lang="{entry.Locale.Value}"{EntryParts.Direction(entry.Locale)} data-kb-entry="{entry.Id}">
            <h3 class="kb-title">{entry.Title.Text}</h3>
            {Html.When(entry.Codes.Any(c => c.Role == CodeRole.Identifying), () => Html.Of($"""<p class="kb-codes">{Html.Each(entry.Codes.Where(c => c.Role == CodeRole.Identifying), c => Html.Of($"<code>{c.Code.Value}</code> "))}</p>"""))}
            {Note(entry.Locale.Language != request.Locale.Requested.Language, words.With("Fallback", Layout.NameOf(request.Locale.Requested.Value), Layout.NameOf(entry.Locale.Value)), "kb-fallback", words)}
            {Note(staleness == StalenessState.Stale, words["Stale"], "kb-stale", words)}
            {Html.When(resolution is not null, () => Html.Of($"""<div class="kb-resolution">{HelpParts.Paragraphs(resolution!.Summary)}{Html.When(resolution.Steps.Count > 0, () => HelpParts.Steps(resolution.Steps))}</div>"""))}
            {Html.When(!entry.Descriptions.IsEmpty, () => Html.Of($"""<div class="kb-meaning">{Html.Each(entry.Descriptions, d => HelpParts.Paragraphs(d.Text))}</div>"""))}
            <p class="kb-source"{HtmlAttribute.When(entry.Locale.Language != words.Language, "lang", words.Language)}><a href="{PageOf(entry, request)}">{words["ReadMore"]}</a> <span>{words.With("SourceLine", article.Text.Path, entry.StartLine)}</span></p>
            </article>

            """);
    }

    public static Html Missing(string id, SiteRequest request) => Html.Of($"""
        <p class="kb-missing" lang="{request.Words.Language}">{request.Words.With("UnknownIdHelp", id)} <a href="{request.To("/").On(RootOf(request))}">{request.Words["Search"]}</a></p>

        """);

    /// <summary>The absolute address of an entry's page.</summary>
    public static Address PageOf(Entry entry, SiteRequest request) =>
        Address.OfSite(request.Context.Request.PathBase + "/entries/" + Address.Escape(entry.Id), [new("locale", request.Locale.Requested.Value)]).On(RootOf(request));

    /// <summary>Scheme and host.</summary>
    public static string RootOf(SiteRequest request) => $"{request.Context.Request.Scheme}://{request.Context.Request.Host}";

    private static Html Note(bool isNeeded, string text, string kind, SiteWords words) => Html.When(
        isNeeded, () => Html.Of($"""<p class="{("kb-note " + kind)}" lang="{words.Language}">{text}</p>"""));
}
