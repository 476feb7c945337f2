using System.Net;
using System.Text.Json.Nodes;
using KbApi.Server.Access;
using KbApi.Server.Tests.Access;
using KbApi.Server.Tests.Hosting;

namespace KbApi.Server.Tests.Reports;

/// <summary>Reading many reports, and deleting many.</summary>
public sealed class ReportListTests : IAsyncLifetime, IDisposable
{
    private readonly TestKeys _keys = new();

    private RunningServer _server = null!;

    public async Task InitializeAsync() => _server = await RunningServer.StartWithAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose() => _keys.Dispose();

    [Fact]
    public async Task All_reports_are_exported_page_by_page_though_some_are_deleted_and_others_come_meanwhile()
    {
        var ids = new List<string>();
        for (var i = 0; i < 7; i++)
        {
            ids.Add(await CreateAsync($"Report {i}: Event ID 31003", "anna"));
        }

        var exported = new List<string>();
        for (string? path = "/v1/reports?limit=3"; path is not null;)
        {
            using var response = await _server.GetAsync(path);
            var page = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
            exported.AddRange(page["items"]!.AsArray().Select(r => (string)r!["id"]!));
            path = response.Headers.TryGetValues("Link", out var link) ? link.Single()[1..].Split('>')[0] : null;
            Assert.Equal(path is not null, page["nextCursor"] is not null);
            if (exported.Count == 3)
            {
                (await _server.SendAsync(HttpMethod.Delete, "/v1/reports/" + ids[2])).Dispose();
                ids.Add(await CreateAsync("One more: Event ID 31003", "anna"));
            }
        }

        Assert.Equal(ids, exported);
    }

    [Fact]
    public async Task Reports_are_chosen_by_what_is_known_of_them_and_have_their_feedback()
    {
        var id = await CreateAsync("Event ID 31003 from PasswordResetService", "anna");
        await CreateAsync("The coffee is cold", "berit");
        await _server.PostAsync($"/v1/reports/{id}/feedback", new JsonObject { ["helpful"] = true });

        var matched = (await _server.GetJsonAsync("/v1/reports?verdict=matched&entry=sspr/31003"))["items"]!.AsArray();

        Assert.Equal(id, (string)Assert.Single(matched)!["id"]!);
        Assert.True((bool)matched[0]!["feedback"]![0]!["helpful"]!);
        Assert.Single((await _server.GetJsonAsync("/v1/reports?verdict=unknown"))["items"]!.AsArray());
        Assert.Empty((await _server.GetJsonAsync("/v1/reports?from=2999-01-01T00:00:00Z"))["items"]!.AsArray());
        Assert.Equal(2, (await _server.GetJsonAsync("/v1/reports?until=2999-01-01T00:00:00%2B01:00"))["items"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("verdict=maybe", "verdict")]
    [InlineData("from=yesterday", "from")]
    [InlineData("until=2026-01-31T12:00:00", "until")]
    public async Task A_parameter_that_cannot_be_used_is_named(string query, string parameter)
    {
        using var response = await _server.GetAsync("/v1/reports?" + query);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(parameter, (string)(await RunningServer.ReadProblemAsync(response))["errors"]![0]!["parameter"]!);
    }

    [Fact]
    public async Task A_cursor_that_is_none_is_refused() =>
        Assert.Equal(HttpStatusCode.BadRequest, (await _server.GetAsync("/v1/reports?cursor=made-up")).StatusCode);

    [Fact]
    public async Task Everything_about_somebody_is_deleted_and_nothing_else()
    {
        await CreateAsync("Event ID 31003", "anna");
        await CreateAsync("Event ID 31002", "anna");
        var other = await CreateAsync("Event ID 31003", "berit");

        Assert.Equal(2, (long)(await _server.PostAsync("/v1/reports/deletions", new JsonObject { ["subject"] = "anna" }))["deleted"]!);
        Assert.Equal(0, (long)(await _server.PostAsync("/v1/reports/deletions", new JsonObject { ["subject"] = "anna" }))["deleted"]!);
        Assert.Equal(other, (string)Assert.Single((await _server.GetJsonAsync("/v1/reports"))["items"]!.AsArray())!["id"]!);
    }

    [Fact]
    public async Task What_is_old_is_deleted()
    {
        await CreateAsync("Event ID 31003", "anna");

        Assert.Equal(0, (long)(await _server.PostAsync("/v1/reports/deletions", new JsonObject { ["before"] = "2026-01-01T00:00:00Z" }))["deleted"]!);
        Assert.Equal(1, (long)(await _server.PostAsync("/v1/reports/deletions", new JsonObject { ["before"] = "2999-01-01T00:00:00Z" }))["deleted"]!);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"subject":" "}""")]
    [InlineData("""{"subject":"anna","before":"2026-01-01T00:00:00Z"}""")]
    [InlineData("""{"before":"2026-01-01"}""")]
    [InlineData("""["anna"]""")]
    public async Task What_does_not_say_which_reports_deletes_none(string body)
    {
        await CreateAsync("Event ID 31003", "anna");

        using var response = await _server.PostAsync("/v1/reports/deletions", new StringContent(body, System.Text.Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Single((await _server.GetJsonAsync("/v1/reports"))["items"]!.AsArray());
    }

    [Fact]
    public async Task Reading_and_deleting_need_scopes_of_their_own()
    {
        var (reader, writer, deleter) = (await _keys.AddAsync(Scopes.ReportsRead), await _keys.AddAsync(Scopes.ReportsWrite), await _keys.AddAsync(Scopes.ReportsDelete));
        await using var server = await RunningServer.StartWithAsync("--Kb:Keys:File", _keys.Path);

        async Task<HttpStatusCode> AskAsync(HttpMethod method, string path, string key)
        {
            using var request = new HttpRequestMessage(method, path) { Content = method == HttpMethod.Post ? RunningServer.JsonContent(new JsonObject { ["subject"] = "anna" }) : null };
            request.Headers.Authorization = new("Bearer", key);
            using var response = await server.Client.SendAsync(request);
            return response.StatusCode;
        }

        Assert.Equal(HttpStatusCode.OK, await AskAsync(HttpMethod.Get, "/v1/reports", reader));
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(HttpMethod.Get, "/v1/reports", writer));
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(HttpMethod.Post, "/v1/reports/deletions", reader));
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(HttpMethod.Post, "/v1/reports/deletions", writer));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(HttpMethod.Post, "/v1/reports/deletions", deleter));
    }

    private async Task<string> CreateAsync(string message, string subject) =>
        (string)(await _server.PostAsync("/v1/reports", new JsonObject { ["message"] = message, ["subject"] = subject }))["id"]!;
}
