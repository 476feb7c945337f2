using KbApi.Server.Site.Rendering;

namespace KbApi.Server.Site.Parts;

/// <summary>Parts of forms.</summary>
internal static class Forms
{
    /// <summary>Forms that are sent by GET lose the query of their address: the locale goes with the fields.</summary>
    public static Html KeepLocale(SiteRequest request) => Html.When(
        request.Chosen is not null, () => Html.Of($"""<input type="hidden" name="locale" value="{request.Chosen!.Value.Value}">"""));

    /// <summary>The large field to search with.</summary>
    /// <param name="request">The request.</param>
    /// <param name="value">What it holds.</param>
    /// <param name="isLive">Whether the results of the same page follow what is typed.</param>
    /// <param name="isFirst">Whether the reader begins there.</param>
    public static Html Search(SiteRequest request, string? value, bool isLive, bool isFirst) => Html.Of($"""
        <form class="search large" role="search" action="{Address.OfSite(request.Context.Request.PathBase + "/search")}">
        {KeepLocale(request)}
        <label class="visually-hidden" for="search">{request.Words["SearchLabel"]}</label>
        {Icons.Search}<input id="search" type="search" name="q" value="{value}" placeholder="{request.Words["SearchPlaceholder"]}" autocomplete="off" autocapitalize="off" spellcheck="false" maxlength="600"{HtmlAttribute.When(isFirst, "autofocus")}{HtmlAttribute.When(isLive, "data-live")}{HtmlAttribute.When(!isLive, "data-suggest")}>
        <button type="submit">{request.Words["Search"]}</button>
        </form>
        """);
}
