using System.Net;
using System.Text.Json.Nodes;
using KbApi.Server.Tests.Hosting;

namespace KbApi.Server.Tests.Mcp;

/// <summary>The endpoint, its resources, and what public clients make of it.</summary>
[Collection(ServerGroup.Name)]
public sealed class McpEndpointTests(ServerFixture fixture)
{
    private readonly RunningServer _server = fixture.Server;

    [NodeFact]
    public async Task The_official_client_finds_nothing_wrong()
    {
        var printed = await NodeTools.Contract.RunAsync("node", "mcp.mjs", "http", new Uri(_server.Client.BaseAddress!, "/mcp").ToString());

        Assert.Equal(43, printed.Split('\n').Count(l => l.StartsWith("ok ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Every_entry_is_a_resource_in_each_of_its_locales()
    {
        var uris = new HashSet<string>(StringComparer.Ordinal);
        JsonNode? cursor = null;
        do
        {
            var page = (await _server.RequestAsync("resources/list", cursor is null ? null : new JsonObject { ["cursor"] = cursor.DeepClone() })).Json;
            Assert.All(page["resources"]!.AsArray(), r => Assert.True(uris.Add((string)r!["uri"]!)));
            cursor = page["nextCursor"];
        }
        while (cursor is not null);

        var total = 0;
        foreach (var locale in new[] { "en-US", "sv-SE" })
        {
            total += (int)(await _server.GetJsonAsync($"/v1/entries?locale={locale}&fallback=none&limit=1"))["total"]!;
        }

        Assert.Equal(total, uris.Count);
        Assert.Contains("kb://sv-SE/sspr/sspr-0029", uris);
    }

    [Fact]
    public async Task A_resource_is_Markdown_in_its_language()
    {
        var resource = (await _server.RequestAsync("resources/read", new JsonObject { ["uri"] = "kb://sv-SE/sspr/sspr-0029" })).Json["contents"]![0]!;

        Assert.Equal("text/markdown", (string)resource["mimeType"]!);
        Assert.Contains("## Gör så här", (string)resource["text"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cursor_that_is_none_is_refused()
    {
        var answer = JsonNode.Parse(await _server.SendMcpAsync("""{"jsonrpc":"2.0","id":1,"method":"resources/list","params":{"cursor":"bm9uZQ"}}"""))!;

        Assert.Equal(-32602, (int)answer["error"]!["code"]!);
    }

    [Fact]
    public async Task Pages_of_any_site_may_ask()
    {
        using var response = await _server.SendAsync(
            HttpMethod.Options, "/mcp", ("Origin", "https://portal.example"), ("Access-Control-Request-Method", "POST"), ("Access-Control-Request-Headers", "content-type,mcp-protocol-version"));

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal("*", Assert.Single(response.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Equal("content-type,mcp-protocol-version", Assert.Single(response.Headers.GetValues("Access-Control-Allow-Headers")));
    }

    [Fact]
    public async Task Other_methods_and_large_bodies_are_problems_as_elsewhere()
    {
        var problem = await _server.GetProblemAsync(HttpStatusCode.MethodNotAllowed, "/mcp");
        Assert.Equal("KBAPI-4051", (string)problem["code"]!);

        using var text = await _server.PostAsync("/mcp", new StringContent("{}", System.Text.Encoding.UTF8, "text/plain"));
        Assert.Equal((HttpStatusCode.UnsupportedMediaType, "KBAPI-4151"), (text.StatusCode, (string)(await RunningServer.ReadProblemAsync(text))["code"]!));

        using var body = new StringContent(new string(' ', (1024 * 1024) + 1), System.Text.Encoding.UTF8, "application/json");
        using var post = new HttpRequestMessage(HttpMethod.Post, "/mcp") { Content = body };
        post.Headers.Accept.ParseAdd("application/json, text/event-stream");
        post.Headers.ExpectContinue = true; // The server refuses before it reads: without the wait, the client may still be sending when the connection closes.
        using var response = await _server.Client.SendAsync(post);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }
    [Theory]
    [InlineData("nonsense")]
    [InlineData("utf-7")]
    public async Task A_charset_changes_nothing_for_json_has_none(string charset)
    {
        using var body = new ByteArrayContent("""{"jsonrpc":"2.0","id":1,"method":"ping"}"""u8.ToArray());
        Assert.True(body.Headers.TryAddWithoutValidation("Content-Type", $"application/json; charset={charset}"));
        using var post = new HttpRequestMessage(HttpMethod.Post, "/mcp") { Content = body };
        post.Headers.Accept.ParseAdd("application/json, text/event-stream");
        using var response = await _server.Client.SendAsync(post);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }
}
