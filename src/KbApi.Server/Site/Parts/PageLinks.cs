using KbApi.Server.Site.Rendering;

namespace KbApi.Server.Site.Parts;

/// <summary>The way to the page before and the next of a long list.</summary>
internal static class PageLinks
{
    /// <param name="page">The page that is shown, from 1.</param>
    /// <param name="last">The last one; nothing is shown where there is only one.</param>
    /// <param name="to">The address of a page, by its number as it is written.</param>
    /// <param name="request">The request.</param>
    public static Html Of(int page, int last, Func<string, Address> to, SiteRequest request)
    {
        Address To(int number) => to(number.ToString(request.Words.Culture));
        return Html.When(last > 1, () => Html.Of($"""
            <nav class="pages" aria-label="{request.Words["Pages"]}">
            {Html.When(page > 1, () => Html.Of($"""<a rel="prev" href="{To(page - 1)}">{request.Words["Previous"]}</a>"""))}
            <span>{request.Words.With("PageOf", page, last)}</span>
            {Html.When(page < last, () => Html.Of($"""<a rel="next" href="{To(page + 1)}">{request.Words["Next"]}</a>"""))}
            </nav>
            """));
    }
}
