using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using KbApi.Server.Tests.Hosting;

namespace KbApi.Server.Tests.Budget;

[Collection(ServerGroup.Name)]
public sealed class BudgetTests(ServerFixture fixture)
{
    private readonly RunningServer _server = fixture.Server;

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/markdown")]
    [InlineData("text/html")]
    [InlineData("text/plain")]
    public async Task No_body_of_any_entry_exceeds_its_budget(string mediaType)
    {
        var ids = new List<string>();
        for (var path = "/v1/entries?limit=100"; ;)
        {
            var page = await _server.GetJsonAsync(path);
            ids.AddRange(page["items"]!.AsArray().Select(i => (string)i!["id"]!));
            if (page["nextCursor"] is not { } cursor)
            {
                break;
            }

            path = "/v1/entries?limit=100&cursor=" + cursor;
        }

        Assert.True(ids.Count > 100);
        var truncated = 0;
        foreach (var id in ids)
        {
            foreach (var tokens in new[] { 64, 97, 200, 1000 })
            {
                using var response = await _server.GetAsync($"/v1/entries/{id}?locale=sv-SE&maxTokens={tokens}", ("Accept", mediaType));
                var body = await response.Content.ReadAsStringAsync();
                Assert.True(response.StatusCode == HttpStatusCode.OK, $"{id} {tokens}: {body}");
                Assert.InRange(Encoding.UTF8.GetByteCount(body), 1, tokens * 3);
                var isTruncated = response.Headers.Contains("Kb-Truncated");
                truncated += isTruncated ? 1 : 0;
                if (mediaType == "application/json")
                {
                    var entry = JsonNode.Parse(body)!;
                    Assert.Equal(id, (string)entry["id"]!);
                    Assert.NotNull(entry["title"]);
                    Assert.Equal(isTruncated, (bool?)entry["truncated"] == true);
                }
            }
        }

        Assert.InRange(truncated, 50, (4 * ids.Count) - 1);
    }

    [Theory]
    [InlineData("/v1/articles/sspr", "text/markdown")]
    [InlineData("/v1/articles/sspr", "text/html")]
    [InlineData("/v1/articles/sspr", "text/plain")]
    [InlineData("/v1/articles/sspr", "application/json")]
    [InlineData("/v1/articles", "application/json")]
    [InlineData("/v1/entries", "application/json")]
    [InlineData("/v1/entries", "text/plain")]
    [InlineData("/v1/codes/6329", "application/json")]
    [InlineData("/v1/codes/6329", "text/markdown")]
    [InlineData("/v1/procedures/sspr/verify-permissions", "text/html")]
    [InlineData("/v1/ladders/sspr/writeback-connectivity", "application/json")]
    [InlineData("/v1/checklists/sspr/contact-support", "text/plain")]
    [InlineData("/v1/operations", "application/json")]
    [InlineData("/v1/operations", "text/markdown")]
    [InlineData("/v1/locales", "application/json")]
    [InlineData("/v1/rules", "application/json")]
    [InlineData("/v1/messages/resolve?text=ADMutliMatchError", "application/json")]
    public async Task Other_answers_keep_to_their_budget_too(string path, string mediaType)
    {
        foreach (var tokens in new[] { 64, 150, 500 })
        {
            using var response = await _server.GetAsync($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}maxTokens={tokens}", ("Accept", mediaType));

            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal(mediaType, response.Content.Headers.ContentType!.MediaType);
            Assert.InRange((await response.Content.ReadAsByteArrayAsync()).Length, 1, tokens * 3);
        }
    }

    [Fact]
    public async Task Pages_within_a_budget_follow_one_another_and_leave_no_entry_out()
    {
        var all = (await _server.GetJsonAsync("/v1/entries?section=reset-portal&limit=100"))["items"]!.AsArray().Select(i => (string)i!["id"]!).ToList();
        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = await _server.GetJsonAsync("/v1/entries?section=reset-portal&maxTokens=400" + (cursor is null ? "" : "&cursor=" + cursor));
            seen.AddRange(page["items"]!.AsArray().Select(i => (string)i!["id"]!));
            cursor = (string?)page["nextCursor"];
        }
        while (cursor is not null);

        Assert.Equal(11, all.Count);
        Assert.Equal(all, seen);
    }

    [Fact]
    public async Task Texts_are_cut_behind_sentences()
    {
        var whole = (string)(await _server.GetJsonAsync("/v1/codes/SSPR_0029"))["resolution"]!["summary"]!;
        for (var tokens = 64; tokens < 300; tokens += 10)
        {
            var cut = await _server.GetJsonAsync($"/v1/codes/SSPR_0029?maxTokens={tokens}");
            if ((string?)cut["resolution"]?["summary"] is { Length: > 0 } summary)
            {
                Assert.StartsWith(summary, whole, StringComparison.Ordinal);
                Assert.Contains(summary[^1], ".!?:)\"");
            }
        }
    }

    [Theory]
    [InlineData("maxTokens=63", "maxTokens")]
    [InlineData("maxTokens=-1", "maxTokens")]
    [InlineData("maxTokens=many", "maxTokens")]
    [InlineData("detail=huge", "detail")]
    [InlineData("limit=0", "limit")]
    public async Task Wrong_values_are_named(string query, string parameter)
    {
        var problem = await _server.GetProblemAsync(HttpStatusCode.BadRequest, "/v1/entries?" + query);

        Assert.Equal(parameter, (string)problem["errors"]![0]!["parameter"]!);
    }

    [Fact]
    public async Task All_wrong_parameters_are_named_at_once()
    {
        var problem = await _server.GetProblemAsync(HttpStatusCode.BadRequest, "/v1/entries?locale=!&limit=900&detail=x");

        Assert.Equal(["locale", "limit", "detail"], problem["errors"]!.AsArray().Select(e => (string)e!["parameter"]!));
    }

    [Fact]
    public async Task Detail_decides_how_much_is_said()
    {
        var brief = (await _server.GetJsonAsync("/v1/entries/sspr/32002?detail=brief")).AsObject();
        var standard = (await _server.GetJsonAsync("/v1/entries/sspr/32002")).AsObject();
        var full = (await _server.GetJsonAsync("/v1/ladders/sspr/writeback-connectivity?detail=full")).AsObject();

        Assert.Contains("title", brief);
        Assert.DoesNotContain("causes", brief);
        Assert.DoesNotContain("truncated", brief);
        Assert.Contains("causes", standard);
        Assert.NotEmpty(full["procedures"]!.AsArray());
    }
}
