using System.Diagnostics;
using System.Text.Json;

namespace KbApi.Cli.Tests;

/// <summary><c>kb mcp</c> as clients start it: a process that speaks over its standard streams.</summary>
public sealed class McpCommandTests
{
    private static readonly string Tool = Path.Combine(AppContext.BaseDirectory, "kb.dll");

    [NodeFact]
    public async Task The_official_client_finds_nothing_wrong()
    {
        var printed = await NodeTools.Contract.RunAsync("node", "mcp.mjs", "stdio", "dotnet", Tool, "mcp", Repository.Content);

        Assert.Equal(43, printed.Split('\n').Count(l => l.StartsWith("ok ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Nothing_but_the_protocol_is_on_the_output_and_it_ends_with_the_input()
    {
        using var kb = Start("mcp", Repository.Content, "--locale", "sv-SE");
        await kb.StandardInput.WriteLineAsync("""{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"test","version":"1"}}}""");
        var greeting = await kb.StandardOutput.ReadLineAsync();
        await kb.StandardInput.WriteLineAsync("""{"jsonrpc":"2.0","method":"notifications/initialized"}""");
        await kb.StandardInput.WriteLineAsync("""{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"kb_lookup","arguments":{"code":"SSPR_0029"}}}""");
        var answer = await kb.StandardOutput.ReadLineAsync();
        kb.StandardInput.Close();
        var rest = await kb.StandardOutput.ReadToEndAsync();
        await kb.WaitForExitAsync();

        Assert.Equal(1, JsonDocument.Parse(greeting!).RootElement.GetProperty("id").GetInt32());
        var result = JsonDocument.Parse(answer!).RootElement.GetProperty("result");
        Assert.Equal("sv-SE", result.GetProperty("structuredContent").GetProperty("entries")[0].GetProperty("locale").GetString());
        Assert.Equal("", rest);
        Assert.Equal(0, kb.ExitCode);
    }

    [Fact]
    public async Task It_ends_when_it_is_told_to()
    {
        using var kb = Start("mcp", Repository.Content);
        await kb.StandardInput.WriteLineAsync("""{"jsonrpc":"2.0","id":1,"method":"ping"}""");
        Assert.Contains("\"id\":1", await kb.StandardOutput.ReadLineAsync(), StringComparison.Ordinal);
        using var terminate = Process.Start("kill", ["-TERM", kb.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kb.WaitForExitAsync();

        Assert.Equal(0, kb.ExitCode);
    }

    [Fact]
    public async Task Content_that_does_not_exist_is_said_in_one_line_on_the_error_stream()
    {
        using var kb = Start("mcp", "no-such-folder");
        kb.StandardInput.Close();
        var output = await kb.StandardOutput.ReadToEndAsync();
        var error = await kb.StandardError.ReadToEndAsync();
        await kb.WaitForExitAsync();

        Assert.Equal(2, kb.ExitCode);
        Assert.Equal("", output);
        Assert.Equal("kb: Kb:Content names a path that does not exist.\n", error);
    }

    private static Process Start(params string[] args)
    {
        var info = new ProcessStartInfo("dotnet", [Tool, .. args])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        return Process.Start(info)!;
    }
}
