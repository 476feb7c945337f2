using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using KbApi.Server.Tests.Hosting;

namespace KbApi.Server.Tests.Telemetry;

/// <summary>A process of its own: what is measured in a process is that of all servers in it.</summary>
public sealed class MetricsTests : IAsyncLifetime
{
    private ServerProcess _server = null!;

    public async Task InitializeAsync() => _server = await ServerProcess.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task What_happened_before_the_first_question_is_counted()
    {
        await _server.Client.GetAsync("/v1/codes/SSPR_9999");
        await _server.Client.GetAsync("/v1/codes/SSPR_9998");
        await _server.Client.GetAsync("/v1/codes/SSPR_0029");
        await _server.Client.GetAsync("/v1/search?q=qqqqqqqq+zzzzzzzz");
        await _server.Client.PostAsync("/v1/classify", RunningServer.JsonContent(new JsonObject { ["message"] = "Error SSPR_0029 was shown" }));

        var metrics = await Scrape.OfAsync(_server);

        Assert.Equal(2, metrics["kb_code_unknown_total"]);
        Assert.Equal(1, metrics["kb_search_without_hits_total"]);
        Assert.Equal(1, metrics["kb_classification_reports_total", "kb_verdict=\"matched\""]);
        Assert.Equal(0, metrics["kb_classification_reports_total", "kb_verdict=\"unknown\""]);
        Assert.Equal(1, metrics["kb_reload_results_total", "kb_result=\"served\""]);
        Assert.Equal(0, metrics["kb_content_refused"]);
        Assert.True(metrics["kb_reload_last_duration_seconds"] > 0);
    }

    [Fact]
    public async Task Metrics_say_what_is_served()
    {
        var ready = JsonNode.Parse(await _server.Client.GetStringAsync("/health/ready"))!;

        var metrics = await Scrape.OfAsync(_server);

        Assert.Equal((int)ready["entries"]!, metrics["kb_snapshot_entries"]);
        Assert.Equal((int)ready["articles"]!, metrics["kb_snapshot_articles"]);
        Assert.Equal(long.Parse(((string)ready["snapshot"]!)[..13], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture), metrics["kb_snapshot_fingerprint"]);
        Assert.True(metrics["kb_snapshot_age_seconds"] > 0);
        Assert.Contains("dotnet_process_cpu_time_seconds_total", metrics.Names);
    }

    [Fact]
    public async Task Requests_are_measured_by_route_however_they_are_answered()
    {
        // The first time that it is asked, the collecting begins.
        await Scrape.OfAsync(_server);
        await _server.Client.GetAsync("/v1/codes/SSPR_0029");
        await _server.Client.GetAsync("/v1/codes/SSPR_0029");
        await _server.Client.GetAsync("/nowhere/at/all");
        await _server.WaitUntilAsync(async () => (await Scrape.OfAsync(_server)).LabelsOf("http_server_request_duration_seconds_count").Any(l => l.Contains("404", StringComparison.Ordinal)));

        var metrics = await Scrape.OfAsync(_server);

        Assert.Equal(2, metrics["http_server_request_duration_seconds_count", "http_route=\"/v1/codes/{code}\"", "http_response_status_code=\"200\""]);
    }

    [Fact]
    public async Task The_number_of_series_does_not_grow_with_what_is_asked()
    {
        await Scrape.OfAsync(_server);
        await AskAsync(0);
        await AskAsync(0);
        var before = (await Settled()).Count;

        for (var i = 1; i <= 30; i++)
        {
            await AskAsync(i);
        }

        Assert.Equal(before, (await Settled()).Count);

        async Task AskAsync(int i)
        {
            await _server.Client.GetAsync("/v1/codes/" + i.ToString(CultureInfo.InvariantCulture) + "-x");
            await _server.Client.GetAsync("/v1/search?q=word" + i.ToString(CultureInfo.InvariantCulture));
            await _server.Client.GetAsync("/no/" + i.ToString(CultureInfo.InvariantCulture));
            await _server.Client.SendAsync(new HttpRequestMessage(new HttpMethod("ODD" + (char)('A' + i % 26)), "/v1/entries"));
        }

        // Scrapes are themselves requests, and what garbage was collected of which generation is a series too.
        async Task<Scrape> Settled()
        {
            await Scrape.OfAsync(_server);
            var lines = (await _server.Client.GetStringAsync("/metrics")).Split('\n');
            return new Scrape(string.Join('\n', lines.Where(l => l.StartsWith("http_", StringComparison.Ordinal) || l.StartsWith("kb_", StringComparison.Ordinal))));
        }
    }

    [Fact]
    public async Task Metrics_are_for_GET_and_never_limited()
    {
        await using var limited = await ServerProcess.StartAsync("--Kb:RateLimit:RequestsPerSecond", "1", "--Kb:RateLimit:Burst", "1");

        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await limited.Client.GetAsync("/metrics")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await limited.Client.DeleteAsync("/metrics")).StatusCode);
    }
}
