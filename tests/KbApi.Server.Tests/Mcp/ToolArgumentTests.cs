using System.Text.Json.Nodes;
using KbApi.Server.Tests.Hosting;

namespace KbApi.Server.Tests.Mcp;

/// <summary>Arguments that can't be used are named, whatever is wrong with them.</summary>
[Collection(ServerGroup.Name)]
public sealed class ToolArgumentTests(ServerFixture fixture)
{
    private readonly RunningServer _server = fixture.Server;

    [Theory]
    [InlineData("kb_lookup", """{ }""", "code", "it has to be given")]
    [InlineData("kb_lookup", """{ "code": " " }""", "code", "it has to be given")]
    [InlineData("kb_lookup", """{ "code": ["1"] }""", "code", "a text is expected")]
    [InlineData("kb_lookup", """{ "code": "1", "detail": "huge" }""", "detail", "brief, standard, full")]
    [InlineData("kb_lookup", """{ "code": "1", "locale": "not a tag" }""", "locale", "sv-SE")]
    [InlineData("kb_lookup", """{ "code": "1", "maxTokens": 63 }""", "maxTokens", "64 to 1000000")]
    [InlineData("kb_lookup", """{ "code": "1", "maxTokens": "many" }""", "maxTokens", "64 to 1000000")]
    [InlineData("kb_lookup", """{ "code": "1", "maxTokens": 99.5 }""", "maxTokens", "64 to 1000000")]
    [InlineData("kb_lookup", """{ "code": "1", "kode": "2" }""", "kode", "there are code, source")]
    [InlineData("kb_search", """{ "query": "x", "limit": 51 }""", "limit", "1 to 50")]
    [InlineData("kb_search", """{ "query": "x", "severity": "fatal" }""", "severity", "error, warning, info")]
    [InlineData("kb_classify", """{ "message": "  " }""", "message", "message, code or log")]
    [InlineData("kb_classify", """{ "message": "x", "answers": "31003" }""", "answers", "an object")]
    [InlineData("kb_next_question", """{ "message": "x", "answers": { "code": [] } }""", "answers", "an object")]
    public async Task A_wrong_argument_is_named(string tool, string arguments, string name, string expected)
    {
        var message = await _server.SendMcpAsync(tool, arguments);

        var result = JsonNode.Parse(message)!["result"]!;
        Assert.True((bool)result["isError"]!);
        var text = (string)result["content"]![0]!["text"]!;
        Assert.StartsWith($"Argument \"{name}\": ", text, StringComparison.Ordinal);
        Assert.Contains(expected, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_wrong_arguments_are_named_at_once_in_the_language_asked_for()
    {
        var reply = await _server.CallAsync("kb_search", new JsonObject { ["locale"] = "sv-SE", ["detail"] = "x", ["limit"] = 0 });

        Assert.True(reply.IsError);
        Assert.StartsWith("Dessa argument kan inte användas: detail, limit, query.", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_keeps_to_the_budget_too()
    {
        var reply = await _server.CallAsync("kb_lookup", new JsonObject { [new string('x', 5000)] = 1, ["maxTokens"] = 64 });

        Assert.True(reply.IsError);
        Assert.InRange(reply.Bytes, 1, 64 * 3);
    }

    [Fact]
    public async Task Null_is_as_if_an_argument_were_not_given_and_digits_are_a_number()
    {
        var reply = await _server.CallAsync("kb_lookup", new JsonObject { ["code"] = "31003", ["source"] = null, ["maxTokens"] = "100" });

        Assert.False(reply.IsError);
        Assert.InRange(reply.Bytes, 1, 300);
    }
}
