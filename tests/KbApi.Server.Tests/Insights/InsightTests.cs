using System.Net;
using System.Text.Json.Nodes;
using KbApi.Server.Access;
using KbApi.Server.Tests.Access;
using KbApi.Server.Tests.Hosting;

namespace KbApi.Server.Tests.Insights;

public sealed class InsightTests : IAsyncLifetime, IDisposable
{
    private readonly TestKeys _keys = new();

    private RunningServer _server = null!;

    public async Task InitializeAsync() => _server = await RunningServer.StartWithAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose() => _keys.Dispose();

    [Fact]
    public async Task What_is_not_answered_is_counted_redacted_and_grouped()
    {
        for (var i = 0; i < 3; i++)
        {
            (await _server.GetAsync("/v1/codes/31099?locale=sv-SE")).Dispose();
            (await _server.GetAsync($"/v1/messages/resolve?text=The+coffee+of+anna{i}%40contoso.com+is+cold+after+{i}+minutes")).Dispose();
        }

        (await _server.GetAsync("/search?q=31099")).Dispose();
        (await _server.GetAsync("/v1/search?q=Xylofonkonsert")).Dispose();
        (await _server.GetAsync("/v1/search?q=xylofonkonsert")).Dispose();
        await _server.PostAsync("/v1/reports", new JsonObject { ["message"] = "The tea is cold after 5 minutes", ["product"] = "Kitchen" });

        var gaps = await GapsAsync(g => g.Count == 4 && g.Sum(i => (long)i!["count"]!) == 10);

        Assert.Equal(
            ["unansweredSearch 2 xylofonkonsert", "unclassifiedReport 1 The tea is cold after <n> minutes", "unknownCode 4 31099", "unresolvedMessage 3 The coffee of <mail> is cold after <n> minutes"],
            gaps.Select(g => $"{g!["kind"]} {g["count"]} {g["template"]}").Order(StringComparer.Ordinal));
        var code = gaps.Single(g => (string)g!["kind"]! == "unknownCode")!;
        Assert.Equal("code", (string)code["nearest"]![0]!["reason"]!);
        Assert.NotNull(code["family"]);
        Assert.DoesNotContain("anna", gaps.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_that_is_answered_304_is_counted()
    {
        using var first = await _server.GetAsync("/v1/search?q=xylofonkonsert");
        var tag = first.Headers.ETag!.ToString();
        using var second = await _server.GetAsync("/v1/search?q=xylofonkonsert", ("If-None-Match", tag));
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);

        await GapsAsync(g => g.Count == 1 && (long)g[0]!["count"]! == 2);
    }

    [Fact]
    public async Task An_answer_holds_until_something_is_counted()
    {
        (await _server.GetAsync("/v1/codes/31099")).Dispose();
        await GapsAsync(g => g.Count == 1);

        using var first = await AskAsync("/v1/insights/gaps");
        var tag = first.Headers.ETag!.ToString();
        using var same = await _server.GetAsync("/v1/insights/gaps", ("If-None-Match", tag));

        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        Assert.True(first.Headers.CacheControl is { Private: true, NoCache: true });
    }

    [Fact]
    public async Task Insights_need_their_scope_where_there_are_keys()
    {
        var (reader, writer) = (await _keys.AddAsync(Scopes.InsightsRead), await _keys.AddAsync(Scopes.ReportsWrite));
        await using var server = await RunningServer.StartWithAsync("--Kb:Keys:File", _keys.Path);

        var statuses = new List<HttpStatusCode>();
        foreach (var authorization in (string[])["", "Bearer " + writer, "Bearer " + reader])
        {
            using var response = await server.GetAsync("/v1/insights/trends", ("Authorization", authorization));
            statuses.Add(response.StatusCode);
        }

        Assert.Equal([HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden, HttpStatusCode.OK], statuses);
    }

    [Theory]
    [InlineData("gaps?days=0", "days")]
    [InlineData("gaps?kind=nothing", "kind")]
    [InlineData("trends?by=nothing", "by")]
    [InlineData("trends?recentDays=28", "recentDays")]
    [InlineData("trends?span=year", "span")]
    public async Task A_parameter_that_cannot_be_used_is_named(string query, string parameter)
    {
        using var response = await AskAsync("/v1/insights/" + query);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(parameter, (string)(await RunningServer.ReadProblemAsync(response))["errors"]![0]!["parameter"]!);
    }

    [Fact]
    public async Task Trends_count_reports_and_say_what_feedback_says()
    {
        string id = "";
        for (var i = 0; i < 6; i++)
        {
            id = (string)(await _server.PostAsync("/v1/reports", new JsonObject { ["message"] = "Event ID 31003 from PasswordResetService", ["product"] = "Entra ID" }))["id"]!;
        }

        await _server.PostAsync($"/v1/reports/{id}/feedback", new JsonObject { ["helpful"] = false, ["rightEntry"] = "sspr/31002" });

        var trends = await _server.GetJsonAsync("/v1/insights/trends?product=Entra+ID");

        var trend = Assert.Single(trends["items"]!.AsArray())!;
        Assert.Equal(("sspr/31003", 6, 6, true), ((string)trend["key"]!, (int)trend["count"]!, (int)trend["recent"]!, (bool)trend["rising"]!));
        Assert.Equal(6, trend["series"]!.AsArray().Sum(s => (int)s!["count"]!));
        Assert.Equal("sspr/31002", (string)trend["feedback"]!["rightEntries"]![0]!["key"]!);
        Assert.Empty((await _server.GetJsonAsync("/v1/insights/trends?product=other"))["items"]!.AsArray());
    }

    private Task<HttpResponseMessage> AskAsync(string path) => _server.GetAsync(path);

    private async Task<JsonArray> GapsAsync(Func<JsonArray, bool> isComplete)
    {
        var gaps = new JsonArray();
        await RunningServer.WaitUntilAsync(
            async () => isComplete(gaps = (await _server.GetJsonAsync("/v1/insights/gaps"))["items"]!.AsArray()),
            TimeSpan.FromSeconds(60));
        return gaps;
    }
}
