using System.Net;
using KbApi.Content.Diagnostics;
using KbApi.Rules.Catalog;
using KbApi.Server.Tests.Hosting;

namespace KbApi.Server.Tests.Diagnostics;

public sealed class FindingTests
{
    private const string Article =
        "# Pump\n\n## PUMP-1: It hums\n\n| Error | Solution |\n| --- | --- |\n| It hums | See https://example.org/a\n| It hisses | See https://example.org/b |\n";

    [Fact]
    public async Task Findings_of_the_rules_are_listed_with_their_place_and_filtered()
    {
        using var content = new TempFolder();
        await File.WriteAllTextAsync(Path.Combine(content.Path, "pump.md"), Article);
        await using var server = await RunningServer.StartAsync(content.Path);

        var pipe = Assert.Single((await server.GetJsonAsync("/v1/diagnostics?rule=kb1020&locale=sv-SE"))["items"]!.AsArray())!;
        var urls = await server.GetJsonAsync("/v1/diagnostics?rule=KB1023&limit=1");
        var next = await server.GetJsonAsync("/v1/diagnostics?rule=KB1023&limit=1&cursor=" + urls["nextCursor"]);
        var elsewhere = await server.GetJsonAsync("/v1/diagnostics?path=other.md");
        var errors = await server.GetJsonAsync("/v1/diagnostics?severity=error");

        Assert.Equal("KB1020", (string)pipe["id"]!);
        Assert.EndsWith("pump.md", (string)pipe["path"]!, StringComparison.Ordinal);
        Assert.Equal(7, (int)pipe["line"]!);
        Assert.Equal(2, (int)urls["total"]!);
        Assert.Equal([7, 8], new[] { urls, next }.Select(p => (int)p["items"]![0]!["line"]!));
        Assert.Equal(0, (int)elsewhere["total"]!);
        Assert.Equal(0, (int)errors["total"]!);
    }

    [Fact]
    public async Task Findings_follow_the_content()
    {
        using var content = new TempFolder();
        var file = Path.Combine(content.Path, "pump.md");
        await File.WriteAllTextAsync(file, Article);
        await using var server = await RunningServer.StartAsync(content.Path);
        Assert.Equal(1, (int)(await server.GetJsonAsync("/v1/diagnostics?rule=KB1020"))["total"]!);

        await File.WriteAllTextAsync(file, Article.Replace("/a\n", "/a |\n", StringComparison.Ordinal));
        await RunningServer.WaitUntilAsync(async () => (int)(await server.GetJsonAsync("/v1/diagnostics?rule=KB1020"))["total"]! == 0);
    }

    [Fact]
    public async Task Severities_are_those_that_are_set_beside_the_content()
    {
        using var content = new TempFolder();
        await File.WriteAllTextAsync(Path.Combine(content.Path, "pump.md"), Article);
        await File.WriteAllTextAsync(Path.Combine(content.Path, ".editorconfig"), "root = true\n[*.md]\nkb_diagnostic.KB1020.severity = error\n");
        await using var server = await RunningServer.StartAsync(content.Path);
        using var before = await server.GetAsync("/v1/diagnostics?rule=KB1020");
        var snapshot = before.Headers.GetValues("Kb-Snapshot").Single();
        Assert.Contains("\"severity\":\"error\"", await before.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        await File.WriteAllTextAsync(Path.Combine(content.Path, ".editorconfig"), "root = true\n[*.md]\nkb_diagnostic.KB1020.severity = none\n");
        await RunningServer.WaitUntilAsync(async () => (int)(await server.GetJsonAsync("/v1/diagnostics?rule=KB1020"))["total"]! == 0);
        using var after = await server.GetAsync("/v1/diagnostics?rule=KB1020", ("If-None-Match", before.Headers.ETag!.ToString()));

        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.NotEqual(snapshot, after.Headers.GetValues("Kb-Snapshot").Single());
    }

    [Fact]
    public async Task The_catalogue_has_every_rule_and_leads_to_its_page()
    {
        await using var server = await RunningServer.StartAsync(Repository.Content);
        var rules = (await server.GetJsonAsync("/v1/rules?locale=sv-SE"))["items"]!.AsArray();
        var pipe = rules.Single(r => (string)r!["id"]! == "KB1020")!;

        Assert.Equal(
            ReadingDiagnostics.All.Concat(BuiltInRules.Descriptors).Select(d => d.Id).Order(StringComparer.Ordinal),
            rules.Select(r => (string)r!["id"]!));
        Assert.True((bool)pipe["fixable"]!);
        Assert.Equal("structure", (string)pipe["category"]!);
        Assert.Equal("KB1020", (string)(await server.GetJsonAsync("/v1/entries/" + pipe["entry"]))["codes"]![0]!["value"]!);
    }

    [Fact]
    public async Task A_severity_that_is_none_is_named()
    {
        await using var server = await RunningServer.StartAsync(Repository.Content);
        foreach (var severity in new[] { "bad", "Error", "2" })
        {
            var problem = await server.GetProblemAsync(HttpStatusCode.BadRequest, "/v1/diagnostics?severity=" + severity);
            Assert.Equal("severity", (string)problem["errors"]![0]!["parameter"]!);
        }
    }
}
