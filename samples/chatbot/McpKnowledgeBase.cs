using System.Text.Json;
using ModelContextProtocol.Client;

namespace Chatbot;

/// <summary>The tools of the Model Context Protocol, over HTTP or over the streams of a process.</summary>
internal sealed class McpKnowledgeBase : IKnowledgeBase, IAsyncDisposable
{
    private const int MaxTokens = 1000;

    private readonly McpClient _client;

    private McpKnowledgeBase(McpClient client) => _client = client;

    public static async Task<McpKnowledgeBase> ConnectAsync(Uri address) =>
        new(await McpClient.CreateAsync(new HttpClientTransport(new HttpClientTransportOptions { Endpoint = address, TransportMode = HttpTransportMode.StreamableHttp })));

    public static async Task<McpKnowledgeBase> StartAsync(string command, string[] arguments) =>
        new(await McpClient.CreateAsync(new StdioClientTransport(new StdioClientTransportOptions { Command = command, Arguments = arguments })));

    public async Task<NextTurn> NextAsync(string message, IReadOnlyDictionary<string, string> answers, string locale)
    {
        var next = await CallAsync("kb_next_question", new() { ["message"] = message, ["answers"] = answers, ["locale"] = locale, ["maxTokens"] = MaxTokens });
        return Json.Text(next, "outcome") switch
        {
            "matched" => new NextTurn(null, Json.ReadCandidate(next.GetProperty("entry"))),
            "ask" => new NextTurn(Json.ReadQuestion(next.GetProperty("question")), null),
            _ => new NextTurn(null, null),
        };
    }

    public async Task<UnknownCode?> CheckCodeAsync(string code, string locale)
    {
        var found = await CallAsync("kb_lookup", new() { ["code"] = code, ["locale"] = locale, ["detail"] = "brief", ["maxTokens"] = MaxTokens });
        return Json.Text(found, "status") == "unknown" ? Json.ReadUnknown(code, found) : null;
    }

    public ValueTask DisposeAsync() => _client.DisposeAsync();

    private async Task<JsonElement> CallAsync(string tool, Dictionary<string, object?> arguments)
    {
        var result = await _client.CallToolAsync(tool, arguments);
        return result.IsError == true || result.StructuredContent is not { } answer
            ? throw new InvalidOperationException($"{tool} did not answer: {string.Join(' ', result.Content)}")
            : answer;
    }
}
