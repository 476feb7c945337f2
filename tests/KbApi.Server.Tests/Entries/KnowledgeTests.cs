using KbApi.Server.Tests.Hosting;

namespace KbApi.Server.Tests.Entries;

[Collection(ServerGroup.Name)]
public sealed class KnowledgeTests(ServerFixture fixture)
{
    private readonly RunningServer _server = fixture.Server;

    [Theory]
    [InlineData("sspr/restart-sync-service", 4)]
    [InlineData("sspr/reenable-writeback", 10)]
    [InlineData("sspr/install-latest-release", 3)]
    [InlineData("sspr/verify-permissions", 10)]
    public async Task A_procedure_has_its_steps_in_every_locale(string id, int steps)
    {
        foreach (var locale in new[] { "en-US", "sv-SE" })
        {
            var procedure = await _server.GetJsonAsync($"/v1/procedures/{id}?locale={locale}");
            Assert.Equal(locale, (string)procedure["locale"]!);
            Assert.Equal(Enumerable.Range(1, steps), procedure["steps"]!.AsArray().Select(s => (int)s!["number"]!));
        }
    }

    [Fact]
    public async Task A_procedure_carries_its_warning() =>
        Assert.Contains("sync rules", (string)(await _server.GetJsonAsync("/v1/procedures/sspr/install-latest-release"))["warnings"]![0]!, StringComparison.Ordinal);

    [Fact]
    public async Task The_ladder_leads_from_rung_to_rung_and_to_procedures()
    {
        var ladder = await _server.GetJsonAsync("/v1/ladders/sspr/writeback-connectivity?locale=sv-SE");

        Assert.Equal(
            ["check-network-connectivity", "restart-sync-service", "reenable-writeback", "install-latest-release", "writeback"],
            ladder["rungs"]!.AsArray().Select(r => (string)r!["anchor"]!));
        Assert.Null(ladder["rungs"]![0]!["procedure"]);
        Assert.Equal("sspr/restart-sync-service", (string)ladder["rungs"]![1]!["procedure"]!);
    }

    [Fact]
    public async Task The_checklist_holds_conditional_questions()
    {
        var items = (await _server.GetJsonAsync("/v1/checklists/sspr/contact-support"))["items"]!.AsArray();

        Assert.Equal(7, items.Count);
        Assert.Equal([0, 0, 2, 0, 3, 0, 0], items.Select(i => i!["details"]!.AsArray().Count));
        Assert.Equal("Support code", (string)items[2]!["name"]!);
    }

    [Fact]
    public async Task Operations_states_and_heartbeats_are_derived_from_the_content()
    {
        var answer = await _server.GetJsonAsync("/v1/operations");
        var operations = answer["operations"]!.AsArray().ToDictionary(o => (string)o!["start"]!, o => ((string?)o!["success"], (string?)o["failure"]));

        Assert.Equal(5, operations.Count);
        Assert.Equal(("sspr/31002", "sspr/31003"), operations["sspr/31001"]);
        Assert.Equal(("sspr/31007", "sspr/31008"), operations["sspr/31006"]);
        Assert.Equal(("sspr/31010", "sspr/31011"), operations["sspr/31009"]);
        Assert.Equal(("sspr/31013", "sspr/31014"), operations["sspr/31012"]);
        Assert.Equal(("sspr/31005", null), operations["sspr/31004"]);
        Assert.Equal("sspr/31015", (string)answer["states"]![0]!["started"]!);
        Assert.Equal("sspr/31016", (string)answer["states"]![0]!["stopped"]!);
        Assert.Equal(5, (int)answer["heartbeats"]![0]!["interval"]!["value"]!);
        Assert.Equal("min", (string)answer["heartbeats"]![0]!["interval"]!["unit"]!);
        Assert.Equal(["sspr/32014"], answer["recurring"]!.AsArray().Select(r => (string)r!));
    }

    [Fact]
    public async Task Articles_list_what_they_know()
    {
        var list = await _server.GetJsonAsync("/v1/articles");
        var article = await _server.GetJsonAsync("/v1/articles/sspr?locale=sv");

        Assert.Contains(list["items"]!.AsArray(), a => (string)a!["id"]! == "sspr");
        Assert.Equal("sv-SE", (string)article["locale"]!);
        Assert.Equal(87, article["entryIds"]!.AsArray().Count);
        Assert.Equal(["sspr/writeback-connectivity"], article["ladders"]!.AsArray().Select(l => (string)l!));
        Assert.Contains(article["sections"]!.AsArray(), s => (string)s!["anchor"]! == "reset-portal" && (int)s["level"]! == 2);
    }

    [Fact]
    public async Task Locales_tell_coverage_and_staleness_in_numbers()
    {
        var locales = (await _server.GetJsonAsync("/v1/locales"))["items"]!.AsArray();

        Assert.Equal(["en-US", "sv-SE"], locales.Select(l => (string)l!["locale"]!));
        Assert.True((bool)locales[0]!["isDefault"]!);
        Assert.Equal(1, (double)locales[1]!["coverage"]!);
        Assert.Equal(0, (int)locales[1]!["stale"]!);
    }
}
