using System.Text.Json.Nodes;
using KbApi.Server.Tests.Hosting;

namespace KbApi.Server.Tests.Mcp;

/// <summary>What each tool answers.</summary>
[Collection(ServerGroup.Name)]
public sealed class ToolTests(ServerFixture fixture)
{
    private readonly RunningServer _server = fixture.Server;

    [Theory]
    [InlineData("SSPR_0029")]
    [InlineData("sspr 29")]
    [InlineData("OnPremisesAdminActionRequired")]
    public async Task A_code_in_any_spelling_is_looked_up_and_cited(string code)
    {
        var reply = await _server.CallAsync("kb_lookup", new JsonObject { ["code"] = code, ["locale"] = "sv-SE" });

        Assert.Equal("found", (string)reply.Structured["status"]!);
        var entry = Assert.Single(reply.Structured["entries"]!.AsArray())!;
        Assert.Equal("sspr/sspr-0029", (string)entry["id"]!);
        Assert.EndsWith("content/sv-SE/sspr.md", (string)entry["source"]!["path"]!, StringComparison.Ordinal);
        var line = (int)entry["source"]!["startLine"]!;
        Assert.Contains("SSPR_0029", File.ReadLines(Path.Combine(Repository.Root, "content/sv-SE/sspr.md")).ElementAt(line - 1), StringComparison.Ordinal);
        Assert.Contains($"content/sv-SE/sspr.md, rad {line}.", reply.Text, StringComparison.Ordinal);
        Assert.Null(reply.Structured["truncated"]);
    }

    [Fact]
    public async Task A_number_is_taken_as_a_code()
    {
        var reply = await _server.CallAsync("kb_lookup", new JsonObject { ["code"] = 31003 });

        Assert.Equal("sspr/31003", (string)reply.Structured["entries"]![0]!["id"]!);
    }

    [Fact]
    public async Task All_meanings_of_a_code_are_named_even_where_little_fits()
    {
        var whole = await _server.CallAsync("kb_lookup", new JsonObject { ["code"] = "6329", ["maxTokens"] = 20000 });
        var little = await _server.CallAsync("kb_lookup", new JsonObject { ["code"] = "6329", ["maxTokens"] = 400 });

        static List<string> Ids(McpReply reply) => [.. reply.Structured["entries"]!.AsArray().Select(e => (string)e!["id"]!)];
        Assert.Equal("several", (string)little.Structured["status"]!);
        Assert.True(Ids(whole).Count > 1);
        Assert.Equal(Ids(whole), Ids(little));
        Assert.True((bool)little.Structured["truncated"]!);
    }

    [Fact]
    public async Task An_unknown_code_is_answered_with_its_family_and_the_nearest()
    {
        var reply = await _server.CallAsync("kb_lookup", new JsonObject { ["code"] = "31099" });

        Assert.False(reply.IsError);
        Assert.Equal("unknown", (string)reply.Structured["status"]!);
        Assert.Empty(reply.Structured["entries"]!.AsArray());
        Assert.Equal("31000-31999", (string)reply.Structured["family"]!["pattern"]!);
        Assert.NotEmpty(reply.Structured["nearest"]!.AsArray());
        Assert.StartsWith("The code 31099 is not documented.", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Brief_says_what_to_do_and_where_it_stands_and_full_the_procedures_too()
    {
        async Task<JsonObject> EntryAsync(string detail) =>
            (await _server.CallAsync("kb_lookup", new JsonObject { ["code"] = "32002", ["detail"] = detail, ["maxTokens"] = 20000 })).Structured["entries"]![0]!.AsObject();

        var brief = await EntryAsync("brief");
        Assert.Contains("resolution", brief);
        Assert.Contains("source", brief);
        Assert.DoesNotContain("causes", brief);
        Assert.Contains("causes", await EntryAsync("standard"));
        Assert.DoesNotContain("procedures", await EntryAsync("standard"));
        Assert.Contains("procedures", await EntryAsync("full"));
    }

    [Fact]
    public async Task A_search_names_hits_with_their_lines_and_corrects_typing_errors()
    {
        var reply = await _server.CallAsync("kb_search", new JsonObject { ["query"] = "pasword writeback", ["limit"] = 2 });

        var items = reply.Structured["items"]!.AsArray();
        Assert.Equal(2, items.Count);
        Assert.True((int)reply.Structured["total"]! > 2);
        Assert.Equal("password writeback", (string)reply.Structured["didYouMean"]!);
        Assert.Contains($"({items[0]!["id"]}, {items[0]!["source"]!["path"]}:{items[0]!["source"]!["startLine"]})", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_that_nothing_answers_says_so()
    {
        var reply = await _server.CallAsync("kb_search", new JsonObject { ["query"] = "bananpannkaka", ["locale"] = "sv-SE" });

        Assert.Equal(0, (int)reply.Structured["total"]!);
        Assert.StartsWith("Inget som är dokumenterat svarar", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_is_classified_with_evidence_and_without_personal_data()
    {
        const string message = "Event ID 31003 from PasswordResetService, user anna@contoso.com";
        var reply = await _server.CallAsync("kb_classify", new JsonObject { ["message"] = message });

        Assert.Equal("matched", (string)reply.Structured["verdict"]!);
        var candidate = reply.Structured["candidates"]![0]!;
        Assert.Equal("sspr/31003", (string)candidate["id"]!);
        Assert.Contains(candidate["evidence"]!.AsArray(), e => message[(int)e!["start"]!..(int)e["end"]!] == "31003");
        Assert.DoesNotContain("anna", reply.Json.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains($"sspr/31003, {candidate["source"]!["path"]}:{candidate["source"]!["startLine"]}", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_is_analyzed_and_its_findings_lead_to_lines_of_documents()
    {
        const string log = "2026-03-01 10:00:00 Information PasswordResetService 31001 start\n2026-03-01 10:00:09 Error PasswordResetService 31003 failed";
        var reply = await _server.CallAsync("kb_analyze_log", new JsonObject { ["log"] = log });

        var finding = Assert.Single(reply.Structured["findings"]!.AsArray(), f => (string)f!["id"]! == "KB4002")!;
        Assert.Equal(2, (int)finding["line"]!);
        var id = (string)finding["entries"]![0]!;
        var source = reply.Structured["sources"]!.AsArray().First(s => (string)s!["id"]! == id)!["source"]!;
        Assert.Contains($"{id}, {source["path"]}:{source["startLine"]}", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_log_is_a_mistake_of_the_argument()
    {
        var reply = await _server.CallAsync("kb_analyze_log", new JsonObject { ["log"] = "<!DOCTYPE a [<!ENTITY b \"x\">]><Events/>" });

        Assert.True(reply.IsError);
        Assert.StartsWith("Argument \"log\":", reply.Text, StringComparison.Ordinal);
    }
}
