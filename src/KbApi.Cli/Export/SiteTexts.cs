using System.Collections.Immutable;
using KbApi.Cli.Export.Files;
using KbApi.Cli.Export.Pages;
using KbApi.Content.Model;
using KbApi.Server.Llms;
using KbApi.Server.Site;
using KbApi.Server.Sitemaps;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace KbApi.Cli.Export;

/// <summary>What crawlers and language models read of an exported site.</summary>
internal static class SiteTexts
{
    public static void Write(SiteFolder folder, KnowledgeBase knowledgeBase, ImmutableArray<string> locales, IServiceProvider services, Uri? baseUrl)
    {
        foreach (var locale in locales)
        {
            var context = new DefaultHttpContext { RequestServices = services };
            context.Request.QueryString = new QueryString("?locale=" + locale);
            var request = services.GetRequiredService<SiteHandler>().RequestOf(context)!.Api;
            folder.Write($"{locale}/llms.txt", LlmsText.Overview(request, Links("../", baseUrl)));
            folder.Write($"{locale}/llms-full.txt", LlmsText.Everything(request));
            if (locale == locales[0])
            {
                folder.Write("llms.txt", LlmsText.Overview(request, Links("", baseUrl)));
            }
        }

        folder.Write(Robots.FileName, Robots.Open(baseUrl is null ? null : To(baseUrl, Sitemap.FileName)));
        if (baseUrl is not null)
        {
            WriteSitemaps(folder, knowledgeBase, baseUrl);
        }
    }

    private static LlmsLinks Links(string root, Uri? baseUrl) => new(
        article => baseUrl is null ? root + Escape(SiteLinks.SourceFile(article)) : To(baseUrl, SiteLinks.SourceFile(article)),
        (name, locale) => baseUrl is null ? $"{root}{locale}/{name}" : To(baseUrl, $"{locale}/{name}"),
        ToPrograms: null);

    private static void WriteSitemaps(SiteFolder folder, KnowledgeBase knowledgeBase, Uri baseUrl)
    {
        var parts = Sitemap.Parts(SitePages.Of(knowledgeBase, new SitemapLinks(
            locale => [To(baseUrl, $"{locale.Value}/index.html"), To(baseUrl, $"{locale.Value}/browse.html")],
            (locale, id) => To(baseUrl, SiteLinks.ArticleFile(locale.Value, id, ".html")),
            (locale, id) => To(baseUrl, SiteLinks.EntryFile(locale.Value, id, ".html")))));
        if (parts.Count == 1)
        {
            folder.Write(Sitemap.FileName, Sitemap.Write(parts[0]));
            return;
        }

        for (var i = 0; i < parts.Count; i++)
        {
            folder.Write(Sitemap.NameOf(i + 1), Sitemap.Write(parts[i]));
        }

        folder.Write(Sitemap.FileName, Sitemap.WriteIndex(parts.Select((_, i) => To(baseUrl, Sitemap.NameOf(i + 1)))));
    }

    private static string To(Uri baseUrl, string file) => new Uri(baseUrl, Escape(file)).AbsoluteUri;

    private static string Escape(string file) => string.Join('/', file.Split('/').Select(Uri.EscapeDataString));
}
