using System.Net;
using System.Text.Json.Nodes;
using KbApi.Server.Tests.Hosting;

namespace KbApi.Server.Tests.Packs;

public sealed class PackPullTests : IDisposable
{
    private const string Entry = "/v1/entries/sspr/no-email?locale=en-US";

    private readonly TempFolder _folder = new();
    private readonly TemporaryContent _content = new();

    private string Kept => Path.Combine(_folder.Path, "kept");

    [Fact]
    public async Task A_pack_is_pulled_from_an_address_and_the_next_one_when_there_is_one()
    {
        await using var host = await PackHost.StartAsync(Build("one"));
        await using var server = await ServedPack.StartAsync(host.Address, Kept);
        Assert.Contains("spam filter", await CauseAsync(server), StringComparison.Ordinal);

        await RunningServer.WaitUntilAsync(() => Task.FromResult(host.Unchanged > 0));
        host.Folder = Build("two", "a virus scanner");

        await RunningServer.WaitUntilAsync(async () => (await CauseAsync(server)).Contains("virus scanner", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_download_that_breaks_off_changes_nothing_and_is_tried_again()
    {
        await using var host = await PackHost.StartAsync(Build("one"));
        await using var server = await ServedPack.StartAsync(host.Address, Kept);

        host.BreaksOff = true;
        host.Folder = Build("two", "a virus scanner");
        var refused = await RefusalAsync(server);

        Assert.Equal("KB9008", (string?)refused["id"]);
        Assert.Contains(host.Address.Replace("kbpack.json", "", StringComparison.Ordinal), (string?)refused["message"], StringComparison.Ordinal);
        Assert.Contains("it is asked again", (string?)refused["message"], StringComparison.Ordinal);
        Assert.Contains("spam filter", await CauseAsync(server), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateDirectories(Kept, ".unfinished-*", SearchOption.AllDirectories));

        host.BreaksOff = false;
        await RunningServer.WaitUntilAsync(async () => (await CauseAsync(server)).Contains("virus scanner", StringComparison.Ordinal));
        await RunningServer.WaitUntilAsync(async () => (string)(await server.GetJsonAsync("/health/ready"))["status"]! == "ready");
    }

    [Fact]
    public async Task A_server_that_starts_while_the_address_is_down_serves_what_it_served_last()
    {
        await using var host = await PackHost.StartAsync(Build("one"));
        string? served;
        await using (var server = await ServedPack.StartAsync(host.Address, Kept))
        {
            served = (string?)(await server.GetJsonAsync("/health/ready"))["snapshot"];
        }

        host.IsDown = true;
        await using var again = await ServedPack.StartAsync(host.Address, Kept);
        var health = await again.GetJsonAsync("/health/ready");

        Assert.Equal(("degraded", served), ((string?)health["status"], (string?)health["snapshot"]));
        Assert.Contains("503", (string?)health["refused"]!["errors"]![0]!["message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_without_any_pack_is_not_ready_says_why_and_waits()
    {
        await using var host = await PackHost.StartAsync(_folder.Path);
        await using var server = await ServedPack.StartAsync(host.Address, Kept, waitUntilReady: false);

        JsonNode health = new JsonObject();
        await RunningServer.WaitUntilAsync(async () =>
        {
            using var response = await server.GetAsync("/health/ready", ("Accept-Language", "sv"));
            Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
            health = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
            return health["refused"] is not null;
        });

        Assert.StartsWith("Paketet används inte: " + host.Address + " kan inte hämtas:", (string?)health["refused"]!["errors"]![0]!["message"], StringComparison.Ordinal);
        host.Folder = Build("one");
        await RunningServer.WaitUntilAsync(async () => (await server.GetAsync("/health/ready")).StatusCode == HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("model.kbm", true)]
    [InlineData("model.kbm", false)]
    [InlineData("index/languages.txt", false)]
    [InlineData("kbpack.json", true)]
    public async Task A_pack_on_disk_that_is_damaged_is_kept_out_and_named(string file, bool isCut)
    {
        var pack = Build("one");
        await using var server = await ServedPack.StartAsync(pack, Kept);
        var path = Path.Combine(pack, file);
        var good = await File.ReadAllBytesAsync(path);

        await File.WriteAllBytesAsync(path, isCut ? good[..(good.Length / 2)] : [.. good[..^1], (byte)(good[^1] ^ 1)]);
        var refused = await RefusalAsync(server);

        Assert.Contains(file, (string?)refused["message"], StringComparison.Ordinal);
        Assert.Contains("spam filter", await CauseAsync(server), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await server.GetAsync("/v1/search?q=password&locale=sv-SE")).StatusCode);

        await File.WriteAllBytesAsync(path, good);
        await RunningServer.WaitUntilAsync(async () => (string)(await server.GetJsonAsync("/health/ready"))["status"]! == "ready");
    }

    [Fact]
    public async Task A_pack_and_a_folder_are_not_served_together()
    {
        var e = await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(() => RunningServer.StartAsync(
            Build("one"), builder => builder.Configuration["Kb:Content:1"] = Repository.Content, waitUntilReady: false));

        Assert.Contains("a pack is served alone", e.Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _content.Dispose();
        _folder.Dispose();
    }

    private string Build(string name, string? cause = null)
    {
        if (cause is not null)
        {
            _content.Replace("en-US/sspr.md", "a spam filter", cause);
        }

        ServedPack.Build(_content.Path, Path.Combine(_folder.Path, name));
        return Path.Combine(_folder.Path, name);
    }

    private static async Task<string> CauseAsync(RunningServer server) => (string)(await server.GetJsonAsync(Entry))["causes"]![0]!;

    private static async Task<JsonNode> RefusalAsync(RunningServer server)
    {
        JsonNode? error = null;
        await RunningServer.WaitUntilAsync(async () =>
        {
            var health = await server.GetJsonAsync("/health/ready");
            error = health["refused"]?["errors"]?[0];
            return (string?)health["status"] == "degraded" && error is not null;
        });
        return error!;
    }
}
