using System.Net;
using System.Text.Json.Nodes;
using KbApi.Server.Tests.Hosting;

namespace KbApi.Server.Tests.Reports;

[Collection(ServerGroup.Name)]
public sealed class IdempotencyTests(ServerFixture fixture)
{
    private readonly RunningServer _server = fixture.Server;

    [Fact]
    public async Task The_same_request_again_has_the_same_answer_and_says_so()
    {
        var key = Guid.NewGuid().ToString();
        using var first = await SendAsync(key, "Event ID 31003");
        using var again = await SendAsync($"\"{key}\"", "Event ID 31003");

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (first.StatusCode, again.StatusCode));
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.Equal(first.Headers.Location, again.Headers.Location);
        Assert.False(first.Headers.Contains("Idempotent-Replayed"));
        Assert.Equal("true", Assert.Single(again.Headers.GetValues("Idempotent-Replayed")));
    }

    [Fact]
    public async Task A_key_with_another_body_is_refused_and_the_header_is_named()
    {
        var key = Guid.NewGuid().ToString();
        using var first = await SendAsync(key, "Event ID 31003");
        using var other = await SendAsync(key, "Event ID 6329");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
        var problem = await RunningServer.ReadProblemAsync(other);
        Assert.Equal("KBAPI-4222", (string)problem["code"]!);
        Assert.Contains("Idempotency-Key", (string)problem["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fifty_at_once_with_one_key_are_one_report()
    {
        var key = Guid.NewGuid().ToString();
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => SendAsync(key, "Event ID 31003"))));

        var created = answers.Where(a => a.StatusCode == HttpStatusCode.Created).ToList();
        var waiting = answers.Where(a => a.StatusCode == HttpStatusCode.Conflict).ToList();
        Assert.Equal(50, created.Count + waiting.Count);
        Assert.Single(created.Select(a => a.Headers.Location!.OriginalString).Distinct());
        Assert.Single(created, a => !a.Headers.Contains("Idempotent-Replayed"));
        Assert.All(waiting, a => Assert.Equal(TimeSpan.FromSeconds(1), a.Headers.RetryAfter?.Delta));
        using var after = await SendAsync(key, "Event ID 31003");
        Assert.Equal(created[0].Headers.Location, after.Headers.Location);
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("a\"b")]
    [InlineData("x256")]
    public async Task What_is_no_key_is_refused(string key)
    {
        using var response = await SendAsync(key == "x256" ? new string('x', 256) : key, "Event ID 31003");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("Idempotency-Key", (string)(await RunningServer.ReadProblemAsync(response))["errors"]![0]!["parameter"]!);
    }

    [Fact]
    public async Task Without_a_key_every_request_is_a_report()
    {
        using var first = await SendAsync(key: null, "Event ID 31003");
        using var second = await SendAsync(key: null, "Event ID 31003");

        Assert.NotEqual(first.Headers.Location, second.Headers.Location);
    }

    private async Task<HttpResponseMessage> SendAsync(string? key, string message)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/reports") { Content = RunningServer.JsonContent(new JsonObject { ["message"] = message }) };
        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        }

        return await _server.Client.SendAsync(request);
    }
}
