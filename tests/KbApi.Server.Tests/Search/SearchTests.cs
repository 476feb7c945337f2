using System.Net;
using System.Text.Json.Nodes;
using KbApi.Server.Tests.Hosting;

namespace KbApi.Server.Tests.Search;

[Collection(ServerGroup.Name)]
public sealed class SearchTests(ServerFixture fixture)
{
    private RunningServer Server => fixture.Server;

    [Fact]
    public async Task A_code_in_the_query_wins()
    {
        var answer = await Server.GetJsonAsync("/v1/search?q=what+is+sspr+29&locale=sv-SE");

        Assert.Equal("sspr/sspr-0029", (string?)answer["items"]![0]!["id"]);
        Assert.Equal("sv-SE", (string?)answer["items"]![0]!["locale"]);
        Assert.True((double)answer["tookMs"]! >= 0);
    }

    [Fact]
    public async Task Pages_follow_one_another_and_facets_count_all_of_them()
    {
        var first = await Server.GetJsonAsync("/v1/search?q=password&limit=5&locale=en-US");
        var second = await Server.GetJsonAsync("/v1/search?q=password&limit=5&locale=en-US&cursor=" + first["nextCursor"]);
        var ids = first["items"]!.AsArray().Concat(second["items"]!.AsArray()).Select(i => (string?)i!["id"]).ToList();

        Assert.Equal(10, ids.Distinct().Count());
        Assert.Equal(["article", "surface", "source", "severity", "scheme"], first["facets"]!.AsArray().Select(f => (string?)f!["name"]));
    }

    [Fact]
    public async Task Hits_stand_first_and_the_facets_are_those_that_are_promised()
    {
        var answer = (await Server.GetJsonAsync("/v1/search?q=password")).AsObject();

        Assert.Equal(["items", "total", "nextCursor", "facets", "tookMs"], answer.Select(m => m.Key));
        Assert.Equal(20, answer["items"]!.AsArray().Count);
        Assert.Equal(["article", "surface", "source", "severity", "scheme"], answer["facets"]!.AsArray().Select(f => (string)f!["name"]!));
    }

    [Theory]
    [InlineData("pasword+writeback", "password writeback")]
    [InlineData("31003+pasword", "31003 password")]
    [InlineData("SSPR_0092", null)]
    [InlineData("31030", null)]
    public async Task A_typing_error_is_proposed_mended_and_a_code_never(string query, string? proposal) =>
        Assert.Equal(proposal, (string?)(await Server.GetJsonAsync("/v1/search?q=" + query))["didYouMean"]);

    [Fact]
    public async Task Highlights_mark_what_was_asked_for()
    {
        var hit = (await Server.GetJsonAsync("/v1/search?q=PasswordResetFail"))["items"]![0]!;
        var highlight = hit["highlights"]![0]!;
        var span = highlight["spans"]![0]!;

        Assert.Equal("PasswordResetFail", ((string)highlight["text"]!)[(int)span["start"]!..(int)span["end"]!]);
    }

    [Theory]
    [InlineData("con")]
    [InlineData("pass")]
    public async Task There_are_ten_suggestions_at_most(string typed) =>
        Assert.InRange((await Server.GetJsonAsync("/v1/suggest?q=" + typed))["items"]!.AsArray().Count, 1, 10);

    [Fact]
    public async Task A_facet_narrows()
    {
        var answer = await Server.GetJsonAsync("/v1/search?q=password&surface=writeback&locale=en-US");

        Assert.NotEmpty(answer["items"]!.AsArray());
        Assert.All(answer["items"]!.AsArray(), i => Assert.Equal("writeback", (string?)i!["surface"]));
    }

    [Fact]
    public async Task Nothing_is_an_honest_answer() => Assert.Equal(0, (int)(await Server.GetJsonAsync("/v1/search?q=SSPR_0077"))["total"]!);

    [Theory]
    [InlineData("/v1/search", "q")]
    [InlineData("/v1/search?q=+", "q")]
    [InlineData("/v1/search?q=x&severity=bad", "severity")]
    [InlineData("/v1/suggest", "q")]
    public async Task A_wrong_parameter_is_named(string path, string parameter)
    {
        var problem = await Server.GetProblemAsync(HttpStatusCode.BadRequest, path);

        Assert.Equal(parameter, (string?)problem["errors"]![0]!["parameter"]);
    }

    [Fact]
    public async Task An_answer_that_tells_how_long_it_took_has_a_weak_tag_that_still_saves_the_answer()
    {
        using var first = await Server.GetAsync("/v1/search?q=password");
        using var second = await Server.GetAsync("/v1/search?q=password", ("If-None-Match", first.Headers.ETag!.ToString()));

        Assert.True(first.Headers.ETag.IsWeak);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Theory]
    [InlineData("password&locale=en-US")]
    [InlineData("password&locale=sv-SE")]
    [InlineData("31003&locale=de-DE")]
    [InlineData("l%C3%B6senord&locale=en-US&limit=100")]
    public async Task Every_hit_is_the_same_whether_or_not_a_budget_is_kept_to_and_however_often_it_was_written(string query)
    {
        var first = await Server.GetJsonAsync("/v1/search?q=" + query);
        var again = await Server.GetJsonAsync("/v1/search?q=" + query);
        var budgeted = await Server.GetJsonAsync("/v1/search?maxTokens=100000&q=" + query);

        Assert.NotEmpty(first["items"]!.AsArray());
        Assert.All((JsonNode[])[again, budgeted], answer => Assert.True(JsonNode.DeepEquals(first["items"], answer["items"])));
    }

    [Fact]
    public async Task One_hit_scores_and_matches_as_each_query_asks()
    {
        async Task<JsonNode> FirstAsync(string query) => (await Server.GetJsonAsync("/v1/search?locale=en-US&q=" + query))["items"]![0]!;
        var (code, words) = (await FirstAsync("SSPR_0029"), await FirstAsync("SSPR_0029+password"));

        Assert.Equal((string?)code["id"], (string?)words["id"]);
        Assert.False(JsonNode.DeepEquals(code["score"], words["score"]));
    }

    [Fact]
    public async Task Suggestions_complete_words_and_name_entries()
    {
        var answer = await Server.GetJsonAsync("/v1/suggest?q=passw&locale=en-US");

        Assert.Equal("password", (string?)answer["items"]![0]!["text"]);
        Assert.Contains(answer["items"]!.AsArray(), i => (string?)i!["id"] == "sspr/31003");
    }
}
