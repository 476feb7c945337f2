using System.Text;
using System.Text.Json.Nodes;

namespace KbApi.Cli.Tests.LanguageServer;

/// <summary>Clients that do not do as they should, and the beginning and the end of a session.</summary>
public sealed class ProtocolTests
{
    private const int ParseError = -32700;
    private const int InvalidRequest = -32600;
    private const int MethodNotFound = -32601;
    private const int InvalidParams = -32602;
    private const int NotInitialized = -32002;

    [Fact]
    public async Task What_is_no_message_costs_itself_and_not_the_session()
    {
        using var folder = PrinterContent.Write();
        using var client = await LspClient.InitializeAsync(folder.Path);
        var uri = LspClient.UriOf(Path.Combine(folder.Path, "content", "en-US", "printers.md"));
        await client.OpenAsync(uri, File.ReadAllText(new Uri(uri).LocalPath));

        await client.SendBytesAsync("this is no header\r\n\r\nContent-Length: many\r\n\r\n"u8.ToArray());
        await client.SendAsync("{\"jsonrpc\":\"2.0\",");
        Assert.Equal(ParseError, await RefusalAsync(null));
        await client.SendAsync(new string('[', 1000) + new string(']', 1000));
        Assert.Equal(ParseError, await RefusalAsync(null));
        await client.SendBytesAsync([.. "Content-Length: 42\r\n\r\n{\"jsonrpc\":\"2.0\",\"id\":77,\"method\":\"hove"u8, 0xFF, .. "\"}"u8]);
        Assert.Equal(ParseError, await RefusalAsync(null));
        await client.SendAsync("[]");
        Assert.Equal(InvalidRequest, await RefusalAsync(null));
        await client.SendAsync("{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"shutdown\"}");
        Assert.Equal(InvalidRequest, await RefusalAsync(null));
        await client.SendAsync("{\"jsonrpc\":\"2.0\",\"id\":99,\"result\":null}");
        Assert.Equal(MethodNotFound, await RefusalAsync(await client.SendRequestAsync("textDocument/rename", new JsonObject())));
        Assert.Equal(InvalidParams, await RefusalAsync(await client.SendRequestAsync("textDocument/hover", new JsonArray(1))));
        Assert.Equal(InvalidParams, await RefusalAsync(await client.SendRequestAsync("textDocument/hover", parameters: null)));
        Assert.Equal(InvalidParams, await RefusalAsync(await client.SendRequestAsync("textDocument/definition", new JsonObject { ["textDocument"] = new JsonObject(), ["position"] = LspClient.Position(0, 0) })));
        Assert.Equal(InvalidRequest, await RefusalAsync(await client.SendRequestAsync("initialize", new JsonObject { ["capabilities"] = new JsonObject() })));
        await client.TellAsync("textDocument/didChange", new JsonObject { ["textDocument"] = uri });
        await client.TellAsync("textDocument/didSomething", parameters: null);

        var hover = await client.AskAsync("textDocument/hover", LspClient.At(uri, 14, 5));
        Assert.Contains("The printer is out of paper", (string?)hover["result"]?["contents"]?["value"], StringComparison.Ordinal);
        Assert.Equal(0, await client.ExitAsync());

        async Task<int> RefusalAsync(int? id) => (int)(await client.AnswerAsync(id))["error"]!["code"]!;
    }

    [Fact]
    public async Task Places_that_do_not_exist_are_answered_like_the_nearest_that_do()
    {
        using var folder = PrinterContent.Write();
        using var client = await LspClient.InitializeAsync(folder.Path);
        var uri = LspClient.UriOf(Path.Combine(folder.Path, "content", "en-US", "printers.md"));

        foreach (var (line, character) in new[] { (-1, 0), (0, -1), (int.MaxValue, int.MaxValue), (3, int.MaxValue) })
        {
            foreach (var method in new[] { "textDocument/hover", "textDocument/definition", "textDocument/implementation", "textDocument/references", "textDocument/completion" })
            {
                Assert.Null((await client.AskAsync(method, LspClient.At(uri, line, character)))["error"]);
            }
        }

        foreach (var other in new[] { "untitled:Untitled-1", "file:///nowhere/at/all.md", "file://", "http://example.org/a.md", "", "file:///%00" })
        {
            await client.OpenAsync(other, "# PRN_0001");
            foreach (var method in new[] { "hover", "definition", "implementation", "references", "completion", "documentSymbol" })
            {
                Assert.Null((await client.AskAsync("textDocument/" + method, LspClient.At(other, 0, 4)))["error"]);
            }

            await client.CloseAsync(other);
        }

        Assert.Equal(0, await client.ExitAsync());
    }

    [Fact]
    public async Task Nothing_is_answered_before_the_beginning_and_behind_the_end()
    {
        using var client = LspClient.Start();
        Assert.Equal(NotInitialized, (int)(await client.AskAsync("textDocument/hover", LspClient.At("file:///a.md", 0, 0)))["error"]!["code"]!);
        await client.TellAsync("textDocument/didOpen", new JsonObject());
        await client.AskAsync("initialize", new JsonObject { ["capabilities"] = new JsonObject() });
        await client.TellAsync("initialized", new JsonObject());
        Assert.Null((await client.AskAsync("shutdown", parameters: null))["error"]);
        Assert.Equal(InvalidRequest, (int)(await client.AskAsync("workspace/symbol", new JsonObject { ["query"] = "" }))["error"]!["code"]!);

        await client.TellAsync("exit", parameters: null);
        Assert.Equal(0, await client.EndAsync());
    }

    [Fact]
    public async Task A_client_that_is_gone_ends_it()
    {
        using var client = await LspClient.InitializeAsync(folder: null);

        Assert.Equal(1, await client.EndAsync());
    }

    [Fact]
    public async Task Settings_that_cannot_be_used_are_named_and_left_as_they_were()
    {
        using var folder = PrinterContent.Write();
        using var client = await LspClient.InitializeAsync(folder.Path, new JsonObject { ["severity"] = "fatal", ["locale"] = "sv-SE", ["helpRoot"] = "https://kb.example.org" });
        var message = client.Notifications.Single(n => (string?)n["method"] == "window/showMessage");
        Assert.Equal("kb: inställningen severity kan inte vara ”fatal”; den lämnas som den var.", (string?)message["params"]!["message"]);

        var uri = LspClient.UriOf(Path.Combine(folder.Path, "content", "en-US", "printers.md"));
        var published = await client.NotificationAsync("textDocument/publishDiagnostics", p => (string?)p["uri"] == uri);
        var finding = published["params"]!["diagnostics"]!.AsArray().Single(d => (string?)d!["code"] == "KB1020")!;
        Assert.Equal("Raden saknar avslutande lodstreck.", (string?)finding["message"]);
        Assert.Equal("https://kb.example.org/v1/codes/KB1020", (string?)finding["codeDescription"]!["href"]);
    }

    [Theory]
    [InlineData("en-US", "Answer an editor over standard input and output, with the Language Server Protocol.")]
    [InlineData("sv-SE", "Svara en redigerare över standard in och ut, med Language Server Protocol.")]
    public async Task Help_is_there_in_both_languages(string culture, string expected)
    {
        var (code, output, _) = await new TestTerminal(culture).InvokeAsync("lsp", "--help");

        Assert.Equal(0, code);
        Assert.StartsWith(expected, output, StringComparison.Ordinal);
        Assert.Contains("kb lsp docs --severity warning", output, StringComparison.Ordinal);
        Assert.DoesNotContain("--stdio", output, StringComparison.Ordinal);
        Assert.DoesNotContain(output.Split('\n'), line => Encoding.UTF8.GetByteCount(line) > 160);
    }
}
