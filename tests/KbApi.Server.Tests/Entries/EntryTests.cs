using System.Net;
using System.Text.Json.Nodes;
using KbApi.Server.Tests.Hosting;

namespace KbApi.Server.Tests.Entries;

[Collection(ServerGroup.Name)]
public sealed class EntryTests(ServerFixture fixture)
{
    private readonly RunningServer _server = fixture.Server;

    [Fact]
    public async Task An_entry_says_where_it_stands_to_the_line()
    {
        var entry = await _server.GetJsonAsync("/v1/entries/sspr/no-email?locale=sv-SE");
        var lines = await File.ReadAllLinesAsync(Path.Combine(Repository.Content, "sv-SE", "sspr.md"));

        Assert.EndsWith("sv-SE/sspr.md", (string)entry["source"]!["path"]!, StringComparison.Ordinal);
        Assert.Contains("name=\"no-email\"", lines[(int)entry["source"]!["startLine"]! - 1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_resolution_gives_its_steps_and_the_procedures_that_it_refers_to()
    {
        var entry = await _server.GetJsonAsync("/v1/entries/sspr/service-not-started");
        var resolution = entry["resolution"]!;

        Assert.Equal(3, resolution["steps"]!.AsArray().Count);
        Assert.Equal(["sspr/restart-sync-service", "sspr/reenable-writeback"], resolution["procedures"]!.AsArray().Select(p => (string)p!));
        Assert.Null(resolution["summary"]);
    }

    [Fact]
    public async Task Look_alikes_name_each_other_and_the_fact_that_tells_them_apart()
    {
        var entry = await _server.GetJsonAsync("/v1/entries/sspr/multiple-matches");

        Assert.Contains("Multiple matches found", (string)entry["discriminators"]![0]!["fact"]!, StringComparison.Ordinal);
        Assert.Equal(["sspr/access-denied", "sspr/object-not-found"], entry["discriminators"]![0]!["others"]!.AsArray().Select(o => (string)o!));
        Assert.Contains(entry["related"]!.AsArray(), r => (string)r!["id"]! == "sspr/access-denied" && (string)r["relation"]! == "looksLike");
    }

    [Theory]
    [InlineData("sspr/31001", "sspr/password-reset", "start")]
    [InlineData("sspr/31003", "sspr/password-reset", "failure")]
    [InlineData("sspr/31016", "sspr/write-back-service", "stopped")]
    [InlineData("sspr/32015", "sspr/32015", "heartbeat")]
    [InlineData("sspr/32014", "sspr/32014", "recurring")]
    public async Task An_event_tells_its_part_in_its_operation(string id, string operation, string role)
    {
        var entry = await _server.GetJsonAsync("/v1/entries/" + id);

        Assert.Equal(operation, (string)entry["operation"]!["id"]!);
        Assert.Equal(role, (string)entry["operation"]!["role"]!);
    }

    [Fact]
    public async Task Constraints_are_numbers_with_units()
    {
        var entry = await _server.GetJsonAsync("/v1/entries/sspr/password-too-long");
        var limit = entry["constraints"]!.AsArray().Single(c => (decimal)c!["value"]! == 127 && (string)c["bound"]! == "atMost")!;

        Assert.Equal("length", (string)limit["kind"]!);
        Assert.Equal("characters", (string)limit["unit"]!);
    }

    [Fact]
    public async Task Pages_follow_one_another_without_gap_or_repetition()
    {
        var ids = new List<string>();
        var path = "/v1/entries?article=sspr&limit=20";
        while (path is not null)
        {
            using var response = await _server.GetAsync(path);
            var page = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
            Assert.Equal(87, (int)page["total"]!);
            ids.AddRange(page["items"]!.AsArray().Select(i => (string)i!["id"]!));
            var link = response.Headers.TryGetValues("Link", out var links) ? links.Single() : null;
            Assert.Equal(link is null, page["nextCursor"] is null);
            path = link?[1..link.IndexOf('>', StringComparison.Ordinal)];
            Assert.True(link?.EndsWith("; rel=\"next\"", StringComparison.Ordinal) ?? true);
        }

        Assert.Equal(87, ids.Count);
        Assert.Equal(ids.Distinct(), ids);
        Assert.Equal("sspr/sspr-0009", ids[0]);
    }

    [Theory]
    [InlineData("section=reset-portal", 11)]
    [InlineData("surface=writeback", 9)]
    [InlineData("source=ADSync", 2)]
    [InlineData("source=ADSync&scheme=event", 1)]
    [InlineData("scheme=sspr", 8)]
    [InlineData("severity=warning&article=sspr", 2)]
    [InlineData("article=nothing", 0)]
    public async Task Filters_let_pass_what_they_name(string query, int count) =>
        Assert.Equal(count, (int)(await _server.GetJsonAsync("/v1/entries?" + query))["total"]!);

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=101", "limit")]
    [InlineData("limit=ten", "limit")]
    [InlineData("limit=-1", "limit")]
    [InlineData("severity=bad", "severity")]
    public async Task A_parameter_that_cannot_be_used_is_named(string query, string parameter)
    {
        var problem = await _server.GetProblemAsync(HttpStatusCode.BadRequest, "/v1/entries?" + query);

        Assert.Equal("KBAPI-4001", (string)problem["code"]!);
        Assert.Equal(parameter, (string)problem["errors"]![0]!["parameter"]!);
    }

    [Fact]
    public async Task A_cursor_of_another_list_or_made_up_is_refused()
    {
        var page = await _server.GetJsonAsync("/v1/entries?article=sspr&limit=1");
        var cursor = (string)page["nextCursor"]!;

        foreach (var query in new[] { $"cursor={cursor}", "article=sspr&cursor=made-up", "article=sspr&cursor=%F0%9F%92%A5", "article=sspr&cursor=" })
        {
            var problem = await _server.GetProblemAsync(HttpStatusCode.BadRequest, "/v1/entries?" + query);
            Assert.Equal("KBAPI-4002", (string)problem["code"]!);
        }
    }

    [Theory]
    [InlineData("/v1/entries/sspr/nothing")]
    [InlineData("/v1/articles/nothing")]
    [InlineData("/v1/procedures/sspr/nothing")]
    [InlineData("/v1/ladders/nothing")]
    [InlineData("/v1/checklists/nothing")]
    public async Task An_unknown_id_is_a_problem(string path) =>
        Assert.Equal("KBAPI-4042", (string)(await _server.GetProblemAsync(HttpStatusCode.NotFound, path))["code"]!);
}
