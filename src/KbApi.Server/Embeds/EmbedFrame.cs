using KbApi.Server.Site;
using KbApi.Server.Site.Rendering;

namespace KbApi.Server.Embeds;

/// <summary>A page for a frame. It tells the page around it how high it is, and nothing else.</summary>
internal static class EmbedFrame
{
    public static Html Of(string title, Html fragment, SiteRequest request, SiteAssets assets)
    {
        var pathBase = request.Context.Request.PathBase;
        return Html.Of($"""
            <!DOCTYPE html>
            <html lang="{request.Words.Language}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <meta name="color-scheme" content="light dark">
            <title>{title}</title>
            <base target="_top">
            <link rel="stylesheet" href="{assets.To("frame.css", pathBase)}">
            <script src="{assets.To("frame.js", pathBase)}" defer></script>
            </head>
            <body>
            <main>{fragment}</main>
            </body>
            </html>

            """);
    }
}
