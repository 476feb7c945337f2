using System.Net;
using KbApi.Server.Tests.Hosting;

namespace KbApi.Server.Tests.Changes;

public sealed class ChangeTests
{
    [Fact]
    public async Task What_an_edit_changed_is_told_by_field_and_locale()
    {
        using var content = new TemporaryContent();
        await using var server = await RunningServer.StartAsync(content.Path);
        var since = (string)(await server.GetJsonAsync("/health/ready"))["snapshot"]!;
        Assert.Empty((await server.GetJsonAsync("/v1/changes?since=" + since))["items"]!.AsArray());

        content.Replace("en-US/sspr.md", "a spam filter has rejected", "some spam filter has rejected");
        await File.WriteAllTextAsync(content.PathOf("en-US/new.md"), "# New\n\n## NEW-4711: It hums\n\n**Cause:** Loose screw.\n\n**Resolution:** Tighten it.\n");
        await RunningServer.WaitUntilAsync(async () => (int)(await server.GetJsonAsync("/v1/changes?since=" + since))["total"]! == 2);
        var changes = (await server.GetJsonAsync("/v1/changes?since=" + since))["items"]!.AsArray();
        var changed = (await server.GetJsonAsync("/v1/entries?changedSince=" + since))["items"]!.AsArray().Select(i => (string)i!["id"]!);

        Assert.Equal(["new/new-4711 added", "sspr/no-email changed"], changes.Select(c => $"{c!["id"]} {c["change"]}"));
        Assert.Equal(["causes"], changes[1]!["fields"]!.AsArray().Select(f => (string)f!));
        Assert.Equal(["en-US"], changes[1]!["locales"]!.AsArray().Select(f => (string)f!));
        Assert.Equal(["new/new-4711", "sspr/no-email"], changed.Order(StringComparer.Ordinal));

        Assert.Equal("KBAPI-4102", (string)(await server.GetProblemAsync(HttpStatusCode.Gone, "/v1/changes?since=0123456789abcdef"))["code"]!);
        Assert.Equal("since", (string)(await server.GetProblemAsync(HttpStatusCode.BadRequest, "/v1/changes?since=yesterday"))["errors"]![0]!["parameter"]!);
        Assert.Equal("since", (string)(await server.GetProblemAsync(HttpStatusCode.BadRequest, "/v1/changes"))["errors"]![0]!["parameter"]!);
    }

    [Fact]
    public async Task Findings_and_rules_are_told_in_the_callers_language()
    {
        using var content = new TemporaryContent();
        await File.WriteAllTextAsync(content.PathOf("en-US/odd.md"), "---\n- no\n- mapping\n---\n# Odd\n");
        await using var server = await RunningServer.StartAsync(content.Path);
        var finding = (await server.GetJsonAsync("/v1/diagnostics?locale=sv-SE"))["items"]![0]!;
        var rules = (await server.GetJsonAsync("/v1/rules"))["items"]!.AsArray();

        Assert.Equal("KB1009", (string)finding["id"]!);
        Assert.Equal("warning", (string)finding["severity"]!);
        Assert.EndsWith("en-US/odd.md", (string)finding["path"]!, StringComparison.Ordinal);
        Assert.Contains("KB1009", rules.Select(r => (string)r!["id"]!));
        Assert.Equal(rules.Count, rules.Select(r => (string)r!["title"]!).Distinct().Count());
    }
}
