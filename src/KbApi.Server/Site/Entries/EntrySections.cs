using KbApi.Content.Model;
using KbApi.Server.Entries;
using KbApi.Server.Site.Parts;
using KbApi.Server.Site.Rendering;

namespace KbApi.Server.Site.Entries;

/// <summary>The sections of an entry's page, the most urgent first. Those that there is nothing for are left out.</summary>
internal static class EntrySections
{
    public static Html All(Entry entry, SiteRequest request)
    {
        var words = request.Words;
        return Html.Of($"""
            {ToDo(entry, request)}
            {Section(words["Meaning"], entry, request, "meaning", Html.Of($"{Texts(entry.Descriptions)}{Messages(entry)}"))}
            {Section(words["Causes"], entry, request, "causes", Texts(entry.Causes))}
            {Section(words["TechnicalDetails"], entry, request, "details", Texts(entry.TechnicalDetails))}
            {Apart(entry, request)}
            {WhoCanHelp(entry, request)}
            {SeeAlso(entry, request)}
            """);
    }

    private static Html ToDo(Entry entry, SiteRequest request)
    {
        var procedures = (entry.Resolution?.Procedures ?? []).Distinct(StringComparer.Ordinal)
            .Select(request.KnowledgeBase.Procedures.Find).OfType<Localized<Procedure>>()
            .Select(request.Locale.Choose).OfType<Procedure>().ToList();
        var summary = entry.Resolution is { } resolution ? EntryMapper.Map(resolution) : null;
        return Html.Of($"""
            <section class="todo" aria-labelledby="todo"><h2 id="todo">{request.Words["ToDo"]}</h2>
            {(summary is null
                ? Html.Of($"""<p class="quiet">{request.Words["NothingToDo"]}</p>""")
                : Html.Of($"""<div data-copyable{EntryParts.Language(entry.Locale, request)}{EntryParts.Direction(entry.Locale)}>{HelpParts.Paragraphs(summary.Summary)}{Html.When(summary.Steps.Count > 0, () => HelpParts.Steps(summary.Steps))}</div>"""))}
            {Html.Each(procedures, p => HelpParts.Procedure(p, request, procedures.Count == 1))}
            {Constraints(entry, request)}
            </section>
            """);
    }

    private static Html Constraints(Entry entry, SiteRequest request) => Html.When(!entry.Constraints.IsEmpty, () => Html.Of($"""
        <p class="constraints"><span>{request.Words["KeepTo"]}</span> {Html.Each(entry.Constraints.Select(c => c.Text).Distinct(StringComparer.OrdinalIgnoreCase), c => Html.Of($"""<span class="chip"{EntryParts.Language(entry.Locale, request)}>{c}</span> """))}</p>
        """));

    private static Html Texts(IEnumerable<Prose> texts) => Html.Each(texts, t => HelpParts.Paragraphs(t.Text));

    private static Html Messages(Entry entry) => Html.Each(
        entry.Messages.Where(m => m.Text != entry.Title.Text), m => Html.Of($"""<blockquote class="{(m.IsLiteral ? "message literal" : "message")}">{HelpParts.Paragraphs(m.Text)}</blockquote>"""));

    private static Html Section(string title, Entry entry, SiteRequest request, string anchor, Html content) => Html.When(!content.IsEmpty && content.ToString().Trim().Length > 0, () => Html.Of($"""
        <section aria-labelledby="{anchor}"><h2 id="{anchor}">{title}</h2><div{EntryParts.Language(entry.Locale, request)}{EntryParts.Direction(entry.Locale)}>{content}</div></section>
        """));

    /// <summary>How to be sure that it is this problem and not one that looks the same.</summary>
    private static Html Apart(Entry entry, SiteRequest request) => Html.When(!entry.Discriminators.IsEmpty, () => Html.Of($"""
        <section aria-labelledby="apart"><h2 id="apart">{request.Words["Apart"]}</h2>
        <p>{request.Words["ApartText"]}</p>
        {Html.Each(entry.Discriminators, d => Html.Of($"""
            <blockquote class="message"{EntryParts.Language(entry.Locale, request)}{EntryParts.Direction(entry.Locale)}>{HelpParts.Paragraphs(d.Fact.Text)}</blockquote>
            <p class="quiet">{request.Words["OtherwiseSee"]}</p>
            <ul class="rows">{Html.Each(d.Others, o => EntryLink(o, request, isFact: true))}</ul>
            """))}
        </section>
        """));

    private static Html WhoCanHelp(Entry entry, SiteRequest request)
    {
        var checklists = request.KnowledgeBase.Articles.Find(entry.ArticleId)!.In(entry.Locale)!.Checklists;
        var needsReport = entry.HandOff is not null && !checklists.IsEmpty;
        return Html.When(entry.HandOff is not null, () => Html.Of($"""
            <section class="help" aria-labelledby="help"><h2 id="help">{request.Words["WhoCanHelp"]}</h2>
            <p>{Icons.Person}<span>{request.Words["HandOff_" + entry.HandOff]}</span></p>
            {Html.When(needsReport, () => Html.Each(checklists, c => HelpParts.Checklist(c, request)))}
            </section>
            """));
    }

    private static Html SeeAlso(Entry entry, SiteRequest request)
    {
        var apart = entry.Discriminators.SelectMany(d => d.Others).ToHashSet(StringComparer.Ordinal);
        var related = new RelatedEntries(request.KnowledgeBase).Of(entry).Where(r => !apart.Contains(r.Id)).ToList();
        var links = entry.Links.DistinctBy(l => l.Target).Select(l => (l.Text, Address: Address.OfWeb(l.Target))).Where(l => l.Address is not null).ToList();
        var sections = SectionsOf(entry, request).ToList();
        return Html.When(related.Count + links.Count + sections.Count > 0, () => Html.Of($"""
            <section aria-labelledby="see"><h2 id="see">{request.Words["SeeAlso"]}</h2>
            <ul class="rows">{Html.Each(related, r => EntryLink(r.Id, request, isFact: false))}{Html.Each(sections, s => Html.Of($"""<li><a href="{s.Address}"{EntryParts.Language(entry.Locale, request)}>{s.Title}</a></li>"""))}{Html.Each(links, l => Html.Of($"""<li><a href="{l.Address!.Value}" rel="noopener external"{EntryParts.Language(entry.Locale, request)}>{l.Text}</a></li>"""))}</ul>
            </section>
            """));
    }

    /// <summary>Sections of the same article that the text refers to: their entries, or what they say.</summary>
    private static IEnumerable<(string Title, Address Address)> SectionsOf(Entry entry, SiteRequest request)
    {
        var article = request.KnowledgeBase.Articles.Find(entry.ArticleId)!.In(entry.Locale)!;
        foreach (var anchor in entry.Links.Where(l => l.Target.StartsWith('#')).Select(l => l.Target[1..]).Distinct(StringComparer.Ordinal))
        {
            if (EntryParts.SectionTitle(article, anchor) is { } title)
            {
                yield return (title, article.Entries.Any(e => e.Section == anchor)
                    ? request.To("/entries", [new("article", article.Id), new("section", anchor)])
                    : ArticleParts.ToSection(article.Id, anchor, request));
            }
        }
    }

    private static Html EntryLink(string id, SiteRequest request, bool isFact)
    {
        var entry = request.KnowledgeBase.Entries.Find(id) is { } item ? request.Locale.Choose(item) : null;
        return Html.When(entry is not null, () => Html.Of(
            $"""<li><a href="{request.ToEntry(id)}"{EntryParts.Language(entry!.Locale, request)}{EntryParts.Direction(entry.Locale)}>{Html.Each(entry.Codes.Where(c => c.Role == CodeRole.Identifying).Take(1), c => Html.Of($"<code>{c.Code.Value}</code> "))}{(isFact ? entry.Discriminators.FirstOrDefault()?.Fact.Text ?? entry.Title.Text : entry.Title.Text)}</a></li>"""));
    }
}
