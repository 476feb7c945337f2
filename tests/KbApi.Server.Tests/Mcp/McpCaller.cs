using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using KbApi.Server.Tests.Hosting;

namespace KbApi.Server.Tests.Mcp;

/// <summary>A result as it came over the wire.</summary>
/// <param name="Json">The result.</param>
/// <param name="Bytes">How many bytes of the body it is.</param>
internal sealed record McpReply(JsonNode Json, int Bytes)
{
    public bool IsError => (bool?)Json["isError"] == true;

    public string Text => (string)Json["content"]![0]!["text"]!;

    public JsonNode Structured => Json["structuredContent"]!;
}

/// <summary>Asks a server as clients of the Model Context Protocol do, without a library between.</summary>
internal static class McpCaller
{
    public static Task<McpReply> CallAsync(this RunningServer server, string tool, JsonObject arguments) =>
        server.RequestAsync("tools/call", new JsonObject { ["name"] = tool, ["arguments"] = arguments.DeepClone() });

    public static async Task<McpReply> RequestAsync(this RunningServer server, string method, JsonObject? parameters = null)
    {
        var message = await server.SendMcpAsync(new JsonObject { ["jsonrpc"] = "2.0", ["id"] = 1, ["method"] = method, ["params"] = parameters ?? [] }.ToJsonString());
        using var document = JsonDocument.Parse(message);
        Assert.True(document.RootElement.TryGetProperty("result", out var result), message);
        var text = result.GetRawText();
        return new McpReply(JsonNode.Parse(text)!, Encoding.UTF8.GetByteCount(text));
    }

    /// <summary>The message that answers a call whose arguments are sent as they are written.</summary>
    public static Task<string> SendMcpAsync(this RunningServer server, string tool, string arguments) =>
        server.SendMcpAsync($$$"""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"{{{tool}}}","arguments":{{{arguments}}}}}""");

    /// <summary>The message that answers a request.</summary>
    public static async Task<string> SendMcpAsync(this RunningServer server, string request)
    {
        using var post = new HttpRequestMessage(HttpMethod.Post, "/mcp") { Content = new StringContent(request, Encoding.UTF8, "application/json") };
        post.Headers.Accept.ParseAdd("application/json");
        post.Headers.Accept.ParseAdd("text/event-stream");
        using var response = await server.Client.SendAsync(post);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, body);
        const string data = "data: ";
        return body.Split('\n').First(l => l.StartsWith(data, StringComparison.Ordinal))[data.Length..];
    }
}
