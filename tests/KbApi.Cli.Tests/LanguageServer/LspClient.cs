using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace KbApi.Cli.Tests.LanguageServer;

/// <summary>A client that says to <c>kb lsp</c> whatever a test wants, right or wrong, byte for byte.</summary>
internal sealed class LspClient : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly Process _kb;
    private readonly CancellationTokenSource _patience = new(Patience);
    private int _lastId;

    private LspClient(Process kb) => _kb = kb;

    /// <summary>What the server sent that was no answer waited for.</summary>
    public List<JsonNode> Notifications { get; } = [];

    public static LspClient Start(params string[] arguments)
    {
        var info = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "kb.dll"), "lsp", .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        var kb = Process.Start(info)!;
        kb.BeginErrorReadLine();
        return new LspClient(kb);
    }

    /// <summary>A session that has begun, with a folder open.</summary>
    public static async Task<LspClient> InitializeAsync(string? folder, JsonObject? options = null)
    {
        var client = Start();
        var answer = await client.AskAsync("initialize", new JsonObject
        {
            ["processId"] = null,
            ["rootUri"] = null,
            ["locale"] = "en",
            ["capabilities"] = new JsonObject(),
            ["workspaceFolders"] = folder is null ? null : new JsonArray(new JsonObject { ["uri"] = UriOf(folder), ["name"] = "test" }),
            ["initializationOptions"] = options,
        });
        Assert.NotNull(answer["result"]);
        await client.TellAsync("initialized", new JsonObject());
        return client;
    }

    public static string UriOf(string path) => new Uri(path).AbsoluteUri;

    public async Task<JsonNode> AskAsync(string method, JsonNode? parameters)
    {
        var id = await SendRequestAsync(method, parameters);
        return await AnswerAsync(id);
    }

    public async Task<int> SendRequestAsync(string method, JsonNode? parameters)
    {
        var id = ++_lastId;
        await SendAsync(new JsonObject { ["jsonrpc"] = "2.0", ["id"] = id, ["method"] = method, ["params"] = parameters }.ToJsonString());
        return id;
    }

    public Task TellAsync(string method, JsonNode? parameters) =>
        SendAsync(new JsonObject { ["jsonrpc"] = "2.0", ["method"] = method, ["params"] = parameters }.ToJsonString());

    public Task SendAsync(string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        return SendBytesAsync([.. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {bytes.Length}\r\n\r\n")), .. bytes]);
    }

    public async Task SendBytesAsync(byte[] bytes)
    {
        await _kb.StandardInput.BaseStream.WriteAsync(bytes, _patience.Token);
        await _kb.StandardInput.BaseStream.FlushAsync(_patience.Token);
    }

    /// <summary>The answer to a request; what comes before it is kept.</summary>
    public Task<JsonNode> AnswerAsync(int? id) => UntilAsync(m => m["method"] is null && (id is null ? m["id"] is null : m["id"] is JsonValue v && v.TryGetValue<int>(out var n) && n == id));

    /// <summary>The next notification of a kind that fits.</summary>
    public Task<JsonNode> NotificationAsync(string method, Func<JsonNode, bool> fits) => UntilAsync(m => (string?)m["method"] == method && fits(m["params"]!));

    /// <summary>The findings of a document at a version.</summary>
    public async Task<JsonArray> FindingsAsync(string uri, int version)
    {
        var published = await NotificationAsync("textDocument/publishDiagnostics", p => (string?)p["uri"] == uri && (int?)p["version"] == version);
        return published["params"]!["diagnostics"]!.AsArray();
    }

    public Task OpenAsync(string uri, string text, int version = 1) => TellAsync("textDocument/didOpen", new JsonObject
    {
        ["textDocument"] = new JsonObject { ["uri"] = uri, ["languageId"] = "markdown", ["version"] = version, ["text"] = text },
    });

    public Task CloseAsync(string uri) => TellAsync("textDocument/didClose", new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = uri } });

    public Task ChangeAsync(string uri, int version, params JsonNode?[] changes) => TellAsync("textDocument/didChange", new JsonObject
    {
        ["textDocument"] = new JsonObject { ["uri"] = uri, ["version"] = version },
        ["contentChanges"] = new JsonArray(changes),
    });

    public static JsonObject At(string uri, int line, int character) => new()
    {
        ["textDocument"] = new JsonObject { ["uri"] = uri },
        ["position"] = Position(line, character),
    };

    public static JsonObject Position(int line, int character) => new() { ["line"] = line, ["character"] = character };

    public static JsonObject Range(int startLine, int startCharacter, int endLine, int endCharacter) =>
        new() { ["start"] = Position(startLine, startCharacter), ["end"] = Position(endLine, endCharacter) };

    /// <summary>Closes its input and waits for its end.</summary>
    public async Task<int> EndAsync()
    {
        _kb.StandardInput.Close();
        await _kb.StandardOutput.ReadToEndAsync(_patience.Token);
        await _kb.WaitForExitAsync(_patience.Token);
        return _kb.ExitCode;
    }

    /// <summary>Ends the session as a client should, and waits.</summary>
    public async Task<int> ExitAsync()
    {
        await AskAsync("shutdown", parameters: null);
        await TellAsync("exit", parameters: null);
        await _kb.WaitForExitAsync(_patience.Token);
        return _kb.ExitCode;
    }

    public void Dispose()
    {
        if (!_kb.HasExited)
        {
            _kb.Kill();
        }

        _kb.Dispose();
        _patience.Dispose();
    }

    private async Task<JsonNode> UntilAsync(Func<JsonNode, bool> isIt)
    {
        while (true)
        {
            var message = await ReadAsync();
            if (isIt(message))
            {
                return message;
            }

            Notifications.Add(message);
        }
    }

    private async Task<JsonNode> ReadAsync()
    {
        var length = -1;
        while (await ReadLineAsync() is { Length: > 0 } line)
        {
            length = int.Parse(line.AsSpan("Content-Length: ".Length), NumberStyles.None, CultureInfo.InvariantCulture);
        }

        var body = new byte[length];
        await _kb.StandardOutput.BaseStream.ReadExactlyAsync(body, _patience.Token);
        return JsonNode.Parse(body, documentOptions: new JsonDocumentOptions { MaxDepth = 256 })!;
    }

    private async Task<string> ReadLineAsync()
    {
        var line = new List<byte>();
        var one = new byte[1];
        while (true)
        {
            await _kb.StandardOutput.BaseStream.ReadExactlyAsync(one, _patience.Token);
            if (one[0] == '\n')
            {
                return Encoding.ASCII.GetString([.. line]).TrimEnd('\r');
            }

            line.Add(one[0]);
        }
    }
}
