using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Html.Parser;

namespace KbApi.Cli.Tests.Export;

/// <summary><c>kb export --static</c> on this repository's content.</summary>
public sealed class StaticExportTests(ExportedSite site) : IClassFixture<ExportedSite>
{
    [Fact]
    public void Every_link_of_every_page_leads_to_a_file_of_the_site()
    {
        var files = ExportedSite.FilesOf(site.Path).ToHashSet(StringComparer.Ordinal);
        var parser = new HtmlParser();
        var broken = new List<string>();
        var links = 0;
        foreach (var page in files.Where(f => f.EndsWith(".html", StringComparison.Ordinal)))
        {
            using var document = parser.ParseDocument(site.Read(page));
            var root = new Uri("https://example.org/help/");
            foreach (var element in document.QuerySelectorAll("[href], [src], [action]"))
            {
                var address = element.GetAttribute("href") ?? element.GetAttribute("src") ?? element.GetAttribute("action")!;
                var target = new Uri(new Uri(root, page), address);
                if (address.StartsWith('#') || target.Host != root.Host)
                {
                    continue;
                }

                links++;
                if (!target.AbsolutePath.StartsWith("/help/", StringComparison.Ordinal) || !files.Contains(Uri.UnescapeDataString(target.AbsolutePath["/help/".Length..])))
                {
                    broken.Add($"{page}: {address}");
                }
            }
        }

        Assert.Equal([], broken.Take(20));
        Assert.True(links > 5_000, $"only {links} links were looked at");
    }

    [Fact]
    public void Entries_are_there_in_every_locale_as_pages_and_as_the_api_answers_them()
    {
        using var json = JsonDocument.Parse(site.Read("sv-SE/entries/sspr/sspr-0029.json"));
        var page = site.Read("sv-SE/entries/sspr/sspr-0029.html");

        Assert.Equal("sspr/sspr-0029", json.RootElement.GetProperty("id").GetString());
        Assert.Equal("sv-SE", json.RootElement.GetProperty("locale").GetString());
        Assert.Equal("content/sv-SE/sspr.md", json.RootElement.GetProperty("source").GetProperty("path").GetString());
        Assert.Contains("<html lang=\"sv\"", page, StringComparison.Ordinal);
        Assert.Contains(json.RootElement.GetProperty("title").GetString()!, new HtmlParser().ParseDocument(page).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("hreflang=\"en-US\" href=\"https://example.org/help/en-US/entries/sspr/sspr-0029.html\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("site.invalid", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_left_that_needs_a_server()
    {
        foreach (var file in ExportedSite.FilesOf(site.Path).Where(f => Path.GetExtension(f) is ".html" or ".txt" or ".xml" or ".json"))
        {
            var text = site.Read(file);
            Assert.True(!text.Contains("site.invalid", StringComparison.Ordinal), file);
            Assert.True(!text.Contains("\"/paste", StringComparison.Ordinal) && !text.Contains("data-live", StringComparison.Ordinal), file);
        }
    }

    [Fact]
    public void Crawlers_find_all_pages_by_absolute_addresses()
    {
        var addresses = XDocument.Parse(site.Read("sitemap.xml")).Descendants().Where(e => e.Name.LocalName == "loc").Select(e => e.Value).ToList();
        var files = ExportedSite.FilesOf(site.Path).ToHashSet(StringComparer.Ordinal);

        Assert.Contains("https://example.org/help/sv-SE/entries/sspr/31003.html", addresses);
        Assert.All(addresses, a => Assert.Contains(Uri.UnescapeDataString(new Uri(a).AbsolutePath["/help/".Length..]), files));
        Assert.Contains("Sitemap: https://example.org/help/sitemap.xml", site.Read("robots.txt"), StringComparison.Ordinal);
        Assert.Contains("](https://example.org/help/en-US/articles/sspr.md)", site.Read("llms.txt"), StringComparison.Ordinal);
        Assert.DoesNotContain("/mcp", site.Read("llms.txt"), StringComparison.Ordinal);
        Assert.Contains("href=\"/help/assets/site.css", site.Read("404.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_content_gives_the_same_bytes_wherever_it_stands()
    {
        using var folder = new TempFolder();
        var copy = Path.Combine(folder.Path, "elsewhere", "content");
        foreach (var file in ExportedSite.FilesOf(Repository.Content))
        {
            folder.Write(Path.Combine("elsewhere", "content", file), await File.ReadAllBytesAsync(Path.Combine(Repository.Content, file)));
        }

        var again = Path.Combine(folder.Path, "site");
        var (code, _, error) = await TestTerminal.RunAsync("export", "--static", again, copy, "--base-url", "https://example.org/help/");

        Assert.True(code == 0, error);
        Assert.Equal(ExportedSite.FilesOf(site.Path), ExportedSite.FilesOf(again));
        Assert.All(ExportedSite.FilesOf(again), f => Assert.True(File.ReadAllBytes(Path.Combine(again, f)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(site.Path, f))), f));
    }
}
