using KbApi.Content.Model;
using KbApi.Search;
using KbApi.Server.Budget;
using KbApi.Server.Site.Rendering;

namespace KbApi.Server.Site.Parts;

/// <summary>Parts of pages that show entries.</summary>
internal static class EntryParts
{
    private const int MostCodes = 4;
    private const int SnippetLength = 200;
    private const int AnswerLength = 400;

    /// <summary>The codes that an entry is about, as marks.</summary>
    public static Html Codes(Entry entry, int most = MostCodes) => Html.When(entry.Codes.Any(c => c.Role == CodeRole.Identifying), () => Html.Of($"""
        <ul class="codes">{Html.Each(entry.Codes.Where(c => c.Role == CodeRole.Identifying).Take(most), c => Html.Of($"<li><code>{c.Code.Value}</code></li>"))}</ul>
        """));

    /// <summary>How bad it is, as a mark with its word.</summary>
    public static Html Severity(Entry entry, SiteWords words) =>
        Html.Of($"""<span class="severity {ClassOf(entry.Severity)}">{words["Severity_" + entry.Severity]}</span>""");

    public static string ClassOf(EntrySeverity severity) => severity switch
    {
        EntrySeverity.Error => "error",
        EntrySeverity.Warning => "warning",
        _ => "info",
    };

    /// <summary>An entry in a list.</summary>
    public static Html Line(Entry entry, SiteRequest request, string? snippet = null) => Html.Of($"""
        <li class="hit">
        <a class="hit-title" href="{request.ToEntry(entry.Id)}"{Language(entry.Locale, request)}{Direction(entry.Locale)}>{entry.Title.Text}</a>
        <div class="hit-meta">{Severity(entry, request.Words)}{Codes(entry)}</div>
        {Snippet(snippet ?? SnippetOf(entry), entry, request)}
        </li>
        """);

    /// <summary>Something that was found, with the words that match.</summary>
    public static Html Hit(SearchHit hit, SiteRequest request, bool isExact)
    {
        var title = hit.Highlights.FirstOrDefault(h => h.Field == "title");
        var text = hit.Highlights.FirstOrDefault(h => h.Field != "title");
        var address = hit.Entry is not null ? request.ToEntry(hit.Id) : ToArticle(hit, request);
        var locale = hit.Article.Locale;
        return Html.Of($"""
            <li class="{(isExact ? "hit exact" : "hit")}">
            {Html.When(isExact, () => Html.Of($"""<p class="exact-note">{Icons.Check}{request.Words["ExactCode"]}</p>"""))}
            <a class="hit-title" href="{address}"{Language(locale, request)}{Direction(locale)}>{(title is null ? Html.Of($"{hit.Title.Text}") : Marked(title))}</a>
            <div class="hit-meta">{(hit.Entry is { } entry ? Severity(entry, request.Words) : Html.Of($"""<span class="severity none">{request.Words[hit.Section is null ? "Kind_Article" : "Kind_Section"]}</span>"""))}{(hit.Entry is { } e ? Codes(e) : Html.None)}</div>
            {(text is not null ? Html.Of($"""<p class="snippet"{Language(locale, request)}{Direction(locale)}>{Marked(text)}</p>""") : hit.Entry is { } shown ? Snippet(SnippetOf(shown), shown, request) : Html.None)}
            {Html.When(isExact && hit.Entry?.Resolution is not null, () => Html.Of($"""<div class="answer"{Language(locale, request)}{Direction(locale)}>{HelpParts.Paragraphs(Sentences.CutAtWord(hit.Entry!.Resolution!.Text, AnswerLength))}</div>"""))}
            <p class="where"{Language(locale, request)}{Direction(locale)}>{PlaceOf(hit)}</p>
            </li>
            """);
    }

    /// <summary>The language of a text, where it is not that of the page.</summary>
    public static HtmlAttribute Language(LocaleTag locale, SiteRequest request) => HtmlAttribute.When(locale.Language != request.Words.Language, "lang", locale.Value);

    /// <summary>The direction of a text, where it is not that of the page.</summary>
    public static HtmlAttribute Direction(LocaleTag locale) => HtmlAttribute.When(locale.ToCulture().TextInfo.IsRightToLeft, "dir", "rtl");

    /// <summary>The title of a section of an article.</summary>
    public static string? SectionTitle(Article article, string? anchor) => anchor is null ? null : article.Sections.FirstOrDefault(s => s.Anchor == anchor)?.Title.Text;

    private static string PlaceOf(SearchHit hit) =>
        hit.Entry is { } entry && SectionTitle(hit.Article, entry.Section) is { } section && section != hit.Article.Title.Text
            ? $"{hit.Article.Title.Text} › {section}"
            : hit.Article.Title.Text;

    private static Address ToArticle(SearchHit hit, SiteRequest request)
    {
        var address = request.To("/articles/" + Address.Escape(hit.Article.Id), [new("view", "document")]);
        return hit.Section is { } section ? address.At(section.Anchor) : address;
    }

    private static string? SnippetOf(Entry entry) =>
        entry.Resolution?.Paragraphs.FirstOrDefault()?.Text ?? entry.Descriptions.FirstOrDefault()?.Text ?? entry.Causes.FirstOrDefault()?.Text;

    private static Html Snippet(string? text, Entry entry, SiteRequest request) => Html.When(
        !string.IsNullOrWhiteSpace(text) && text != entry.Title.Text,
        () => Html.Of($"""<p class="snippet"{Language(entry.Locale, request)}{Direction(entry.Locale)}>{Sentences.CutAtWord(text!, SnippetLength)}</p>"""));

    private static Html Marked(SearchHighlight highlight)
    {
        var parts = new List<Html>();
        var at = 0;
        foreach (var (start, end) in highlight.Spans)
        {
            parts.Add(Html.Of($"{highlight.Text[at..start]}<mark>{highlight.Text[start..end]}</mark>"));
            at = end;
        }

        parts.Add(Html.Of($"{highlight.Text[at..]}"));
        return Html.Join(parts);
    }
}
