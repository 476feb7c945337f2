using System.Collections.Immutable;
using System.Text;
using System.Xml;
using KbApi.Cli.Export.Files;
using KbApi.Cli.Export.Pages;
using KbApi.Content.Model;
using KbApi.Server.Llms;
using KbApi.Server.Site;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace KbApi.Cli.Export;

/// <summary>What crawlers and language models read of an exported site.</summary>
internal static class SiteTexts
{
    /// <summary>The protocol allows 50,000 addresses a file.</summary>
    private const int MostAddresses = 40_000;

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

        folder.Write("robots.txt", "User-agent: *\nAllow: /\n" + (baseUrl is null ? "" : $"Sitemap: {baseUrl}sitemap.xml\n"));
        if (baseUrl is not null)
        {
            WriteSitemaps(folder, [.. Pages(knowledgeBase).Select(file => To(baseUrl, file))], baseUrl);
        }
    }

    private static LlmsLinks Links(string root, Uri? baseUrl) => new(
        article => baseUrl is null ? root + Escape(SiteLinks.SourceFile(article)) : To(baseUrl, SiteLinks.SourceFile(article)),
        (name, locale) => baseUrl is null ? $"{root}{locale}/{name}" : To(baseUrl, $"{locale}/{name}"),
        ToPrograms: null);

    /// <summary>Pages in the language that they are written in; those that stand in for others are no pages of their own.</summary>
    private static IEnumerable<string> Pages(KnowledgeBase knowledgeBase) =>
    [
        .. knowledgeBase.Locales.SelectMany(l => new[] { $"{l}/index.html", $"{l}/browse.html" }),
        .. knowledgeBase.Articles.Items.SelectMany(a => a.Variants).Select(a => SiteLinks.ArticleFile(a.Locale.Value, a.Id, ".html")),
        .. knowledgeBase.Entries.Items.SelectMany(e => e.Variants).Select(e => SiteLinks.EntryFile(e.Locale.Value, e.Id, ".html")),
    ];

    private static void WriteSitemaps(SiteFolder folder, IReadOnlyCollection<string> addresses, Uri baseUrl)
    {
        var parts = addresses.Chunk(MostAddresses).ToList();
        if (parts.Count <= 1)
        {
            folder.Write("sitemap.xml", Sitemap("urlset", "url", addresses));
            return;
        }

        var names = parts.Select((_, i) => $"sitemap-{i + 1}.xml").ToList();
        foreach (var (part, name) in parts.Zip(names))
        {
            folder.Write(name, Sitemap("urlset", "url", part));
        }

        folder.Write("sitemap.xml", Sitemap("sitemapindex", "sitemap", names.Select(n => To(baseUrl, n))));
    }

    private static byte[] Sitemap(string root, string item, IEnumerable<string> addresses)
    {
        const string Schema = "http://www.sitemaps.org/schemas/sitemap/0.9";
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) }))
        {
            xml.WriteStartElement(root, Schema);
            foreach (var address in addresses)
            {
                xml.WriteStartElement(item, Schema);
                xml.WriteElementString("loc", Schema, address);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        return bytes.ToArray();
    }

    private static string To(Uri baseUrl, string file) => new Uri(baseUrl, Escape(file)).AbsoluteUri;

    private static string Escape(string file) => string.Join('/', file.Split('/').Select(Uri.EscapeDataString));
}
