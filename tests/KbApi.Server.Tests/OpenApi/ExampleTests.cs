using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using KbApi.Server.Access;
using KbApi.Server.OpenApi;
using KbApi.Server.Problems;
using KbApi.Server.Tests.Access;
using KbApi.Server.Tests.Hosting;
using KbApi.Server.Tests.Security;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace KbApi.Server.Tests.OpenApi;

/// <summary>
/// The examples in the contract are what the server answers on the bundled content. With KB_ACCEPT_BASELINES=1 they are written anew; then build,
/// and write the contract anew.
/// </summary>
[Collection(ServerGroup.Name)]
public sealed class ExampleTests(ServerFixture fixture)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };
    private const string SomeSnapshot = "19c06e843915e72f";
    private const string SomeReport = "019bf5a0-6e00-7a5c-8d3e-0b1f2c3d4e5f";
    private const string SomeFeedback = "019bf5a1-2f00-7b1d-9c4f-1a2b3c4d5e6f";
    private const string LaterSnapshot = "7d2b51f0c3a98e64";

    private static readonly Regex TraceIds = new("\"traceId\":\"[^\"]*\"", RegexOptions.NonBacktracking);
    private static readonly string Folder = Path.Combine(Repository.Root, "src", "KbApi.Server", "OpenApi", "Examples");

    private readonly RunningServer _server = fixture.Server;

    [Fact]
    public async Task Every_operation_has_an_example_that_is_a_real_answer()
    {
        var contract = await Contract.OfAsync(_server);
        Assert.Equal(
            contract.Operations.Select(o => o.Id).Order(StringComparer.Ordinal),
            Directory.GetFiles(Path.Combine(Folder, "operations"), "*.json").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal));

        var snapshot = (string)(await _server.GetJsonAsync("/health/ready"))["snapshot"]!;
        foreach (var operation in contract.Operations)
        {
            var file = Path.Combine(Folder, "operations", operation.Id + ".json");
            var example = JsonNode.Parse(await File.ReadAllTextAsync(file))!.AsObject();
            var parameters = example["parameters"]!.DeepClone().AsObject();
            if (operation.Id == "listChanges")
            {
                example["answers"] = await AnswersAfterEditAsync();
                Verify(example, file);
                continue;
            }

            if (OperationResponses.IsOfInsights(operation.Id))
            {
                example["answers"] = await AnswersOfInsightsAsync(operation.Id);
                Verify(example, file);
                continue;
            }

            if (operation.Id is "listReports" or "deleteReports")
            {
                example["answers"] = await AnswersOfManyReportsAsync(operation.Id, example);
                Verify(example, file);
                continue;
            }

            if (OperationResponses.IsOfReports(operation.Id))
            {
                example["answers"] = await AnswersOfReportsAsync(operation.Id, example, snapshot);
                Verify(example, file);
                continue;
            }

            var answers = new JsonObject();
            foreach (var mediaType in operation.MediaTypesOf("200"))
            {
                // What is in the file is sent, not what is in the contract, which is made of the file.
                using var request = operation.ToRequest([.. operation.Parameters.Select(p => ((string)p["name"]!, parameters[(string)p["name"]!]?.ToString()))]);
                request.Headers.TryAddWithoutValidation("Accept", mediaType);
                if (example["body"] is { } body)
                {
                    request.Content = RunningServer.JsonContent(body);
                }
                else if (example["text"] is JsonArray log)
                {
                    request.Content = new StringContent(string.Concat(log.Select(l => (string?)l + "\n")), Encoding.UTF8, "text/plain");
                }
                else if (example["lines"] is JsonArray lines)
                {
                    request.Content = new StringContent(string.Concat(lines.Select(l => l!.ToJsonString() + "\n")), Encoding.UTF8, mediaType);
                }

                using var response = await _server.Client.SendAsync(request);
                var text = Settled(await response.Content.ReadAsStringAsync()).Replace(snapshot, SomeSnapshot, StringComparison.Ordinal);
                Assert.True(response.IsSuccessStatusCode, $"{operation.Id}: {text}");
                answers[mediaType] = mediaType is "application/json" or "application/sarif+json" ? Settled(JsonNode.Parse(text)!) : text;
            }

            example["answers"] = answers;
            Verify(example, file);
        }
    }

    [Fact]
    public async Task Every_kind_of_problem_has_an_example_that_is_a_real_answer()
    {
        var problems = new JsonObject();
        foreach (var type in ProblemType.All.Where(t => t != ProblemType.Internal))
        {
            using var response = await ProvokeAsync(type);
            var problem = Settled(JsonNode.Parse(Settled(await response.Content.ReadAsStringAsync()))!);
            Assert.Equal(type.Code, (string)problem["code"]!);
            problems[type.Anchor] = problem;
        }

        Verify(problems, Path.Combine(Folder, "problems.json"));
    }

    /// <summary>What was counted when an unknown code was asked for and a report came.</summary>
    private static async Task<JsonObject> AnswersOfInsightsAsync(string operation)
    {
        await using var server = await RunningServer.StartWithAsync();
        (await server.GetAsync("/v1/codes/31099?locale=sv-SE")).Dispose();
        await server.PostAsync("/v1/reports", new JsonObject { ["message"] = "Event ID 31003 from PasswordResetService", ["locale"] = "sv-SE", ["product"] = "Entra ID" });
        var path = operation == "listGaps" ? "/v1/insights/gaps" : "/v1/insights/trends";
        JsonNode answer = new JsonObject();
        await RunningServer.WaitUntilAsync(async () => (int)(answer = await server.GetJsonAsync(path))["total"]! == 1);
        foreach (var item in answer["items"]!.AsArray())
        {
            item!["firstSeen"] = "2026-01-31T12:00:00+00:00";
            item["lastSeen"] = "2026-01-31T12:00:00+00:00";
            foreach (var day in item["days"]?.AsArray() ?? [])
            {
                day!["key"] = "2026-01-31";
            }

            foreach (var span in item["series"]?.AsArray() ?? [])
            {
                span!["start"] = "2026-01-31T00:00:00+00:00";
            }
        }

        return new JsonObject { ["application/json"] = answer };
    }

    /// <summary>What the changes are when a document has been edited and another one added.</summary>
    private static async Task<JsonObject> AnswersAfterEditAsync()
    {
        using var content = new TemporaryContent();
        await using var server = await RunningServer.StartAsync(content.Path);
        var since = (string)(await server.GetJsonAsync("/health/ready"))["snapshot"]!;
        content.Replace("en-US/sspr.md", "a spam filter has rejected", "the spam filter has rejected");
        await File.WriteAllTextAsync(content.PathOf("en-US/pump.md"), "# Pump\n\n## PUMP-7001: It hums\n\n**Cause:** A loose screw.\n");
        await RunningServer.WaitUntilAsync(async () => (int)(await server.GetJsonAsync("/v1/changes?since=" + since))["total"]! == 2);

        var changes = await server.GetJsonAsync("/v1/changes?since=" + since);
        Assert.Equal(since, (string)changes["since"]!);
        changes["since"] = SomeSnapshot;
        changes["snapshot"] = LaterSnapshot;
        return new JsonObject { ["application/json"] = changes };
    }

    /// <summary>What is answered about a report: one that is made first, as the example of making one has it.</summary>
    private async Task<JsonObject> AnswersOfReportsAsync(string operation, JsonObject example, string snapshot)
    {
        var create = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Folder, "operations", "createReport.json")))!;
        using var created = await _server.PostAsync("/v1/reports", RunningServer.JsonContent(create["body"]!));
        var location = created.Headers.Location!.OriginalString;
        using var response = operation switch
        {
            "createReport" => created,
            "getReport" => await _server.GetAsync(location),
            "deleteReport" => await _server.SendAsync(HttpMethod.Delete, location),
            _ => await _server.PostAsync(location + "/feedback", RunningServer.JsonContent(example["body"]!)),
        };
        Assert.True(response.IsSuccessStatusCode, $"{operation}: {(int)response.StatusCode}");
        if (response.StatusCode == HttpStatusCode.NoContent)
        {
            return [];
        }

        var answer = JsonNode.Parse((await response.Content.ReadAsStringAsync()).Replace(snapshot, SomeSnapshot, StringComparison.Ordinal).Replace(Repository.Root + "/", "", StringComparison.Ordinal))!;
        foreach (var (name, value) in new[]
        {
            ("id", operation == "addFeedback" ? SomeFeedback : SomeReport), ("receivedAt", "2026-01-31T12:00:00+00:00"), ("deletedAfter", "2026-05-01T12:00:00+00:00"), ("givenAt", "2026-01-31T12:07:00+00:00"),
        })
        {
            if (answer[name] is not null)
            {
                answer[name] = value;
            }
        }

        return new JsonObject { ["application/json"] = answer };
    }

    /// <summary>What is answered about all reports, where two of the same are kept and nothing else.</summary>
    private static async Task<JsonObject> AnswersOfManyReportsAsync(string operation, JsonObject example)
    {
        await using var server = await RunningServer.StartWithAsync();
        var create = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Folder, "operations", "createReport.json")))!;
        for (var i = 0; i < 2; i++)
        {
            (await server.PostAsync("/v1/reports", RunningServer.JsonContent(create["body"]!))).Dispose();
        }

        if (operation == "deleteReports")
        {
            return new JsonObject { ["application/json"] = await server.PostAsync("/v1/reports/deletions", example["body"]!.DeepClone().AsObject()) };
        }

        var answer = await server.GetJsonAsync("/v1/reports?verdict=matched&limit=1");
        Assert.Equal((string?)answer["items"]![0]!["id"], (string?)answer["nextCursor"]);
        answer["nextCursor"] = SomeReport;
        foreach (var item in answer["items"]!.AsArray())
        {
            (item!["id"], item["snapshot"], item["receivedAt"], item["deletedAfter"]) = (SomeReport, SomeSnapshot, "2026-01-31T12:00:00+00:00", "2026-05-01T12:00:00+00:00");
        }

        return new JsonObject { ["application/json"] = answer };
    }

    private async Task<HttpResponseMessage> ProvokeAsync(ProblemType type)
    {
        HttpContent Json(string text, string mediaType = "application/json") => new StringContent(text, Encoding.UTF8, mediaType);
        if (type == ProblemType.NoSnapshot)
        {
            await using var starting = await RunningServer.StartAsync(Repository.Content, b => b.Services.RemoveAll<IHostedService>(), waitUntilReady: false);
            return await starting.GetAsync("/v1/locales");
        }

        if (type == ProblemType.ReportsOff || type == ProblemType.StoreUnavailable)
        {
            var store = type == ProblemType.ReportsOff ? "off" : "/dev/null/kb.db";
            await using var without = await RunningServer.StartAsync(Repository.Content, b => b.Configuration["Kb:Store"] = store);
            return await without.PostAsync("/v1/reports", Json("{\"message\":\"Event ID 31003\"}"));
        }

        if (type == ProblemType.KeyReused)
        {
            using var first = await SendWithKeyAsync("Event ID 31003");
            return await SendWithKeyAsync("Event ID 6329");
        }

        if (type == ProblemType.RequestInProgress)
        {
            return await InProgressAsync();
        }

        if (type == ProblemType.TooManyRequests)
        {
            await using var limited = await RunningServer.StartAsync(Repository.Content, b =>
            {
                b.Configuration["Kb:RateLimit:RequestsPerSecond"] = "1";
                b.Configuration["Kb:RateLimit:Burst"] = "1";
            });
            while (true)
            {
                var answer = await limited.GetAsync("/v1/locales");
                if (!answer.IsSuccessStatusCode)
                {
                    return answer;
                }

                answer.Dispose();
            }
        }

        if (type.Status is 401 or 403)
        {
            using var keys = new TestKeys();
            var key = await keys.AddAsync(Scopes.InsightsRead);
            await using var closed = await RunningServer.StartWithAsync("--Kb:Reads", "closed", "--Kb:Keys:File", keys.Path);
            return await closed.GetAsync("/v1/locales", type == ProblemType.KeyNeeded ? [] : [("Authorization", "Bearer " + (type == ProblemType.MissingScope ? key : "kb_misspelled"))]);
        }

        if (type == ProblemType.WrongHost)
        {
            await using var named = await RunningServer.StartWithAsync("--Kb:AllowedHosts:0", "kb.example");
            return await named.GetAsync("/v1/locales");
        }

        if (type == ProblemType.CursorExpired)
        {
            return await ExpiredCursorAsync();
        }

        return type.Anchor switch
        {
            "too-slow" => await SlowRequestTests.TooSlowAsync(),
            "took-too-long" => await SlowRequestTests.TookTooLongAsync(),
            "invalid-parameter" => await _server.GetAsync("/v1/entries?locale=sv_SE!&limit=900"),
            "invalid-cursor" => await _server.GetAsync("/v1/entries?cursor=made-up"),
            "malformed-request" => await _server.PostAsync("/v1/classify", Json("{\"message\": ")),
            "unknown-code" => await _server.GetAsync("/v1/codes/31099"),
            "unknown-id" => await _server.GetAsync("/v1/entries/sspr/nothing"),
            "unknown-path" => await _server.GetAsync("/v1/nothing"),
            "not-in-locale" => await _server.GetAsync("/v1/entries/sspr/31003?locale=fi-FI&fallback=none"),
            "unknown-message" => await _server.GetAsync("/v1/messages/resolve?text=The+coffee+is+cold"),
            "method-not-allowed" => await _server.SendAsync(HttpMethod.Delete, "/v1/entries/sspr/31003"),
            "not-acceptable" => await _server.GetAsync("/v1/locales", ("Accept", "image/png")),
            "snapshot-expired" => await _server.GetAsync("/v1/changes?since=0123456789abcdef"),
            "body-too-large" => await TooLargeAsync(),
            "address-too-long" => await _server.GetAsync("/v1/entries?article=" + new string('a', 5000)),
            "unsupported-media-type" => await _server.PostAsync("/v1/classify", Json("Event ID 31003", "text/plain")),
            "invalid-body" => await _server.PostAsync("/v1/classify", Json("{\"source\":7,\"locale\":\"sv_SE!\"}")),
            _ => throw new InvalidOperationException($"Say how to provoke '{type.Anchor}'."),
        };
    }

    private Task<HttpResponseMessage> SendWithKeyAsync(string message)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/v1/reports") { Content = RunningServer.JsonContent(new JsonObject { ["message"] = message }) };
        request.Headers.Add("Idempotency-Key", "3f2a6c1e-7b0d-4c55-9a41-5d2e8b7f6a10");
        return _server.Client.SendAsync(request);
    }

    /// <summary>The same request many times at once, until one of them is told that another is being answered.</summary>
    private async Task<HttpResponseMessage> InProgressAsync()
    {
        while (true)
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => SendWithKeyAsync("Event ID 31003"))));
            if (answers.FirstOrDefault(a => a.StatusCode == HttpStatusCode.Conflict) is { } conflict)
            {
                return conflict;
            }
        }
    }

    private async Task<HttpResponseMessage> TooLargeAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/classify") { Content = RunningServer.JsonContent(new JsonObject { ["message"] = new string('x', 1024 * 1024) }) };
        request.Headers.ExpectContinue = true;
        return await _server.Client.SendAsync(request);
    }

    private static async Task<HttpResponseMessage> ExpiredCursorAsync()
    {
        using var content = new TemporaryContent();
        await File.WriteAllTextAsync(content.PathOf("en-US/a.md"), "# A\n\n## PUMP-7001: It hums\n\n**Cause:** Loose.\n\n## PUMP-7002: It hisses\n\n**Cause:** Leaking.\n");
        await using var server = await RunningServer.StartAsync(content.Path);
        var cursor = (string)(await server.GetJsonAsync("/v1/entries?article=a&limit=1"))["nextCursor"]!;
        await File.WriteAllTextAsync(content.PathOf("en-US/a.md"), "# A\n\n## PUMP-7002: It hisses\n\n**Cause:** Leaking.\n");
        await RunningServer.WaitUntilAsync(async () => (int)(await server.GetJsonAsync("/v1/entries?article=a"))["total"]! == 1);
        return await server.GetAsync($"/v1/entries?article=a&limit=1&cursor={cursor}");
    }

    /// <summary>What differs from run to run and machine to machine is made the same.</summary>
    private string Settled(string text) => TraceIds.Replace(text, "\"traceId\":\"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00\"")
        .Replace(Repository.Root + "/", "", StringComparison.Ordinal)
        .Replace(_server.Client.BaseAddress!.GetLeftPart(UriPartial.Authority), "https://kb.example", StringComparison.Ordinal);

    private static JsonNode Settled(JsonNode answer)
    {
        foreach (var (name, value) in new (string, JsonNode)[]
        {
            ("tookMs", 1.5), ("loadedAt", "2026-01-31T12:00:00+00:00"),
            ("nextCursor", "IySZTXpokEBANeBtoItifA"), ("instance", "shortened"), ("type", "port"),
        })
        {
            if (answer[name] is not { } now)
            {
                continue;
            }

            answer[name] = name switch
            {
                "instance" => Shortened(now),
                "type" when Uri.TryCreate((string)now!, UriKind.Absolute, out var uri) => "https://kb.example" + uri.AbsolutePath,
                "type" => now.DeepClone(),
                _ => value.DeepClone(),
            };
        }

        return answer;
    }

    private static string Shortened(JsonNode instance)
    {
        var text = (string)instance!;
        var cursor = text.IndexOf("cursor=", StringComparison.Ordinal);
        return cursor >= 0 ? text[..cursor] + "cursor=IySZTXpokEBANeBtoItifA" : text.Length > 100 ? text[..100] + "\u2026" : text;
    }

    private static void Verify(JsonObject example, string file) =>
        Baseline.VerifyFile(example.ToJsonString(Indented) + "\n", file, file + ".received.txt");
}
