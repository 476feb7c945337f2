using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace KbApi.Cli.Tests;

public sealed class DoctorCommandTests : IDisposable
{
    private const string Article = "# Pump\n\n## PUMP-7001: It hums\n\n**Cause:** A loose screw.\n\n**Solution:** Tighten it.\n";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_is_set_up_right_is_told_and_exits_with_0()
    {
        var keys = Path.Combine(_folder.Path, "keys.json");
        await TestTerminal.RunAsync("keys", "create", "portal", "--scope", "reports:write", "--file", keys);
        var (code, findings) = await RunAsync("--set", $"Kb:Keys:File={keys}");

        Assert.Equal(0, code);
        Assert.Equal(
            [("version", "ok"), ("icu", "ok"), ("configuration", "ok"), ("content", "ok"), ("index", "ok"), ("disk", "ok"), ("store", "ok"), ("keys", "ok"), ("port", "ok")],
            findings.Select(f => (f.Check, f.State)));
    }

    [Fact]
    public async Task What_is_wrong_is_told_with_what_to_do_and_exits_with_1()
    {
        var (code, findings) = await RunAsync("--set", "Kb:Reads=sometimes", "--set", "Kb:PollInterval=00:00:00");

        Assert.Equal(1, code);
        Assert.Equal(2, findings.Count(f => (f.Check, f.State) == ("configuration", "failed")));
        Assert.All(findings.Where(f => f.State == "failed"), f => Assert.NotEmpty(f.Next));
        Assert.Contains(findings, f => f.Text.Contains("Kb:Reads", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Keys_that_others_may_read_and_that_expire_soon_are_warned_of()
    {
        var keys = Path.Combine(_folder.Path, "keys.json");
        var id = (await TestTerminal.RunAsync("keys", "create", "portal", "--scope", "reports:write", "--expires", "3d", "--file", keys)).Output[3..11];
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(keys, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        }

        var (code, findings) = await RunAsync("--set", $"Kb:Keys:File={keys}", "--set", "Kb:Writes=open");

        Assert.Equal(0, code);
        Assert.Contains(findings, f => f.State == "warning" && f.Next == $"kb keys rotate {id} --file {keys}");
        Assert.Contains(findings, f => (f.Check, f.State) == ("access", "warning"));
        Assert.Equal(!OperatingSystem.IsWindows(), findings.Any(f => f.Next == $"chmod 600 {keys}"));
    }

    [Fact]
    public async Task Content_that_cannot_be_read_and_ports_that_are_taken_are_failures()
    {
        _folder.Write("content/broken.md", [0x00, 0xFF, 0xFE, 0x00, 0x01]);
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        var (code, findings) = await RunAsync("--set", $"urls=http://127.0.0.1:{port}", "--url", "http://127.0.0.1:1");

        Assert.Equal(1, code);
        Assert.Equal(["content", "port", "server"], findings.Where(f => f.State == "failed").Select(f => f.Check));
    }

    [Fact]
    public async Task Stores_and_brokers_that_are_not_reached_are_failures()
    {
        var (code, findings) = await RunAsync("--set", "Kb:Store=postgres://kb:secret@127.0.0.1:1/kb", "--set", "Kb:Queue:Url=nats://127.0.0.1:1");

        Assert.Equal(1, code);
        Assert.Equal(["store", "queue"], findings.Where(f => f.State == "failed").Select(f => f.Check));
        Assert.DoesNotContain(findings, f => f.Text.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task People_read_it_in_their_language()
    {
        _folder.Write("content/pump.md", Article);
        var (code, output, _) = await new TestTerminal("sv-SE").InvokeAsync(
            "doctor", Path.Combine(_folder.Path, "content"), "--set", "urls=http://127.0.0.1:0", "--set", "Kb:SearchIndexFolder=", "--set", "Kb:Store=off");

        Assert.Equal(0, code);
        Assert.Contains("1 artiklar, 1 poster", output, StringComparison.Ordinal);
        Assert.Contains("→ För andra: kb keys create", output, StringComparison.Ordinal);
        Assert.Equal(2, (await TestTerminal.RunAsync("doctor", "--set", "nothing")).ExitCode);
    }

    private async Task<(int Code, List<(string Check, string State, string Text, string Next)> Findings)> RunAsync(params string[] args)
    {
        _folder.Write("content/pump.md", Article);
        var (code, output, _) = await TestTerminal.RunAsync(
            ["doctor", Path.Combine(_folder.Path, "content"), "--format", "json", "--set", $"Kb:SearchIndexFolder={Path.Combine(_folder.Path, "index")}", "--set", $"Kb:Store={Path.Combine(_folder.Path, "kb.db")}", "--set", "urls=http://127.0.0.1:0", .. args]);
        return (code, [.. JsonNode.Parse(output)!.AsArray().Select(f => ((string)f!["check"]!, (string)f["state"]!, (string)f["text"]!, (string?)f["next"] ?? ""))]);
    }
}
