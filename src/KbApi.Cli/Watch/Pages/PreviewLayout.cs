using KbApi.Server.Site;
using KbApi.Server.Site.Rendering;
using Microsoft.AspNetCore.Http;

namespace KbApi.Cli.Watch.Pages;

/// <summary>The frame that all pages of the preview have, in the style of the site.</summary>
internal static class PreviewLayout
{
    public static string Write(PreviewPage page, PreviewRequest request, SiteAssets assets)
    {
        var words = request.Words;
        Address Asset(string name) => assets.To(name, PathString.Empty);
        return Html.Of($"""
            <!DOCTYPE html>
            <html lang="{words.Language}" dir="ltr">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{page.Title} – kb watch</title>
            <meta name="color-scheme" content="light dark">
            <link rel="preload" href="{Asset("inter.woff2")}" as="font" type="font/woff2" crossorigin>
            <link rel="stylesheet" href="{Asset("site.css")}">
            <link rel="stylesheet" href="{Asset("watch.css")}">
            <script src="{Asset("theme.js")}"></script>
            <script type="module" src="{Asset("site.js")}"></script>
            <script type="module" src="{Asset("watch.js")}"></script>
            <link rel="icon" href="{Asset("icon.svg")}" type="image/svg+xml">
            </head>
            <body data-copy="{words["Copy"]}" data-copied="{words["Copied"]}" data-updated="{words["Updated"]}" data-ended="{words["Ended"]}">
            <a class="skip" href="#main">{words["SkipToContent"]}</a>
            <header class="site-header"><div class="wrap">
            <a class="brand" href="{Address.OfSite("/")}">{Icons.Brand}<span>kb watch</span></a>
            <p class="live quiet" role="status" id="live"></p>
            <noscript><p class="live quiet"><a href="{request.Here}">{words["ReloadYourself"]}</a></p></noscript>
            <div class="switches"><button type="button" class="theme-switch" aria-pressed="false" hidden>{Icons.Theme}<span class="visually-hidden">{words["DarkTheme"]}</span></button></div>
            </div></header>
            <main id="main" tabindex="-1" data-version="{request.State.Version}" data-article="{page.Article}">
            {page.Body}
            </main>
            </body>
            </html>

            """).ToString();
    }
}
