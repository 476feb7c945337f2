using System.Text.Json.Nodes;
using KbApi.Server.Access.Keys;

namespace KbApi.Cli.Tests;

public sealed class KeysCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string File => Path.Combine(_folder.Path, "keys.json");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_key_is_printed_once_and_alone()
    {
        var (code, output, error) = await TestTerminal.RunAsync("keys", "create", "portal", "--scope", "reports:write", "insights:read", "--expires", "90d", "--file", File);
        var (_, list, _) = await TestTerminal.RunAsync("keys", "list", "--file", File);

        Assert.Equal(0, code);
        Assert.NotNull(KeyText.IdOf(output.TrimEnd('\n')));
        Assert.StartsWith($"Key {output[3..11]} for \"portal\" (reports:write, insights:read); valid until: ", error, StringComparison.Ordinal);
        Assert.DoesNotContain(output[12..40], error + list + await System.IO.File.ReadAllTextAsync(File), StringComparison.Ordinal);
        Assert.Contains(output[3..11], list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_is_rotated_and_revoked()
    {
        var id = (await CreateAsync())[3..11];
        var (rotated, key, note) = await TestTerminal.RunAsync("keys", "rotate", id, "--grace", "0d", "--file", File);
        var (revoked, _, told) = await new TestTerminal("sv-SE").InvokeAsync("keys", "revoke", key[3..11], "--file", File);
        var keys = JsonNode.Parse((await TestTerminal.RunAsync("keys", "list", "--format", "json", "--file", File)).Output)!.AsArray();

        Assert.Equal((0, 0), (rotated, revoked));
        Assert.Contains($"Key {id} goes on until ", note, StringComparison.Ordinal);
        Assert.Contains("är återkallad", told, StringComparison.Ordinal);
        Assert.Equal([(id, "expired"), (key[3..11], "revoked")], keys.Select(k => ((string)k!["id"]!, (string)k["state"]!)));
        Assert.All(keys, k => Assert.Equal("reports:read", (string)Assert.Single(k!["scopes"]!.AsArray())!));

        // What is no longer valid is not made valid again.
        Assert.Equal(1, (await TestTerminal.RunAsync("keys", "rotate", id, "--file", File)).ExitCode);
        Assert.Equal(2, keys.Count);
    }

    [Theory]
    [InlineData(1, "No key has the id", "revoke", "abcdefgh")]
    [InlineData(1, "No key has the id", "rotate", "abcdefgh")]
    [InlineData(2, "reports:write", "create", "x", "--scope", "everything")]
    [InlineData(2, "--scope", "create", "x")]
    [InlineData(2, "is no time to come", "create", "x", "--scope", "reports:read", "--expires", "2001-01-01")]
    [InlineData(2, "is no time to come", "create", "x", "--scope", "reports:read", "--expires", "0d")]
    [InlineData(2, "A name has 1 to 100", "create", " ", "--scope", "reports:read")]
    [InlineData(2, "A name has 1 to 100", "create", "a\u001Bb", "--scope", "reports:read")]
    [InlineData(2, "is no number of days", "rotate", "abcdefgh", "--grace", "soon")]
    public async Task Wrong_use_is_named_and_changes_nothing(int code, string message, params string[] args)
    {
        await CreateAsync();
        var before = await System.IO.File.ReadAllTextAsync(File);
        var (exit, output, error) = await TestTerminal.RunAsync(["keys", .. args, "--file", File]);

        Assert.Equal((code, ""), (exit, output));
        Assert.Contains(message, error, StringComparison.Ordinal);
        Assert.Equal(before, await System.IO.File.ReadAllTextAsync(File));
    }

    [Fact]
    public async Task A_file_that_is_none_is_said_to_be_and_kept()
    {
        await System.IO.File.WriteAllTextAsync(File, "{");
        var (code, output, error) = await TestTerminal.RunAsync("keys", "create", "x", "--scope", "reports:read", "--file", File);

        Assert.Equal((2, ""), (code, output));
        Assert.Contains("is no file of keys", error, StringComparison.Ordinal);
        Assert.Equal("{", await System.IO.File.ReadAllTextAsync(File));
        Assert.Equal(2, (await TestTerminal.RunAsync("keys", "list", "--file", File + ".none")).ExitCode);
    }

    private async Task<string> CreateAsync() => (await TestTerminal.RunAsync("keys", "create", "support", "--scope", "reports:read", "--file", File)).Output;
}
