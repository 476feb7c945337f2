using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using KbApi.Server.Tests.Hosting;

namespace KbApi.Server.Tests.Snapshots;

public sealed class ReloadTests
{
    private const string Entry = "/v1/entries/sspr/no-email";

    [Fact]
    public async Task An_edit_shows_in_the_next_answers_within_a_second_and_no_request_fails()
    {
        using var content = new TemporaryContent();
        await using var server = await RunningServer.StartAsync(content.Path);
        using var stop = new CancellationTokenSource();
        var load = Task.Run(() => RequestUntilAsync(server, stop.Token));

        var tags = new HashSet<string>();
        var delays = new List<TimeSpan>();
        for (var i = 0; i < 5; i++)
        {
            var clock = Stopwatch.StartNew();
            content.Replace("en-US/sspr.md", i == 0 ? "a spam filter has rejected" : $"a spam filter {i - 1} has rejected", $"a spam filter {i} has rejected");
            await RunningServer.WaitUntilAsync(async () =>
                ((string)(await server.GetJsonAsync(Entry))["causes"]![0]!).Contains($"spam filter {i} ", StringComparison.Ordinal));
            delays.Add(clock.Elapsed);
            using var response = await server.GetAsync(Entry);
            Assert.True(tags.Add(response.Headers.ETag!.Tag), "A change of content has to change the tag.");
        }

        await stop.CancelAsync();
        Assert.True(await load > 0);
        // The middle one: other work on the machine may delay any single edit.
        delays.Sort();
        Assert.True(delays[2] < TimeSpan.FromSeconds(1), $"Edits took {string.Join(", ", delays)} to show.");
    }

    [Theory]
    [InlineData("invalid")]
    [InlineData("empty")]
    [InlineData("binary")]
    [InlineData("schemes")]
    public async Task Content_that_does_not_compile_leaves_the_last_good_snapshot_in_place_and_is_reported(string kind)
    {
        using var content = new TemporaryContent();
        await using var server = await RunningServer.StartAsync(content.Path);
        var before = (string)(await server.GetJsonAsync("/health/ready"))["snapshot"]!;
        var (file, bytes, id) = kind switch
        {
            "invalid" => ("en-US/sspr.md", new byte[] { (byte)'#', 0xC3, 0x28 }, "KB1003"),
            "empty" => ("sv-SE/sspr.md", [], "KB1005"),
            "binary" => ("en-US/sspr.md", [1, 2, 0, 3], "KB1002"),
            _ => ("schemes.yaml", "schemes: [{ id: Bad Id }]"u8.ToArray(), "KB1011"),
        };
        var good = await File.ReadAllBytesAsync(content.PathOf(file));

        await File.WriteAllBytesAsync(content.PathOf(file), bytes);
        JsonNode health = new JsonObject();
        await RunningServer.WaitUntilAsync(async () => (string)(health = await server.GetJsonAsync("/health/ready"))["status"]! == "degraded");

        Assert.Equal(before, (string)health["snapshot"]!);
        Assert.Equal(id, (string)Assert.Single(health["refused"]!["errors"]!.AsArray())!["id"]!);
        Assert.EndsWith(file, (string)health["refused"]!["errors"]![0]!["path"]!, StringComparison.Ordinal);
        Assert.Equal("sspr/sspr-0029", (string)(await server.GetJsonAsync("/v1/codes/SSPR_0029"))["id"]!);

        await File.WriteAllBytesAsync(content.PathOf(file), good);
        await RunningServer.WaitUntilAsync(async () => (string)(await server.GetJsonAsync("/health/ready"))["status"]! == "ready");
    }

    [Fact]
    public async Task A_start_on_content_with_errors_serves_what_can_be_read()
    {
        using var content = new TemporaryContent();
        await File.WriteAllBytesAsync(content.PathOf("en-US/broken.md"), [0xFF, 0xFF, 0xFF]);
        await using var server = await RunningServer.StartAsync(content.Path);

        Assert.Equal("degraded", (string)(await server.GetJsonAsync("/health/ready"))["status"]!);
        Assert.Equal("sspr/sspr-0029", (string)(await server.GetJsonAsync("/v1/codes/SSPR_0029"))["id"]!);
    }

    [Fact]
    public async Task New_and_deleted_files_show()
    {
        using var content = new TemporaryContent();
        await using var server = await RunningServer.StartAsync(content.Path);

        await File.WriteAllTextAsync(content.PathOf("en-US/new.md"), "# New\n\n## NEW-4711: It hums\n\n**Cause:** Loose screw.\n\n**Resolution:** Tighten it.\n");
        await RunningServer.WaitUntilAsync(async () => (await server.GetAsync("/v1/codes/NEW-4711")).StatusCode == HttpStatusCode.OK);
        File.Delete(content.PathOf("en-US/new.md"));
        await RunningServer.WaitUntilAsync(async () => (await server.GetAsync("/v1/codes/NEW-4711")).StatusCode == HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_folder_that_is_replaced_whole_is_followed()
    {
        using var content = new TemporaryContent();
        await using var server = await RunningServer.StartAsync(content.Path);

        var elsewhere = content.Path + ".elsewhere";
        Directory.Move(content.PathOf("sv-SE"), elsewhere);
        await RunningServer.WaitUntilAsync(async () => (string)(await server.GetJsonAsync(Entry + "?locale=sv"))["locale"]! != "sv-SE");
        Directory.Move(elsewhere, content.PathOf("sv-SE"));
        await RunningServer.WaitUntilAsync(async () => (string)(await server.GetJsonAsync(Entry + "?locale=sv"))["locale"]! == "sv-SE");
    }

    [Fact]
    public async Task A_cursor_survives_a_reload_or_says_that_it_has_expired()
    {
        using var content = new TemporaryContent();
        await using var server = await RunningServer.StartAsync(content.Path);
        var next = (string)(await server.GetJsonAsync("/v1/entries?section=reset-portal&limit=7"))["nextCursor"]!;
        var page = $"/v1/entries?section=reset-portal&limit=7&cursor={next}";
        var expected = Ids(await server.GetJsonAsync(page));

        content.Replace("en-US/sspr.md", "a spam filter has rejected", "some spam filter has rejected");
        await RunningServer.WaitUntilAsync(async () => ((string)(await server.GetJsonAsync(Entry))["causes"]![0]!).Contains("some spam", StringComparison.Ordinal));
        Assert.Equal(expected, Ids(await server.GetJsonAsync(page)));

        foreach (var locale in new[] { "en-US", "sv-SE" })
        {
            content.Replace(locale + "/sspr.md", "<a name=\"no-email\"></a>", "<a name=\"mail-missing\"></a>");
        }

        await RunningServer.WaitUntilAsync(async () => (await server.GetAsync(Entry)).StatusCode == HttpStatusCode.NotFound);
        Assert.Equal("KBAPI-4101", (string)(await server.GetProblemAsync(HttpStatusCode.Gone, page))["code"]!);
    }

    private static List<string> Ids(JsonNode page) => [.. page["items"]!.AsArray().Select(i => (string)i!["id"]!)];

    /// <summary>Asks without pause; every answer has to be good and of one piece.</summary>
    private static async Task<int> RequestUntilAsync(RunningServer server, CancellationToken stop)
    {
        var count = 0;
        while (!stop.IsCancellationRequested)
        {
            using var response = await server.GetAsync("/v1/codes/31003?locale=sv-SE");
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.StartsWith('"' + response.Headers.GetValues("Kb-Snapshot").Single(), response.Headers.ETag!.Tag, StringComparison.Ordinal);
            count++;
        }

        return count;
    }
}
