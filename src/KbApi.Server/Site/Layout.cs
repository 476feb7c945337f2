using KbApi.Server.Site.Rendering;

namespace KbApi.Server.Site;

/// <summary>The frame that all pages have: head, header, footer.</summary>
internal sealed class Layout(SiteAssets assets)
{
    /// <summary>The whole document.</summary>
    /// <param name="page">What is in it.</param>
    /// <param name="request">The request, or null where there is no content yet to answer it from.</param>
    /// <param name="words">The site's own words.</param>
    /// <param name="context">The request.</param>
    public string Write(SitePage page, SiteRequest? request, SiteWords words, HttpContext context)
    {
        Address Asset(string name) => assets.To(name, context.Request.PathBase);
        var document = Html.Of($"""
            <!DOCTYPE html>
            <html lang="{words.Language}" dir="ltr">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{(page.Title == words["SiteName"] ? page.Title : page.Title + " – " + words["SiteName"])}</title>
            {Html.When(page.Description is not null, () => Html.Of($"""<meta name="description" content="{page.Description}">"""))}
            <meta name="color-scheme" content="light dark">
            <link rel="preload" href="{Asset("inter.woff2")}" as="font" type="font/woff2" crossorigin>
            <link rel="stylesheet" href="{Asset("site.css")}">
            <script src="{Asset("theme.js")}"></script>
            <script type="module" src="{Asset("site.js")}"></script>
            <link rel="icon" href="{Asset("icon.svg")}" type="image/svg+xml">
            {page.Head}
            </head>
            <body data-copy="{words["Copy"]}" data-copied="{words["Copied"]}" data-results="{words["Results"]}" data-api="{context.Request.PathBase + "/v1"}" data-locale="{request?.Locale.Requested.Value}">
            <a class="skip" href="#main">{words["SkipToContent"]}</a>
            {Header(page, request, words)}
            <main id="main" tabindex="-1">
            {page.Body}
            </main>
            {Footer(request, words)}
            </body>
            </html>

            """);
        return document.ToString();
    }

    private static Html Header(SitePage page, SiteRequest? request, SiteWords words)
    {
        Address To(string path) => request?.To(path) ?? Address.OfSite(path);
        Html Link(SiteArea area, string path, string word) => Html.Of(
            $"""<li><a href="{To(path)}"{HtmlAttribute.When(page.Area == area, "aria-current", "page")}>{words[word]}</a></li>""");
        return Html.Of($"""
            <header class="site-header">
            <div class="wrap">
            <a class="brand" href="{To("/")}">{Icons.Brand}<span>{words["SiteName"]}</span></a>
            <nav aria-label="{words["MainMenu"]}"><ul class="menu">
            {Link(SiteArea.Browse, "/browse", "Browse")}
            {Link(SiteArea.Paste, "/paste", "Paste")}
            {Link(SiteArea.Health, "/health", "Health")}
            </ul></nav>
            {Html.When(!page.HasOwnSearch && request is not null, () => SmallSearch(page, request!, words))}
            <div class="switches">
            {Html.When(request is not null, () => Languages(request!, words))}
            <button type="button" class="theme-switch" aria-pressed="false" hidden>{Icons.Theme}<span class="visually-hidden">{words["DarkTheme"]}</span></button>
            </div>
            </div>
            </header>
            """);
    }

    private static Html SmallSearch(SitePage page, SiteRequest request, SiteWords words) => Html.Of($"""
        <form class="search small" role="search" action="{Address.OfSite(request.Context.Request.PathBase + "/search")}">
        {Parts.Forms.KeepLocale(request)}
        <label class="visually-hidden" for="header-search">{words["SearchLabel"]}</label>
        {Icons.Search}<input id="header-search" type="search" name="q" value="{page.SearchedFor}" placeholder="{words["SearchShort"]}" autocomplete="off" spellcheck="false" maxlength="600" data-suggest>
        </form>
        """);

    private static Html Languages(SiteRequest request, SiteWords words)
    {
        var current = request.Locale.Requested.Language;
        var languages = request.KnowledgeBase.Locales.Select(l => l.Value)
            .Concat(SiteWords.Languages.Where(own => request.KnowledgeBase.Locales.All(l => l.Language != own)))
            .DistinctBy(l => l.Split('-')[0], StringComparer.Ordinal)
            .ToList();
        return Html.Of($"""
            <nav class="languages" aria-label="{words["Language"]}"><ul>
            {Html.Each(languages, l => Html.Of($"""<li><a href="{request.InLocale(l)}" lang="{l}" hreflang="{l}" title="{NameOf(l)}"{HtmlAttribute.When(l.Split('-')[0] == current, "aria-current", "true")}><span aria-hidden="true">{l.Split('-')[0].ToUpperInvariant()}</span><span class="visually-hidden">{NameOf(l)}</span></a></li>"""))}
            </ul></nav>
            """);
    }

    /// <summary>What a language is called by those who read it.</summary>
    public static string NameOf(string locale)
    {
        var culture = Content.Model.LocaleTag.Parse(locale).ToCulture();
        var name = culture.IsNeutralCulture ? culture.NativeName : culture.Parent.NativeName;
        return name.Length == 0 ? locale : char.ToUpper(name[0], culture) + name[1..];
    }

    private static Html Footer(SiteRequest? request, SiteWords words) => Html.Of($"""
        <footer class="site-footer"><div class="wrap">
        {Html.When(request is not null, () => Html.Of($"""<p>{words.With("Served", request!.Snapshot.LoadedAt.ToString("d MMMM yyyy HH:mm", words.Culture), request.Snapshot.Id)}</p>"""))}
        <ul>
        <li><a href="{request?.To("/health") ?? Address.OfSite("/health")}">{words["Health"]}</a></li>
        <li><a href="{Address.OfSite((request?.Context.Request.PathBase ?? "") + "/swagger")}">{words["ForProgrammers"]}</a></li>
        </ul>
        </div></footer>
        """);
}
