using System.Net;
using KbApi.Server.Tests.Hosting;

namespace KbApi.Server.Tests.OpenApi;

/// <summary>Promises that hold for every operation of the contract.</summary>
[Collection(ServerGroup.Name)]
public sealed class EveryOperationTests(ServerFixture fixture)
{
    private static readonly string[] OfBody = ["Content-Length", "Content-Type", "Content-Language", "ETag", "Kb-Snapshot", "Vary", "Cache-Control", "Link", "Content-Location", "Kb-Truncated"];

    private readonly RunningServer _server = fixture.Server;

    [Fact]
    public async Task HEAD_has_the_headers_of_GET_and_no_body()
    {
        foreach (var operation in await ReadingAsync())
        {
            using var get = await _server.Client.SendAsync(operation.ToRequest());
            using var request = operation.ToRequest();
            request.Method = HttpMethod.Head;
            using var head = await _server.Client.SendAsync(request);

            Assert.Equal(get.StatusCode, head.StatusCode);
            Assert.Empty(await head.Content.ReadAsByteArrayAsync());

            // The length of an answer that tells how long it took differs from one to the next.
            var compared = operation.Id == "search" ? OfBody.Skip(1) : OfBody;
            Assert.All(compared, h => Assert.True(HeaderOf(get, h) == HeaderOf(head, h), $"{request.RequestUri}: {h} is {HeaderOf(get, h)} and {HeaderOf(head, h)}"));
        }
    }

    [Fact]
    public async Task OPTIONS_names_the_methods()
    {
        foreach (var operation in (await Contract.OfAsync(_server)).OfContent.Where(o => o.Path.StartsWith("/v1/", StringComparison.Ordinal)))
        {
            using var request = operation.ToRequest();
            request.Method = HttpMethod.Options;
            request.Content = null;
            using var response = await _server.Client.SendAsync(request);

            Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
            Assert.Equal(operation.Method == HttpMethod.Get ? ["GET", "HEAD", "OPTIONS"] : ["POST", "OPTIONS"], response.Content.Headers.Allow);
        }
    }

    [Fact]
    public async Task Pages_of_other_sites_may_read_answers_kept_answers_304s_and_problems()
    {
        foreach (var operation in (await Contract.OfAsync(_server)).OfContent.Where(o => o.Path.StartsWith("/v1/", StringComparison.Ordinal)))
        {
            using var first = await AskAsync(operation);
            using var kept = await AskAsync(operation);
            using var problem = await AskAsync(operation, ("locale", "!"));
            Assert.Equal(HttpStatusCode.BadRequest, problem.StatusCode);
            var answers = new List<HttpResponseMessage> { first, kept, problem };
            if (operation.Responses.ContainsKey("304") && first.Headers.ETag is { } tag)
            {
                answers.Add(await AskAsync(operation, ("If-None-Match", tag.ToString())));
                Assert.Equal(HttpStatusCode.NotModified, answers[^1].StatusCode);
            }

            Assert.All(answers, a => Assert.Equal("*", HeaderOf(a, "Access-Control-Allow-Origin")));
            Assert.All(answers, a => Assert.Contains("Kb-Snapshot", HeaderOf(a, "Access-Control-Expose-Headers"), StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Every_answer_names_its_snapshot_and_what_it_depends_on_and_is_no_other_type_than_it_says()
    {
        foreach (var operation in (await Contract.OfAsync(_server)).OfContent.Where(o => o.Path.StartsWith("/v1/", StringComparison.Ordinal)))
        {
            using var response = await AskAsync(operation);

            Assert.Matches("^[0-9a-f]{16}$", HeaderOf(response, "Kb-Snapshot"));
            Assert.Equal("Accept, Accept-Language", HeaderOf(response, "Vary"));
            Assert.Equal("nosniff", HeaderOf(response, "X-Content-Type-Options"));
            Assert.Equal(operation.Method == HttpMethod.Get ? "public, no-cache" : "no-store", HeaderOf(response, "Cache-Control"));
        }
    }

    private async Task<HttpResponseMessage> AskAsync(ContractOperation operation, params (string, string?)[] instead)
    {
        using var request = operation.ToRequest([.. instead, .. await OthersAsync(operation)]);
        request.Headers.Add("Origin", "https://portal.example");
        return await _server.Client.SendAsync(request);
    }

    private async Task<IEnumerable<ContractOperation>> ReadingAsync() =>
        (await Contract.OfAsync(_server)).OfContent.Where(o => o.Method == HttpMethod.Get && o.Path.StartsWith("/v1/", StringComparison.Ordinal));

    private async Task<(string Name, string? Value)[]> OthersAsync(ContractOperation operation) =>
        operation.Id == "listChanges" ? [("since", (string)(await _server.GetJsonAsync("/health/ready"))["snapshot"]!)] : [];

    private static string HeaderOf(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) || response.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values) : "";
}
