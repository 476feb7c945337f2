using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using KbApi.Server.Tests.Hosting;

namespace KbApi.Server.Tests.Classification;

[Collection(ServerGroup.Name)]
public sealed class ClassifyTests(ServerFixture fixture)
{
    private const string Report = "Event ID 31003 from PasswordResetService, user anna@contoso.com";

    /// <summary>What three entries have as their symptom.</summary>
    private const string Ambiguous = "A federated user submits a new password and gets an error that tells of a service problem.";

    private readonly RunningServer _server = fixture.Server;

    [Fact]
    public async Task A_code_in_context_leads_to_its_entry_and_the_places_that_say_so()
    {
        var answer = await _server.PostAsync("/v1/classify", new JsonObject { ["message"] = Report, ["locale"] = "sv-SE" });

        Assert.Equal("matched", (string)answer["verdict"]!);
        var best = answer["candidates"]![0]!;
        Assert.Equal("sspr/31003", (string)best["id"]!);
        Assert.Equal("sv-SE", (string)best["locale"]!);
        Assert.Equal("code", (string)best["rule"]!);
        Assert.EndsWith("sv-SE/sspr.md", (string)best["source"]!["path"]!, StringComparison.Ordinal);
        Assert.Contains(best["evidence"]!.AsArray(), e => (string)e!["field"]! == "message" && Report[(int)e["start"]!..(int)e["end"]!] == "31003");
    }

    [Fact]
    public async Task What_must_not_be_kept_is_masked_and_the_caller_is_told_where_it_stood()
    {
        var answer = await _server.PostAsync("/v1/classify", new JsonObject { ["message"] = Report, ["log"] = "10.1.2.3 anna@contoso.com" });

        Assert.Equal("Event ID 31003 from PasswordResetService, user [email-1]", (string)answer["message"]!);
        Assert.Equal(
            ["message:anna@contoso.com:email:[email-1]", "log:10.1.2.3:ipAddress:[ip-1]", "log:anna@contoso.com:email:[email-1]"],
            answer["redactions"]!.AsArray().Select(r =>
                $"{r!["field"]}:{((string)r["field"]! == "message" ? Report : "10.1.2.3 anna@contoso.com")[(int)r["start"]!..(int)r["end"]!]}:{r["kind"]}:{r["placeholder"]}"));
    }

    [Fact]
    public async Task Several_candidates_come_with_a_question_and_its_answer_decides()
    {
        var report = new JsonObject { ["message"] = Ambiguous };
        var first = await _server.PostAsync("/v1/classify?locale=en-US", report);
        var question = first["nextQuestions"]![0]!;
        var option = question["options"]!.AsArray().Last()!;
        report["answers"] = new JsonObject { [(string)question["id"]!] = (string)option["value"]! };
        var second = await _server.PostAsync("/v1/classify?locale=en-US", report);

        Assert.Equal("ambiguous", (string)first["verdict"]!);
        Assert.Equal("Which of these is so?", (string)question["text"]!);
        Assert.Equal("matched", (string)second["verdict"]!);
        Assert.Equal((string)option["entries"]![0]!, (string)second["candidates"]![0]!["id"]!);
        Assert.Empty(second["nextQuestions"]!.AsArray());
    }

    [Fact]
    public async Task What_nobody_documents_is_unknown()
    {
        var answer = await _server.PostAsync("/v1/classify", new JsonObject { ["message"] = "The coffee machine on floor three leaks" });

        Assert.Equal("unknown", (string)answer["verdict"]!);
        Assert.Empty(answer["candidates"]!.AsArray());
    }

    [Theory]
    [InlineData("""{"code":31003,"source":"PasswordResetService"}""")]
    [InlineData("""{"code":"31003","source":"PasswordResetService","somethingElse":[1,{"a":2}]}""")]
    [InlineData("""{"message":null,"log":"PasswordResetService Error 31003"}""")]
    public async Task A_code_or_a_log_alone_is_a_report(string body)
    {
        var answer = await _server.PostAsync("/v1/classify", JsonNode.Parse(body)!);

        Assert.Equal("sspr/31003", (string)answer["candidates"]![0]!["id"]!);
    }

    [Theory]
    [InlineData("""{"message":""", HttpStatusCode.BadRequest, "KBAPI-4003", "")]
    [InlineData("", HttpStatusCode.BadRequest, "KBAPI-4003", "")]
    [InlineData("[[[[[[[[[[[[1]]]]]]]]]]]]", HttpStatusCode.BadRequest, "KBAPI-4003", "")]
    [InlineData("[]", HttpStatusCode.UnprocessableEntity, "KBAPI-4221", "")]
    [InlineData("{}", HttpStatusCode.UnprocessableEntity, "KBAPI-4221", "/message")]
    [InlineData("""{"message":" \t"}""", HttpStatusCode.UnprocessableEntity, "KBAPI-4221", "/message")]
    [InlineData("""{"message":7,"source":[],"code":1.5,"locale":"!"}""", HttpStatusCode.UnprocessableEntity, "KBAPI-4221", "/message /code /source /locale")]
    [InlineData("""{"message":"\ud800"}""", HttpStatusCode.UnprocessableEntity, "KBAPI-4221", "/message")]
    [InlineData("""{"\ud800":"x"}""", HttpStatusCode.UnprocessableEntity, "KBAPI-4221", "")]
    [InlineData("""{"message":"x","answers":{"a/b":1,"c~d":null}}""", HttpStatusCode.UnprocessableEntity, "KBAPI-4221", "/answers/a~1b /answers/c~0d")]
    [InlineData("""{"message":"x","answers":[]}""", HttpStatusCode.UnprocessableEntity, "KBAPI-4221", "/answers")]
    public async Task What_is_wrong_with_a_body_is_named_all_at_once(string body, HttpStatusCode status, string code, string pointers)
    {
        using var response = await _server.PostAsync("/v1/classify", new StringContent(body, Encoding.UTF8, "application/json"));
        Assert.Equal(status, response.StatusCode);
        var problem = await RunningServer.ReadProblemAsync(response);

        Assert.Equal(code, (string)problem["code"]!);
        Assert.Equal(pointers, string.Join(' ', problem["errors"]!.AsArray().Select(e => (string)e!["pointer"]!)));
    }

    [Fact]
    public async Task Lengths_are_bounded_and_the_bounds_are_those_of_the_contract()
    {
        var schema = (await _server.GetContractAsync())["components"]!["schemas"]!["ClassificationRequest"]!["properties"]!;
        foreach (var name in new[] { "message", "code", "source", "log", "product" })
        {
            var max = (int)schema[name]!["maxLength"]!;
            var good = new JsonObject { ["message"] = "x", [name] = new string('x', max) };
            var bad = new JsonObject { ["message"] = "x", [name] = new string('x', max + 1) };
            _ = await _server.PostAsync("/v1/classify", good);
            using var response = await _server.PostAsync("/v1/classify", RunningServer.JsonContent(bad));

            Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
            var error = Assert.Single((await RunningServer.ReadProblemAsync(response))["errors"]!.AsArray())!;
            Assert.Equal("/" + name, (string)error["pointer"]!);
        }
    }

    [Fact]
    public async Task There_may_be_twenty_answers_of_two_thousand_characters()
    {
        JsonObject ReportWith(int count, int length) => new()
        {
            ["message"] = Report,
            ["answers"] = new JsonObject(Enumerable.Range(0, count).Select(i => KeyValuePair.Create($"q{i}", (JsonNode?)new string('x', length)))),
        };

        _ = await _server.PostAsync("/v1/classify", ReportWith(20, 2000));
        using var many = await _server.PostAsync("/v1/classify", RunningServer.JsonContent(ReportWith(21, 1)));
        using var @long = await _server.PostAsync("/v1/classify", RunningServer.JsonContent(ReportWith(1, 2001)));

        Assert.Equal("/answers", (string)(await RunningServer.ReadProblemAsync(many))["errors"]![0]!["pointer"]!);
        Assert.Equal("/answers/q0", (string)(await RunningServer.ReadProblemAsync(@long))["errors"]![0]!["pointer"]!);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_of_more_than_a_mebibyte_is_refused(bool saysItsLength)
    {
        var body = new ByteArrayContent(Encoding.UTF8.GetBytes("{\"message\":\"" + new string('x', 1024 * 1024) + "\"}"));
        body.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/classify") { Content = body };
        request.Headers.ExpectContinue = saysItsLength;
        request.Headers.TransferEncodingChunked = !saysItsLength;
        using var response = await _server.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal("KBAPI-4131", (string)(await RunningServer.ReadProblemAsync(response))["code"]!);
    }

    [Theory]
    [InlineData("text/plain", "*/*", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/x-www-form-urlencoded", "*/*", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/json", "text/html", HttpStatusCode.NotAcceptable)]
    public async Task Media_types_are_negotiated(string contentType, string accept, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/classify") { Content = new StringContent("{\"message\":\"x\"}", Encoding.UTF8, contentType) };
        request.Headers.TryAddWithoutValidation("Accept", accept);
        using var response = await _server.Client.SendAsync(request);

        Assert.Equal(status, response.StatusCode);
        _ = await RunningServer.ReadProblemAsync(response);
    }

    [Theory]
    [InlineData(64)]
    [InlineData(150)]
    [InlineData(600)]
    public async Task The_answer_keeps_to_its_budget_and_names_the_best_candidate_first(int tokens)
    {
        using var response = await _server.PostAsync(
            $"/v1/classify?maxTokens={tokens}", RunningServer.JsonContent(new JsonObject { ["message"] = Ambiguous }));
        var body = await response.Content.ReadAsByteArrayAsync();
        var answer = JsonNode.Parse(body)!;

        Assert.InRange(body.Length, 1, tokens * 3);
        Assert.NotNull(answer["verdict"]);
        Assert.NotNull(answer["candidates"]![0]!["id"]);
        Assert.Equal("true", response.Headers.GetValues("Kb-Truncated").Single());
    }

    [Fact]
    public async Task A_question_comes_before_a_second_candidate_and_before_the_evidence_of_the_first()
    {
        var sizes = new HashSet<int>();
        for (var tokens = 64; tokens <= 640; tokens += 24)
        {
            using var response = await _server.PostAsync($"/v1/classify?maxTokens={tokens}", RunningServer.JsonContent(new JsonObject { ["message"] = Ambiguous }));
            var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
            var candidates = answer["candidates"]!.AsArray();
            var questions = answer["nextQuestions"]?.AsArray().Count ?? 0;
            sizes.Add(candidates.Count + questions);

            Assert.True(questions > 0 || (candidates.Count == 1 && candidates[0]!["evidence"] is null && candidates[0]!["resolution"] is null), $"{tokens}: {answer}");
        }

        Assert.True(sizes.Count > 2, "The budgets made no difference.");
    }

    [Fact]
    public async Task Nothing_is_kept_by_caches_and_pages_of_other_sites_may_ask()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/classify") { Content = RunningServer.JsonContent(new JsonObject { ["message"] = Report }) };
        request.Headers.Add("Origin", "https://portal.example");
        using var response = await _server.Client.SendAsync(request);
        using var preflight = await _server.SendAsync(
            HttpMethod.Options, "/v1/classify", ("Origin", "https://portal.example"), ("Access-Control-Request-Method", "POST"), ("Access-Control-Request-Headers", "content-type"));
        using var get = await _server.GetAsync("/v1/classify");
        using var options = await _server.SendAsync(HttpMethod.Options, "/v1/classify");

        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.Null(response.Headers.ETag);
        Assert.Equal(["*"], response.Headers.GetValues("Access-Control-Allow-Origin"));
        Assert.Equal(HttpStatusCode.NoContent, preflight.StatusCode);
        Assert.Contains("POST", preflight.Headers.GetValues("Access-Control-Allow-Methods").Single(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, get.StatusCode);
        Assert.Equal(["POST", "OPTIONS"], options.Content.Headers.Allow);
    }
}
