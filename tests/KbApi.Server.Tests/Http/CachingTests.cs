using System.Net;
using KbApi.Server.Tests.Hosting;

namespace KbApi.Server.Tests.Http;

[Collection(ServerGroup.Name)]
public sealed class CachingTests(ServerFixture fixture)
{
    private readonly RunningServer _server = fixture.Server;

    [Theory]
    [InlineData("/v1/codes/SSPR_0029")]
    [InlineData("/v1/entries?limit=3")]
    [InlineData("/v1/entries/sspr/31003")]
    [InlineData("/v1/articles")]
    [InlineData("/v1/articles/sspr")]
    [InlineData("/v1/procedures/sspr/verify-permissions")]
    [InlineData("/v1/ladders/sspr/writeback-connectivity")]
    [InlineData("/v1/checklists/sspr/contact-support")]
    [InlineData("/v1/operations")]
    [InlineData("/v1/locales")]
    public async Task An_answer_that_the_client_has_is_not_sent_again(string path)
    {
        using var first = await _server.GetAsync(path);
        var tag = first.Headers.ETag!;
        using var again = await _server.GetAsync(path, ("If-None-Match", tag.ToString()));
        using var weak = await _server.GetAsync(path, ("If-None-Match", "\"x\", W/" + tag));
        using var other = await _server.GetAsync(path, ("If-None-Match", "\"x\""));
        using var head = await _server.SendAsync(HttpMethod.Head, path);

        Assert.False(tag.IsWeak);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(tag, again.Headers.ETag);
        Assert.Equal(first.Headers.Vary, again.Headers.Vary);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.NotModified, weak.StatusCode);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(tag, head.Headers.ETag);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        Assert.Equal(first.Headers.GetValues("Kb-Snapshot"), again.Headers.GetValues("Kb-Snapshot"));
        Assert.True(first.Headers.CacheControl!.Public);
    }

    [Fact]
    public async Task Different_representations_have_different_tags()
    {
        var tags = new List<string>();
        foreach (var (path, language) in new[]
        {
            ("/v1/codes/SSPR_0029", "en"), ("/v1/codes/SSPR_0029", "sv"), ("/v1/codes/SSPR_0029?locale=sv-SE", "en"),
            ("/v1/codes/SSPR_0030", "en"), ("/v1/codes/SSPR_0029?fallback=field", "en"),
        })
        {
            using var response = await _server.GetAsync(path, ("Accept-Language", language));
            tags.Add(response.Headers.ETag!.Tag);
        }

        Assert.Equal(tags.Distinct(), tags);
    }

    [Fact]
    public async Task Problems_are_not_cached()
    {
        using var response = await _server.GetAsync("/v1/codes/nothing");

        Assert.Null(response.Headers.ETag);
        Assert.True(response.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("application/json", HttpStatusCode.OK)]
    [InlineData("application/*;q=0.1", HttpStatusCode.OK)]
    [InlineData("text/html, */*;q=0.8", HttpStatusCode.OK)]
    [InlineData("", HttpStatusCode.OK)]
    [InlineData("image/png", HttpStatusCode.NotAcceptable)]
    [InlineData("*/*, application/json;q=0", HttpStatusCode.NotAcceptable)]
    public async Task The_accepted_media_types_are_honoured(string accept, HttpStatusCode status)
    {
        using var response = await _server.GetAsync("/v1/locales", ("Accept", accept));

        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task Pages_of_other_sites_may_read()
    {
        using var response = await _server.GetAsync("/v1/locales", ("Origin", "https://portal.example"));
        using var preflight = await _server.SendAsync(
            HttpMethod.Options, "/v1/locales", ("Origin", "https://portal.example"), ("Access-Control-Request-Method", "GET"));

        Assert.Equal(["*"], response.Headers.GetValues("Access-Control-Allow-Origin"));
        Assert.Contains("ETag", response.Headers.GetValues("Access-Control-Expose-Headers").Single(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, preflight.StatusCode);
        Assert.Contains("GET", preflight.Headers.GetValues("Access-Control-Allow-Methods").Single(), StringComparison.Ordinal);
    }
}
