using KbApi.Server.Tests.Hosting;

namespace KbApi.Server.Tests.OpenApi;

/// <summary>Calls every operation of the contract with its own examples, and with what is wrong in many ways.</summary>
[Collection(ServerGroup.Name)]
public sealed class ContractWalkTests(ServerFixture fixture)
{
    private static readonly string[] Nonsense =
        ["", "\0", "\u0001\u001F", "-1", "99999999999999999999", "1.5", "true", "{}", "[]", "\uD83D\uDCA5", "..//..", "%", "sv_SE_x!", "\"'<>", new('x', 3000)];

    private static readonly string[] BrokenBodies =
        ["", "\0", "null", "7", "[]", "{", "{}", "{\"message\":[]}", "{\"message\":\"\\ud800\"}", "{\"message\":\"x\",\"answers\":{\"a\":{}}}", "\uFEFF{}", new('[', 5000), "{\"locale\":\"!\"}\n"];

    private readonly RunningServer _server = fixture.Server;

    [Fact]
    public async Task Its_own_examples_are_answered_as_it_says_in_every_representation()
    {
        var contract = await Contract.OfAsync(_server);
        foreach (var operation in contract.OfContent)
        {
            foreach (var mediaType in operation.MediaTypesOf("200"))
            {
                using var request = operation.ToRequest(await OthersAsync(operation));
                request.Headers.TryAddWithoutValidation("Accept", mediaType);
                using var response = await _server.Client.SendAsync(request);

                Assert.True(response.IsSuccessStatusCode, $"{(int)response.StatusCode} {request.RequestUri}");
                Assert.Equal(mediaType, response.Content.Headers.ContentType?.MediaType);
                await contract.CheckAsync(operation, response, $"{request.RequestUri} {mediaType}");
            }
        }
    }

    [Fact]
    public async Task Every_detail_and_budget_fits_the_schema()
    {
        var contract = await Contract.OfAsync(_server);
        foreach (var operation in contract.Operations.Where(o => o.Parameters.Any(p => (string)p["name"]! == "detail")))
        {
            foreach (var (detail, tokens) in new[] { ("brief", null), ("standard", null), ("full", (string?)null), ("standard", "64"), ("full", "200") })
            {
                using var request = operation.ToRequest([.. await OthersAsync(operation), ("detail", detail), ("maxTokens", tokens)]);
                using var response = await _server.Client.SendAsync(request);
                await contract.CheckAsync(operation, response, $"{request.RequestUri}");
            }
        }
    }

    [Fact]
    public async Task No_parameter_makes_the_server_fail_and_every_answer_is_in_the_contract()
    {
        var contract = await Contract.OfAsync(_server);
        var calls = 0;
        foreach (var operation in contract.Operations)
        {
            foreach (var parameter in operation.Parameters)
            {
                var name = (string)parameter["name"]!;
                var place = (string)parameter["in"]!;

                // An empty value in a path is another path; HttpClient sends no header that is not ASCII.
                foreach (var value in Nonsense.Where(v => place == "header" ? v.All(c => c is >= ' ' and < '~') : place != "path" || v.Length > 0))
                {
                    using var request = operation.ToRequest((name, value));
                    using var response = await _server.Client.SendAsync(request);
                    await contract.CheckAsync(operation, response, $"{request.RequestUri} {name}");
                    calls++;
                }
            }
        }

        Assert.True(calls > 1500, $"{calls}");
    }

    [Fact]
    public async Task No_body_makes_the_server_fail_and_every_answer_is_in_the_contract()
    {
        var contract = await Contract.OfAsync(_server);
        foreach (var operation in contract.Operations.Where(o => o.Body is not null))
        {
            foreach (var mediaType in new[] { operation.Body!.Value.MediaType, "text/plain", "application/xml" })
            {
                foreach (var body in BrokenBodies)
                {
                    using var request = operation.ToRequest();
                    request.Content = new StringContent(body);
                    request.Content.Headers.ContentType = new(mediaType);
                    using var response = await _server.Client.SendAsync(request);
                    await contract.CheckAsync(operation, response, $"{request.RequestUri} {mediaType} {body[..Math.Min(40, body.Length)]}");
                }
            }
        }
    }

    [Fact]
    public async Task Every_operation_refuses_what_it_cannot_answer_with()
    {
        var contract = await Contract.OfAsync(_server);
        foreach (var operation in contract.Operations.Where(o => o.Path.StartsWith("/v1/", StringComparison.Ordinal)))
        {
            using var request = operation.ToRequest(await OthersAsync(operation));
            request.Headers.TryAddWithoutValidation("Accept", "image/png");
            using var response = await _server.Client.SendAsync(request);

            Assert.Equal(406, (int)response.StatusCode);
            await contract.CheckAsync(operation, response, $"{request.RequestUri}");
        }
    }

    [Fact]
    public async Task Every_reading_operation_saves_an_answer_that_the_client_has()
    {
        var contract = await Contract.OfAsync(_server);
        foreach (var operation in contract.OfContent.Where(o => o.Responses.ContainsKey("304")))
        {
            using var first = await _server.Client.SendAsync(operation.ToRequest(await OthersAsync(operation)));
            using var request = operation.ToRequest([.. await OthersAsync(operation), ("If-None-Match", first.Headers.ETag?.ToString())]);
            using var response = await _server.Client.SendAsync(request);

            Assert.True((int)response.StatusCode == 304, $"{request.RequestUri}");
            await contract.CheckAsync(operation, response, $"{request.RequestUri}");
        }
    }

    /// <summary>The snapshot of an example is one of another server.</summary>
    private async Task<(string Name, string? Value)[]> OthersAsync(ContractOperation operation) =>
        operation.Id == "listChanges" ? [("since", (string)(await _server.GetJsonAsync("/health/ready"))["snapshot"]!)] : [];
}
