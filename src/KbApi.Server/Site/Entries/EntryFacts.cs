using KbApi.Content.Model;
using KbApi.Server.Entries;
using KbApi.Server.Site.Rendering;

namespace KbApi.Server.Site.Entries;

/// <summary>What stands beside an entry: what it belongs to, where it comes from, which languages it exists in.</summary>
internal static class EntryFacts
{
    public static Html Aside(Entry entry, Localized<Entry> item, Article article, SiteRequest request)
    {
        var words = request.Words;
        var role = OperationRoles.Of(entry, request.KnowledgeBase);
        var sources = entry.Codes.Select(c => c.Code.Source).Append(entry.Source).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var lines = entry.StartLine == entry.EndLine
            ? words.With("SourceLine", article.Text.Path, entry.StartLine)
            : words.With("SourceLines", article.Text.Path, entry.StartLine, entry.EndLine);
        return Html.Of($"""
            <aside class="facts" aria-label="{words["Facts"]}">
            <dl>
            {Html.When(sources.Count > 0, () => Html.Of($"""<dt>{words["ReportedBy"]}</dt><dd>{Html.Each(sources, s => Html.Of($"""<a href="{request.To("/entries", [new("source", s)])}">{s}</a> """))}</dd>"""))}
            {Codes(entry, request)}
            {Html.When(role is not null, () => Html.Of($"""<dt>{words["Part"]}</dt><dd>{words["Role_" + role!.Role]}</dd>"""))}
            <dt>{words["WrittenFor"]}</dt><dd>{words["Audience_" + entry.Audience]}</dd>
            {Languages(entry, item, request)}
            <dt>{words["Source"]}</dt><dd class="path">{lines}{Html.When(article.Revision.Date is not null, () => Html.Of($"""<br><span class="quiet">{words.With("Revised", article.Revision.Date!)}</span>"""))}</dd>
            </dl>
            <p class="more"><a href="{Address.OfSite(request.Context.Request.PathBase + "/v1/entries/" + Address.Escape(entry.Id), [new("locale", entry.Locale.Value)])}" type="application/json">{words["AsData"]}</a></p>
            </aside>
            """);
    }

    private static Html Codes(Entry entry, SiteRequest request) => Html.Each(
        entry.Codes.GroupBy(c => c.Code.Scheme, StringComparer.Ordinal),
        g => Html.Of($"""<dt>{request.KnowledgeBase.Schemes[g.Key]?.Title ?? g.Key}</dt><dd>{Html.Each(g, c => Html.Of($"<code>{c.Code.Value}</code>{Html.When(c.Role == CodeRole.Mentioned, () => Html.Of($""" <span class="quiet">{request.Words["MentionedCode"]}</span>"""))} "))}</dd>"""));

    private static Html Languages(Entry entry, Localized<Entry> item, SiteRequest request) => Html.When(item.Variants.Length > 1, () => Html.Of($"""
        <dt>{request.Words["OtherLanguages"]}</dt>
        <dd>{Html.Each(item.Variants.Where(v => v.Locale != entry.Locale), v => Html.Of($"""<a href="{request.InLocale(v.Locale.Value)}" lang="{v.Locale.Value}" hreflang="{v.Locale.Value}">{Layout.NameOf(v.Locale.Value)}</a> """))}</dd>
        """));
}
