using System.Net;
using System.Xml.Linq;
using KbApi.Server.Sitemaps;
using KbApi.Server.Tests.Hosting;

namespace KbApi.Server.Tests.Sitemaps;

/// <summary>What crawlers ask first.</summary>
[Collection(ServerGroup.Name)]
public sealed class SitemapTests(ServerFixture fixture)
{
    private static readonly XNamespace Schema = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace Links = "http://www.w3.org/1999/xhtml";

    private readonly RunningServer _server = fixture.Server;

    [Theory]
    [InlineData("en-US")]
    [InlineData("sv-SE")]
    public async Task Every_entry_and_article_has_its_page_in_the_languages_that_it_is_written_in(string locale)
    {
        var addresses = Addresses(await ReadAsync(_server)).Where(a => a.Query == "?locale=" + locale).Select(a => a.AbsolutePath).ToList();
        var articles = await _server.GetJsonAsync($"/v1/articles?locale={locale}&fallback=none&limit=100");

        Assert.Equal(await EntriesInAsync(locale), addresses.Where(a => a.StartsWith("/entries/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Equal((int)articles["total"]!, addresses.Count(a => a.StartsWith("/articles/", StringComparison.Ordinal)));
        Assert.Contains("/entries/sspr/sspr-0029", addresses);
        Assert.Contains("/", addresses);
        Assert.Contains("/browse", addresses);
        Assert.Equal(addresses.Count, addresses.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Addresses_lead_to_pages_in_their_language()
    {
        foreach (var address in Addresses(await ReadAsync(_server)).Where((_, i) => i % 25 == 0))
        {
            using var page = await _server.Client.GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
            Assert.Equal("text/html", page.Content.Headers.ContentType!.MediaType);
            Assert.Equal(address.Query["?locale=".Length..].Split('-')[0], page.Content.Headers.ContentLanguage.First().Split('-')[0]);
        }
    }

    [Fact]
    public async Task A_page_names_itself_and_the_same_in_other_languages()
    {
        var url = (await ReadAsync(_server)).Root!.Elements(Schema + "url")
            .Single(u => ((string)u.Element(Schema + "loc")!).EndsWith("/entries/sspr/sspr-0029?locale=sv-SE", StringComparison.Ordinal));
        var alternates = url.Elements(Links + "link").ToDictionary(l => (string)l.Attribute("hreflang")!, l => new Uri((string)l.Attribute("href")!).PathAndQuery);

        Assert.Equal("/entries/sspr/sspr-0029?locale=en-US", alternates["en-US"]);
        Assert.Equal("/entries/sspr/sspr-0029?locale=sv-SE", alternates["sv-SE"]);
        Assert.All(url.Elements(Links + "link"), l => Assert.Equal("alternate", (string)l.Attribute("rel")!));
    }

    [Theory]
    [InlineData("date: 2026-03-05", "2026-03-05")]
    [InlineData("ms.date: 03/05/2026", "2026-03-05")]
    [InlineData("date: soon", null)]
    [InlineData("title: Printers", null)]
    public async Task A_date_is_told_where_an_article_gives_one(string metadata, string? expected)
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "printer.md"), $"---\n{metadata}\n---\n# Printer\n\n## PRN-2002: The cover is open\n\nClose the cover.\n");
        await using var server = await RunningServer.StartAsync(folder.Path);

        var pages = (await ReadAsync(server)).Root!.Elements(Schema + "url").Where(u => new Uri((string)u.Element(Schema + "loc")!).AbsolutePath is "/articles/printer" or "/entries/printer/prn-2002").ToList();

        Assert.Equal(2, pages.Count);
        Assert.All(pages, p => Assert.Equal(expected, (string?)p.Element(Schema + "lastmod")));
        Assert.All(pages, p => Assert.Empty(p.Elements(Links + "link")));
    }

    [Fact]
    public async Task Who_has_it_is_told_so()
    {
        using var first = await _server.GetAsync("/sitemap.xml");
        using var second = await _server.GetAsync("/sitemap.xml", ("If-None-Match", first.Headers.ETag!.ToString()));
        using var head = await _server.SendAsync(HttpMethod.Head, "/sitemap.xml");

        Assert.Equal("application/xml; charset=utf-8", first.Content.Headers.ContentType!.ToString());
        Assert.False(first.Headers.ETag.IsWeak);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(first.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
    }

    [Theory]
    [InlineData("/sitemap-1.xml")]
    [InlineData("/sitemap-0.xml")]
    [InlineData("/sitemap-x.xml")]
    public async Task Where_one_file_is_enough_there_are_no_others(string path)
    {
        using var response = await _server.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task A_budget_that_it_does_not_fit_into_is_too_small() => await _server.GetProblemAsync(HttpStatusCode.BadRequest, "/sitemap.xml?maxTokens=64");

    [Fact]
    public async Task Crawlers_are_told_where_it_is()
    {
        var text = await _server.Client.GetStringAsync("/robots.txt");

        Assert.Equal($"User-agent: *\nAllow: /\nSitemap: {_server.Client.BaseAddress}sitemap.xml\n", text);
    }

    [Fact]
    public async Task Crawlers_are_kept_out_of_what_needs_a_key()
    {
        await using var server = await RunningServer.StartWithAsync("--Kb:Reads", "closed", "--Kb:SearchIndexFolder", "");

        Assert.Equal("User-agent: *\nDisallow: /\n", await server.Client.GetStringAsync("/robots.txt"));
        using var sitemap = await server.GetAsync("/sitemap.xml");
        Assert.Equal(HttpStatusCode.Unauthorized, sitemap.StatusCode);
    }

    [Fact]
    public void Many_pages_go_into_several_files()
    {
        var pages = Enumerable.Range(0, (2 * Sitemap.MostPages) + 1).Select(i => new SitemapPage($"https://kb.example/entries/{i}", null, []));
        var parts = Sitemap.Parts(pages);

        Assert.Equal([Sitemap.MostPages, Sitemap.MostPages, 1], parts.Select(p => p.Count));
        Assert.Equal("https://kb.example/entries/100000", (string)XDocument.Parse(Text(Sitemap.Write(parts[2]))).Descendants(Schema + "loc").Single());
        var index = XDocument.Parse(Text(Sitemap.WriteIndex(["https://kb.example/sitemap-1.xml", "https://kb.example/sitemap-2.xml"])));
        Assert.Equal("sitemapindex", index.Root!.Name.LocalName);
        Assert.Equal(2, index.Root.Elements(Schema + "sitemap").Count());
    }

    [Fact]
    public void Pages_in_many_languages_make_smaller_files()
    {
        var page = new SitemapPage("https://kb.example/a", null, [.. Enumerable.Range(0, 19).Select(i => new SitemapAlternate("l" + i, "https://kb.example/a"))]);

        Assert.Equal([10_000, 10_000, 5_000], Sitemap.Parts(Enumerable.Repeat(page, 25_000)).Select(p => p.Count));
    }

    private async Task<List<string>> EntriesInAsync(string locale)
    {
        var ids = new List<string>();
        for (var path = $"/v1/entries?locale={locale}&fallback=none&limit=100"; path is not null;)
        {
            var page = await _server.GetJsonAsync(path);
            ids.AddRange(page["items"]!.AsArray().Select(e => "/entries/" + string.Join('/', ((string)e!["id"]!).Split('/').Select(Uri.EscapeDataString))));
            path = (string?)page["nextCursor"] is { } cursor ? $"/v1/entries?locale={locale}&fallback=none&limit=100&cursor={Uri.EscapeDataString(cursor)}" : null;
        }

        return [.. ids.Order(StringComparer.Ordinal)];
    }

    private static async Task<XDocument> ReadAsync(RunningServer server) => XDocument.Parse(await server.Client.GetStringAsync("/sitemap.xml"));

    private static List<Uri> Addresses(XDocument sitemap) => [.. sitemap.Descendants(Schema + "loc").Select(l => new Uri(l.Value))];

    private static string Text(byte[] utf8) => System.Text.Encoding.UTF8.GetString(utf8);
}
