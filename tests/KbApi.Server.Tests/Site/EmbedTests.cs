using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using KbApi.Server.Tests.Hosting;

namespace KbApi.Server.Tests.Site;

[Collection(ServerGroup.Name)]
public sealed class EmbedTests(ServerFixture fixture)
{
    private const int MaxModuleBytes = 15 * 1024;

    private readonly RunningServer _server = fixture.Server;

    [Fact]
    public async Task The_module_is_small_stands_alone_and_its_hash_is_published()
    {
        using var response = await _server.GetAsync("/embed/v1/kb.js", ("Origin", "https://portal.example"));
        var module = await response.Content.ReadAsByteArrayAsync();
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            await gzip.WriteAsync(module);
        }

        var integrity = "sha384-" + Convert.ToBase64String(SHA384.HashData(module));
        Assert.InRange(packed.Length, 1_000, MaxModuleBytes);
        Assert.DoesNotContain("import ", System.Text.Encoding.UTF8.GetString(module), StringComparison.Ordinal);
        Assert.Equal("*", Assert.Single(response.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Equal("text/javascript", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(integrity, (string?)(await _server.GetJsonAsync("/embed/v1/integrity.json"))["kb.js"]!["integrity"]);
        Assert.Contains($"integrity=\"{integrity}\"", await File.ReadAllTextAsync(Path.Combine(Repository.Root, "samples", "portal", "index.html")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_fragment_has_no_script_and_may_stand_in_any_page()
    {
        using var response = await _server.GetAsync("/embed/v1/entries/sspr/31003.html?locale=sv-SE", ("Origin", "https://portal.example"));
        var fragment = await response.Content.ReadAsStringAsync();

        Assert.Equal("sv-SE", Assert.Single(response.Content.Headers.ContentLanguage));
        Assert.Equal("*", Assert.Single(response.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.StartsWith("<article class=\"kb-answer\" lang=\"sv-SE\" data-kb-entry=\"sspr/31003\">", fragment, StringComparison.Ordinal);
        Assert.Contains("<h3 class=\"kb-title\">PasswordResetFail</h3>", fragment, StringComparison.Ordinal);
        Assert.Contains("<li>Försök med ett helt nytt lösenord.</li>", fragment, StringComparison.Ordinal);
        Assert.Contains("/entries/sspr/31003?locale=sv-SE\">Läs mer</a>", fragment, StringComparison.Ordinal);
        Assert.DoesNotContain("script", fragment, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task What_is_not_there_is_said_so_in_a_fragment()
    {
        using var response = await _server.GetAsync("/embed/v1/entries/sspr/no-such.html");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.StartsWith("<p class=\"kb-missing\" lang=\"en\">", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_address_of_a_page_becomes_a_frame()
    {
        var root = _server.Client.BaseAddress!.ToString().TrimEnd('/');
        var answer = await _server.GetJsonAsync($"/oembed?maxwidth=500&url={Uri.EscapeDataString(root + "/codes/31003?locale=sv-SE")}");

        Assert.Equal(("1.0", "rich", "PasswordResetFail", 500), ((string?)answer["version"], (string?)answer["type"], (string?)answer["title"], (int)answer["width"]!));
        Assert.StartsWith($"<iframe src=\"{root}/embed/v1/frames/sspr/31003.html?locale=sv-SE\" width=\"500\" height=\"320\" title=\"PasswordResetFail\"", (string)answer["html"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Addresses_of_other_servers_and_of_nothing_become_none()
    {
        var root = _server.Client.BaseAddress!.ToString().TrimEnd('/');
        var foreign = await _server.GetProblemAsync(HttpStatusCode.BadRequest, "/oembed?url=https%3A%2F%2Fharm.example%2Fentries%2Fsspr%2F31003");
        await _server.GetProblemAsync(HttpStatusCode.NotFound, $"/oembed?url={Uri.EscapeDataString(root + "/entries/no-such")}");
        await _server.GetProblemAsync(HttpStatusCode.NotFound, $"/oembed?url={Uri.EscapeDataString(root + "/codes/%20")}");
        await _server.GetProblemAsync(HttpStatusCode.BadRequest, $"/oembed?format=xml&url={Uri.EscapeDataString(root + "/entries/sspr/31003")}");

        Assert.Equal("url", (string?)foreign["errors"]![0]!["parameter"]);
    }

    [Fact]
    public async Task A_frame_may_stand_in_any_page_and_a_page_of_the_site_in_none()
    {
        using var frame = await _server.GetAsync("/embed/v1/frames/sspr/31003.html");
        using var page = await _server.GetAsync("/entries/sspr/31003");

        Assert.EndsWith("frame-ancestors *", Assert.Single(frame.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.EndsWith("frame-ancestors 'none'", Assert.Single(page.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }
}
