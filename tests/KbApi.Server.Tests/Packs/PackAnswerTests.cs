using System.Text.Json.Nodes;
using KbApi.Server.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace KbApi.Server.Tests.Packs;

/// <summary>A reader can't tell whether an answer comes from a folder or from a pack of it.</summary>
public sealed class PackAnswerTests
{
    private static readonly string[] Locales = ["en-US", "sv-SE", "de-DE"];
    private static readonly string[] Representations = ["application/json", "text/markdown", "text/html", "text/plain"];

    /// <summary>Differ from one server to the next, or from one answer to the next.</summary>
    private static readonly string[] OfTheServer = ["Date", "Transfer-Encoding", "Server"];

    [Fact]
    public async Task Every_answer_is_the_same_byte_for_byte()
    {
        using var content = new TemporaryContent();
        File.WriteAllText(content.PathOf(".editorconfig"), "[en-US/**]\nkb_diagnostic.KB1020.severity = hidden\n");
        using var folder = new TempFolder();
        var pack = Path.Combine(folder.Path, "pack");
        ServedPack.Build(content.Path, pack);

        // A stored index that was updated for changed articles knows what earlier content taught; a pack's index is always made anew.
        // Pages say when their content was loaded, and a minute may end in between.
        var time = new OneMoment(TimeProvider.System.GetUtcNow());
        await using var fromFolder = await RunningServer.StartAsync(content.Path, builder =>
        {
            builder.Configuration["Kb:SearchIndexFolder"] = "";
            builder.Services.AddSingleton<TimeProvider>(time);
        });
        await using var fromPack = await ServedPack.StartAsync(pack, Path.Combine(folder.Path, "kept"), time: time);

        // What a reader typed is in tags and addresses.
        fromFolder.Client.DefaultRequestHeaders.Host = fromPack.Client.DefaultRequestHeaders.Host = "kb.example";
        var targets = await TargetsAsync(fromFolder);
        Assert.True(targets.Count > 400, $"Only {targets.Count} addresses.");
        foreach (var (target, accept) in targets)
        {
            await AssertSameAsync(target, () => fromFolder.GetAsync(target, ("Accept", accept)), () => fromPack.GetAsync(target, ("Accept", accept)));
        }

        foreach (var report in (string[])["Event ID 31003 from PasswordResetService", "The disk is full", "SSPR_0009", "hr=80230619 BAIL: MMS(4924)"])
        {
            var body = new JsonObject { ["message"] = report, ["locale"] = "sv-SE" };
            await AssertSameAsync(report, () => fromFolder.PostAsync("/v1/classify", RunningServer.JsonContent(body)), () => fromPack.PostAsync("/v1/classify", RunningServer.JsonContent(body)));
        }
    }

    private static async Task<List<(string Target, string Accept)>> TargetsAsync(RunningServer server)
    {
        var entries = await AllAsync(server, "/v1/entries?limit=100");
        var articles = await AllAsync(server, "/v1/articles?limit=100");
        var things = entries.Select(id => "/v1/entries/" + id).Concat(articles.Select(id => "/v1/articles/" + id));
        var everything = things.SelectMany(t => Locales.SelectMany(l => Representations.Select(r => ($"{t}?locale={l}", r))));
        var codes = entries.SelectMany(id => (string[])["/v1/codes/" + Uri.EscapeDataString(id.Split('/')[^1]), $"/embed/v1/entries/{id}.html?locale=sv-SE", $"/entries/{id}"]);
        var queries = (string[])["password", "lösenord", "SSPR_0029", "31003", "writeback", "pasword", "KB1104", "återställning", "e", "0x80230619"];
        var searches = queries.SelectMany(q => Locales.SelectMany(l => (string[])
        [
            $"/v1/search?q={q}&locale={l}", $"/v1/suggest?q={q}&locale={l}", $"/v1/messages/resolve?text={q}&locale={l}", $"/search?q={q}&locale={l}",
        ]));
        string[] others =
        [
            "/v1/locales", "/v1/operations", "/v1/diagnostics?limit=100", "/v1/diagnostics?severity=hidden&limit=100", "/v1/rules?limit=100", "/v1/codes/SSPR_9999", "/v1/codes/31999",
            "/v1/entries/no/such", "/v1/search?q=zzzzzz", "/v1/articles/no-such", "/llms.txt", "/llms-full.txt", "/sitemap.xml", "/", "/v1/entries?scheme=sspr", "/v1/entries?severity=warning&limit=50",
            "/v1/codes/SSPR_0029?maxTokens=100", "/v1/codes/SSPR_0029?detail=brief", "/v1/codes/9?scheme=sspr", "/v1/procedures/x", "/health/x", "/v1/changes?since=0000000000000000",
        ];
        return [.. everything, .. codes.Concat(searches).Concat(others).Select(t => (t, "*/*"))];
    }

    private static async Task<List<string>> AllAsync(RunningServer server, string target)
    {
        var ids = new List<string>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await server.GetJsonAsync(target + (cursor.Length > 0 ? "&cursor=" + Uri.EscapeDataString(cursor) : ""));
            ids.AddRange(page["items"]!.AsArray().Select(i => (string)i!["id"]!));
            cursor = (string?)page["nextCursor"];
        }

        return ids;
    }

    private static async Task AssertSameAsync(string target, Func<Task<HttpResponseMessage>> one, Func<Task<HttpResponseMessage>> other)
    {
        using var expected = await one();
        using var actual = await other();
        Assert.True(expected.StatusCode == actual.StatusCode, $"{target}: {expected.StatusCode} from the folder, {actual.StatusCode} from the pack.");
        Assert.Equal($"{target}\n{Headers(expected)}", $"{target}\n{Headers(actual)}");
        Assert.Equal($"{target}\n{Text(expected, await expected.Content.ReadAsStringAsync())}", $"{target}\n{Text(actual, await actual.Content.ReadAsStringAsync())}");
    }

    /// <summary>Times and ids of requests are those of the request.</summary>
    private static string Text(HttpResponseMessage response, string body)
    {
        if (response.Content.Headers.ContentType?.MediaType is not ("application/json" or "application/problem+json"))
        {
            return body;
        }

        var json = JsonNode.Parse(body)!;
        if (json is JsonObject answer)
        {
            answer.Remove("tookMs");
            answer.Remove("traceId");
        }

        return json.ToJsonString();
    }

    /// <summary>A clock that stands still, with timers that run.</summary>
    private sealed class OneMoment(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }

    private static string Headers(HttpResponseMessage response) => string.Join('\n', response.Headers.Concat(response.Content.Headers)
        .Where(h => !OfTheServer.Contains(h.Key) && h.Key != "Content-Length")
        .OrderBy(h => h.Key, StringComparer.Ordinal)
        .Select(h => $"{h.Key}: {string.Join(", ", h.Value)}"));
}
