using System.Net;
using KbApi.Server.Tests.Hosting;

namespace KbApi.Server.Tests.Http;

[Collection(ServerGroup.Name)]
public sealed class RepresentationTests(ServerFixture fixture)
{
    private readonly RunningServer _server = fixture.Server;

    [Theory]
    [InlineData("text/markdown", "text/markdown")]
    [InlineData("text/html;q=0.5, text/plain", "text/plain")]
    [InlineData("text/*;q=0.2, application/json;q=0.1", "text/markdown")]
    [InlineData("*/*", "application/json")]
    public async Task The_best_accepted_representation_is_sent(string accept, string expected)
    {
        using var response = await _server.GetAsync("/v1/codes/SSPR_0029", ("Accept", accept));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(expected, response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("utf-8", response.Content.Headers.ContentType.CharSet);
        Assert.Equal(["Accept", "Accept-Language"], response.Headers.Vary);
    }

    [Fact]
    public async Task The_Markdown_of_an_article_is_its_source()
    {
        using var response = await _server.GetAsync("/v1/articles/sspr?locale=sv-SE", ("Accept", "text/markdown"));

        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(Repository.Content, "sv-SE", "sspr.md")), await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_HTML_of_an_article_is_rendered_and_says_its_language()
    {
        using var response = await _server.GetAsync("/v1/articles/sspr?locale=sv-SE", ("Accept", "text/html"));
        var html = await response.Content.ReadAsStringAsync();

        Assert.StartsWith("<article lang=\"sv-SE\">", html, StringComparison.Ordinal);
        Assert.Contains("<table>", html, StringComparison.Ordinal);
        Assert.Contains("SSPR_0029", html, StringComparison.Ordinal);
        Assert.DoesNotContain("ms.date", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_in_content_do_not_reach_a_page()
    {
        using var content = new TemporaryContent();
        await File.WriteAllTextAsync(
            content.PathOf("en-US/evil.md"),
            "# Evil\n\n<script>alert(1)</script>\n\nClick [here](javascript:alert(2)) <img src=x onerror=alert(3)> on <server> now.\n\n## EVIL-7700: It hums <b onclick=x>loud</b>\n\n**Cause:** Loose <script>alert(4)</script>.\n");
        await using var server = await RunningServer.StartAsync(content.Path);

        foreach (var path in new[] { "/v1/articles/evil", "/v1/codes/EVIL-7700" })
        {
            using var response = await server.GetAsync(path, ("Accept", "text/html"));
            var html = await response.Content.ReadAsStringAsync();
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("javascript:", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(" onerror", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(" onclick", html, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("hums", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task OPTIONS_names_the_methods()
    {
        using var response = await _server.SendAsync(HttpMethod.Options, "/v1/entries/sspr/31003");

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal(["GET", "HEAD", "OPTIONS"], response.Content.Headers.Allow);
    }

    [Fact]
    public async Task A_kept_answer_is_the_same_as_a_new_one()
    {
        const string path = "/v1/codes/SSPR_0030?locale=sv-SE";
        using var made = await _server.GetAsync(path, ("Origin", "https://portal.example"));
        using var kept = await _server.GetAsync(path, ("Origin", "https://portal.example"));
        using var head = await _server.SendAsync(HttpMethod.Head, path);
        using var any = await _server.GetAsync(path, ("If-None-Match", "*"));

        Assert.Equal(Headers(made), Headers(kept));
        Assert.Equal(await made.Content.ReadAsByteArrayAsync(), await kept.Content.ReadAsByteArrayAsync());
        Assert.Equal(made.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.NotModified, any.StatusCode);
    }

    [Fact]
    public async Task An_address_that_is_too_long_is_refused()
    {
        var problem = await _server.GetProblemAsync(HttpStatusCode.RequestUriTooLong, "/v1/entries?article=" + new string('a', 5000));

        Assert.Equal("KBAPI-4141", (string)problem["code"]!);
    }

    private static IEnumerable<string> Headers(HttpResponseMessage response) => response.Headers.Concat(response.Content.Headers)
        .Where(h => h.Key is not "Date").Select(h => $"{h.Key}: {string.Join(',', h.Value).Replace(" ", "", StringComparison.Ordinal)}").Order(StringComparer.Ordinal);
}
