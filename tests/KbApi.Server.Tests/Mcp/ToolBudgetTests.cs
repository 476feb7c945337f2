using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Json.Schema;
using KbApi.Server.Tests.Hosting;

namespace KbApi.Server.Tests.Mcp;

/// <summary>No answer of a tool exceeds its budget, and every one fits the schema that the tool states.</summary>
[Collection(ServerGroup.Name)]
public sealed class ToolBudgetTests(ServerFixture fixture)
{
    private const int BytesPerToken = 3;

    private readonly RunningServer _server = fixture.Server;
    private readonly ConcurrentDictionary<string, JsonSchema> _schemas = new(StringComparer.Ordinal);

    [Theory]
    [InlineData("en-US")]
    [InlineData("sv-SE")]
    public async Task Every_entry_is_looked_up_within_any_budget(string locale)
    {
        var codes = new List<string>();
        for (var path = "/v1/entries?limit=100"; ;)
        {
            var page = await _server.GetJsonAsync(path);
            codes.AddRange(page["items"]!.AsArray().Select(i => (string?)i!["codes"]!.AsArray().FirstOrDefault()?["value"]).OfType<string>());
            if (page["nextCursor"] is not { } cursor)
            {
                break;
            }

            path = "/v1/entries?limit=100&cursor=" + cursor;
        }

        Assert.True(codes.Count > 100);
        var truncated = 0;
        var calls = 0;
        foreach (var code in codes)
        {
            foreach (var tokens in new[] { 64, 97, 200, 777, 5000 })
            {
                var reply = await CheckAsync("kb_lookup", new JsonObject { ["code"] = code, ["locale"] = locale, ["maxTokens"] = tokens, ["detail"] = tokens % 2 == 0 ? "full" : "brief" });
                Assert.False(reply.IsError, reply.Text);
                Assert.NotEmpty(reply.Text);
                truncated += (bool?)reply.Structured["truncated"] == true ? 1 : 0;
                calls++;
            }
        }

        Assert.InRange(truncated, calls / 10, calls - 1);
    }

    [SeededProperty(MaxTest = 300, Arbitrary = [typeof(Calls)])]
    public async Task No_answer_exceeds_its_budget_whatever_is_asked(ToolCallExample call)
    {
        var reply = await CheckAsync(call.Tool, JsonNode.Parse(call.Arguments)!.AsObject());
        Assert.NotEmpty(reply.Text);
    }

    private async Task<McpReply> CheckAsync(string tool, JsonObject arguments)
    {
        var reply = await _server.CallAsync(tool, arguments);
        Assert.True(reply.Bytes <= (int)arguments["maxTokens"]! * BytesPerToken, $"{tool} {arguments.ToJsonString()}: {reply.Bytes} bytes: {reply.Json.ToJsonString()}");
        if (!reply.IsError)
        {
            var result = (await SchemaOfAsync(tool)).Evaluate(JsonSerializer.SerializeToElement(reply.Structured));
            Assert.True(result.IsValid, $"{tool} {arguments.ToJsonString()}: {reply.Structured.ToJsonString()}");
        }

        return reply;
    }

    private async Task<JsonSchema> SchemaOfAsync(string tool)
    {
        if (_schemas.IsEmpty)
        {
            foreach (var known in (await _server.RequestAsync("tools/list")).Json["tools"]!.AsArray())
            {
                _schemas[(string)known!["name"]!] = JsonSchema.FromText(known["outputSchema"]!.ToJsonString());
            }
        }

        return _schemas[tool];
    }

    /// <summary>A call with arguments as JSON.</summary>
    public sealed record ToolCallExample(string Tool, string Arguments);

    /// <summary>Calls of every tool with sensible, odd and hostile arguments.</summary>
    public static class Calls
    {
        private static readonly string[] Texts =
        [
            "6329", "SSPR_0029", "31099", "hr=80230619", "password", "lösenord återställning", "Event ID 31003 from PasswordResetService", "ADSync 6329", "writeback",
            "\u65E5\u672C\u8A9E \u30D1\u30B9\u30EF\u30FC\u30C9", "\"<b>&'\"", "\u001F\u0000", "\U0001F600\U0001F600", "KB1101", "anna@contoso.com", "ADMutliMatchError", "Användaren kan inte återställa sitt lösenord",
            "2026-03-01 10:00:00 Error PasswordResetService 31003 failed", "2026-03-01 10:00:01 Information PasswordResetService 31001 x",
        ];

        public static Arbitrary<ToolCallExample> Any() =>
            (from tool in Gen.Elements("kb_lookup", "kb_search", "kb_classify", "kb_next_question", "kb_analyze_log")
             from known in Gen.ListOf(Gen.Elements(Texts), 3)
             from odd in ArbMap.Default.GeneratorFor<string>()
             from isOdd in Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(true)))
             from repeated in Gen.Frequency((6, Gen.Constant(1)), (1, Gen.Choose(2, 60)))
             from locale in Gen.Elements("en-US", "sv-SE", "sv-FI", "ja", "x y")
             from detail in Gen.Elements("brief", "standard", "full")
             from tokens in Gen.Frequency((3, Gen.Choose(64, 200)), (2, Gen.Choose(200, 3000)))
             from question in Gen.Elements("code", "source", "place", "fact", "description", "other")
             let separator = tool == "kb_analyze_log" ? "\n" : " "
             let text = isOdd ? Sound(odd) : string.Join(separator, Enumerable.Repeat(string.Join(separator, known), repeated))
             select new ToolCallExample(tool, Arguments(tool, text, locale, detail, tokens, question, known[0]).ToJsonString())).ToArbitrary();

        private static JsonObject Arguments(string tool, string text, string locale, string detail, int tokens, string question, string answer)
        {
            var arguments = new JsonObject { ["locale"] = locale, ["detail"] = detail, ["maxTokens"] = tokens };
            switch (tool)
            {
                case "kb_lookup":
                    arguments["code"] = text;
                    break;
                case "kb_search":
                    arguments["query"] = text;
                    arguments["limit"] = 1 + (tokens % 50);
                    break;
                case "kb_analyze_log":
                    arguments["log"] = text;
                    break;
                default:
                    arguments["message"] = text;
                    arguments["answers"] = new JsonObject { [question] = answer };
                    break;
            }

            return arguments;
        }

        /// <summary>JSON has no surrogates that stand alone.</summary>
        private static string Sound(string? text) => new([.. (text ?? "").Where(c => !char.IsSurrogate(c))]);
    }
}
