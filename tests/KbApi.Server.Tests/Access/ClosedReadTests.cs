using System.Net;
using KbApi.Server.Access;
using KbApi.Server.Tests.Hosting;
using KbApi.Server.Tests.OpenApi;

namespace KbApi.Server.Tests.Access;

/// <summary>Content that not everybody may read.</summary>
public sealed class ClosedReadTests : IDisposable
{
    private readonly TestKeys _keys = new();

    public void Dispose() => _keys.Dispose();

    [Fact]
    public async Task Nothing_of_the_content_is_read_without_a_key()
    {
        var key = await _keys.AddAsync(Scopes.ContentRead);
        var (insights, reports) = (await _keys.AddAsync(Scopes.InsightsRead), await _keys.AddAsync(Scopes.ReportsWrite));
        await using var server = await StartAsync();
        var contract = Contract.Read(await server.GetJsonAsync("/openapi/v1.json", Bearer(key)));

        foreach (var operation in contract.Operations.Where(o => o.Path.StartsWith("/v1/", StringComparison.Ordinal)))
        {
            Assert.Equal((operation.Id, 401), (operation.Id, await StatusAsync(server, operation, null)));
            var other = operation.Path.StartsWith("/v1/insights/", StringComparison.Ordinal) ? reports : insights;
            Assert.Equal((operation.Id, 403), (operation.Id, await StatusAsync(server, operation, other)));
        }

        foreach (var path in new[]
        {
            "/", "/browse", "/search?q=a", "/entries/sspr/31003", "/health", "/openapi/v1.json", "/openapi/v1.yaml", "/swagger/index.html", "/llms.txt", "/llms-full.txt",
            "/embed/v1/entries/sspr/31003.html", "/embed/v1/frames/sspr/31003.html", "/embed/v1/kb.js", "/oembed", "/nothing", "/v1/nothing",
        })
        {
            using var refused = await server.GetAsync(path);
            Assert.True(refused.StatusCode == HttpStatusCode.Unauthorized, $"{path}: {refused.StatusCode}");
        }

        using var mcp = await server.PostAsync("/mcp", RunningServer.JsonContent(new System.Text.Json.Nodes.JsonObject()));
        Assert.Equal(HttpStatusCode.Unauthorized, mcp.StatusCode);
    }

    [Fact]
    public async Task An_answer_that_was_kept_for_one_is_not_given_to_another_nor_by_caches()
    {
        var key = await _keys.AddAsync(Scopes.ContentRead);
        await using var server = await StartAsync();
        for (var i = 0; i < 3; i++)
        {
            using var answer = await server.GetAsync("/v1/codes/SSPR_0029", Bearer(key));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal((true, true, false), (answer.Headers.CacheControl!.Private, answer.Headers.CacheControl.NoCache, answer.Headers.CacheControl.Public));
            using var refused = await server.GetAsync("/v1/codes/SSPR_0029");
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
            using var known = await server.GetAsync("/v1/codes/SSPR_0029", ("If-None-Match", answer.Headers.ETag!.ToString()));
            Assert.Equal(HttpStatusCode.Unauthorized, known.StatusCode);
        }
    }

    [Fact]
    public async Task Probes_and_what_error_pages_are_made_of_stay_open()
    {
        await _keys.AddAsync(Scopes.ContentRead);
        await using var server = await StartAsync();
        foreach (var path in new[] { "/health/live", "/health/ready", "/metrics", "/assets/site.css" })
        {
            using var answer = await server.GetAsync(path);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {answer.StatusCode}");
        }

        using var page = await server.GetAsync("/entries/sspr/31003", ("Accept", "text/html"), ("Accept-Language", "sv"));
        var html = await page.Content.ReadAsStringAsync();
        Assert.Equal((HttpStatusCode.Unauthorized, "text/html"), (page.StatusCode, page.Content.Headers.ContentType?.MediaType));
        Assert.DoesNotContain("PasswordReset", html, StringComparison.Ordinal);
    }

    private Task<RunningServer> StartAsync() => RunningServer.StartWithAsync("--Kb:Reads", "closed", "--Kb:Keys:File", _keys.Path);

    private static (string, string) Bearer(string key) => ("Authorization", "Bearer " + key);

    private static async Task<int> StatusAsync(RunningServer server, ContractOperation operation, string? key)
    {
        using var request = operation.ToRequest();
        if (key is not null)
        {
            request.Headers.Add("Authorization", "Bearer " + key);
        }

        using var response = await server.Client.SendAsync(request);
        return (int)response.StatusCode;
    }
}
