using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;

namespace KbApi.Cli.Tests;

/// <summary><c>kb gaps --url</c>: the gaps of a server that runs.</summary>
public sealed class ServerGapsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_server_tells_its_gaps_page_by_page_and_one_of_them_is_drafted()
    {
        _folder.Write("content/en-US/a.md", "# Errors\n\n## Start\n\n|Code|Symptom|Resolution|\n|---|---|---|\n|ERR-1001|It does not start.|Plug it in.\n|ERR-1003|It stops.|Restart it.|\n");
        using var server = Serve();
        using var client = await ClientOfAsync(server);
        for (var i = 0; i < 120; i++)
        {
            (await client.GetAsync(new Uri($"/v1/codes/ERR-{2000 + i}", UriKind.Relative))).Dispose();
        }

        (await client.GetAsync(new Uri("/v1/codes/ERR-2007", UriKind.Relative))).Dispose();
        var items = new JsonArray();
        for (var start = Stopwatch.GetTimestamp(); items.Sum(g => (int)g!["count"]!) < 121 && Stopwatch.GetElapsedTime(start) < TimeSpan.FromMinutes(1);)
        {
            items = JsonNode.Parse((await GapsAsync(client, "--format", "json", "--limit", "1000")).Output)!["items"]!.AsArray();
        }

        var (code, diff, error) = await GapsAsync(client, "--draft", "en-US");
        server.Kill();

        Assert.Equal((120, "ERR-2007", 2), (items.Count, (string)items[0]!["template"]!, (int)items[0]!["count"]!));
        Assert.Equal((0, "ERR-2007 (asked 2 times), beside a/err-1003\n"), (code, error));
        Assert.Contains("+| ERR-2007 | ERR-2007 | <!-- kb:untranslated --> |\n", diff, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_wants_a_key_is_given_that_of_the_environment()
    {
        _folder.Write("content/en-US/a.md", "# Errors\n\n## ERR-1001: It does not start\n\nPlug it in.\n");
        var keys = Path.Combine(_folder.Path, "keys.json");
        var key = (await TestTerminal.RunAsync("keys", "create", "docs", "--scope", "insights:read", "--file", keys)).Output.Trim();
        using var server = Serve(("Kb__Keys__File", keys));
        using var client = await ClientOfAsync(server);

        var (code, _, error) = await GapsAsync(client);
        using var gaps = KbProcess.Start(("KB_KEY", key.Split('\n')[0]), "gaps", "--url", client.BaseAddress!.ToString(), "--kb-path", Path.Combine(_folder.Path, "content"));
        await gaps.WaitForExitAsync();
        server.Kill();

        Assert.Equal(2, code);
        Assert.StartsWith($"kb: The server at {client.BaseAddress} does not tell its gaps: ", error, StringComparison.Ordinal);
        Assert.Contains("insights:read", error, StringComparison.Ordinal);
        Assert.True(gaps.ExitCode == 0, await gaps.StandardError.ReadToEndAsync());
    }

    [Fact]
    public async Task A_server_that_is_not_there_or_is_another_is_told()
    {
        var (code, _, error) = await TestTerminal.RunAsync("gaps", "--url", "http://127.0.0.1:1");

        Assert.Equal(2, code);
        Assert.StartsWith("kb: The server at http://127.0.0.1:1/ does not tell its gaps: ", error, StringComparison.Ordinal);
    }

    private Process Serve(params (string, string)[] variables) => KbProcess.Start(
        [("KB_STORE", Path.Combine(_folder.Path, "kb.db")), .. variables], "serve", Path.Combine(_folder.Path, "content"), "--urls", "http://127.0.0.1:0");

    private Task<(int ExitCode, string Output, string Error)> GapsAsync(HttpClient client, params string[] more) =>
        TestTerminal.RunAsync(["gaps", "--url", client.BaseAddress!.ToString(), "--kb-path", Path.Combine(_folder.Path, "content"), .. more]);

    private static async Task<HttpClient> ClientOfAsync(Process server)
    {
        var client = new HttpClient { BaseAddress = new Uri(await KbProcess.ReadAddressAsync(server)) };
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while ((await client.GetAsync(new Uri("/health/ready", UriKind.Relative), patience.Token)).StatusCode != HttpStatusCode.OK)
        {
            await Task.Delay(20, patience.Token);
        }

        return client;
    }
}
