using KbApi.Content.Model;
using KbApi.Server.Site.Rendering;

namespace KbApi.Server.Site.Parts;

/// <summary>Parts of pages that show articles.</summary>
internal static class ArticleParts
{
    /// <summary>An article among others.</summary>
    public static Html Card(Article article, SiteRequest request) => Html.Of($"""
        <li class="card">
        <h3><a href="{request.To("/articles/" + Address.Escape(article.Id))}"{EntryParts.Language(article.Locale, request)}{EntryParts.Direction(article.Locale)}>{article.Title.Text}</a></h3>
        {Html.When(article.Description is not null, () => Html.Of($"""<p{EntryParts.Language(article.Locale, request)}{EntryParts.Direction(article.Locale)}>{article.Description}</p>"""))}
        <p class="quiet">{request.Words.Count("Entries", article.Entries.Length)}</p>
        </li>
        """);

    /// <summary>A section of an article as it is written.</summary>
    public static Address ToSection(string articleId, string anchor, SiteRequest request) =>
        request.To("/articles/" + Address.Escape(articleId), [new("view", "document")]).At(anchor);

    /// <summary>The text is in another language than the reader's.</summary>
    public static Html FallbackNote(LocaleTag locale, SiteRequest request) => Html.When(
        locale.Language != request.Locale.Requested.Language,
        () => Html.Of($"""<p class="note">{Icons.Note}<span>{request.Words.With("Fallback", Layout.NameOf(request.Locale.Requested.Value), Layout.NameOf(locale.Value))}</span></p>"""));
}
