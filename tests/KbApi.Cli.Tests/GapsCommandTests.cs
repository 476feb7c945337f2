using System.Text.Json.Nodes;
using KbApi.Reports.Gaps;
using KbApi.Reports.Model;
using KbApi.Reports.Sqlite;
using KbApi.Rules.Classification;

namespace KbApi.Cli.Tests;

public class GapsCommandTests
{
    private const string English = "# Errors\n\n## Start\n\n|Code|Symptom|Resolution|\n|---|---|---|\n|ERR-1001|It does not start.|Plug it in.\n|ERR-1003|It stops.|Restart it.|\n";
    private const string Swedish = "# Fel\n\n## Start\n\n|Kod|Symtom|Lösning|\n|---|---|---|\n|ERR-1001|Den startar inte.|Sätt i kontakten.\n|ERR-1003|Den stannar.|Starta om den.|\n";

    [Fact]
    public async Task Gaps_are_shown_with_counts_and_the_closest_entries()
    {
        using var folder = new TempFolder();
        await PrepareAsync(folder);

        var (code, output, error) = await TestTerminal.RunAsync("gaps", "--store", StoreIn(folder), "--kb-path", folder.Path);

        Assert.Equal((1, ""), (code, error));
        Assert.Contains("ERR-1002", output, StringComparison.Ordinal);
        Assert.Contains("The coffee is cold after <n> minutes", output.ReplaceLineEndings(" ").Replace("  ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.EndsWith("2 of 2 gaps\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gaps_are_json_for_programs()
    {
        using var folder = new TempFolder();
        await PrepareAsync(folder);

        var (_, output, _) = await TestTerminal.RunAsync("gaps", "--store", StoreIn(folder), "--kb-path", folder.Path, "--format", "json", "--kind", "unknownCode");

        var gap = Assert.Single(JsonNode.Parse(output)!["items"]!.AsArray())!;
        Assert.Equal(("unknownCode", "ERR-1002", 3), ((string)gap["kind"]!, (string)gap["template"]!, (int)gap["count"]!));
        Assert.Equal(GapId.Of(GapKind.UnknownCode, "ERR-1002"), (string)gap["id"]!);
        Assert.Equal("code", (string)gap["nearest"]![0]!["reason"]!);
        Assert.Equal("ERR-", (string)gap["family"]!["pattern"]!);
    }

    [Fact]
    public async Task A_draft_is_a_patch_that_becomes_a_row_in_every_locale()
    {
        using var folder = new TempFolder();
        await PrepareAsync(folder);
        var swedish = Path.Combine(folder.Path, "sv-SE", "a.md");
        string[] arguments = ["gaps", "--store", StoreIn(folder), "--kb-path", folder.Path, "--kind", "unknownCode", "--draft", "sv-SE"];

        var (code, diff, error) = await TestTerminal.RunAsync(arguments);

        Assert.Equal(0, code);
        Assert.StartsWith("--- a" + swedish, diff, StringComparison.Ordinal);
        Assert.DoesNotContain("\n-", diff.Replace("\n--- a/", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("+| ERR-1002 | ERR-1002 <!-- kb:untranslated --> | <!-- kb:untranslated --> |\n", diff, StringComparison.Ordinal);
        Assert.Contains("ERR-1002 (asked 3 times), beside ", error, StringComparison.Ordinal);
        Assert.Equal(Swedish, await File.ReadAllTextAsync(swedish));

        (code, _, _) = await TestTerminal.RunAsync([.. arguments, "--write"]);

        Assert.Equal(0, code);
        Assert.Equal(Swedish + "| ERR-1002 | ERR-1002 <!-- kb:untranslated --> | <!-- kb:untranslated --> |\n", await File.ReadAllTextAsync(swedish));
        Assert.StartsWith(English + "| ERR-1002 | ERR-1002 |", await File.ReadAllTextAsync(Path.Combine(folder.Path, "en-US", "a.md")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("There is no store 'nothing.db'.", "--store", "nothing.db")]
    [InlineData("--write writes a draft; give --draft and a locale too.", "--store", "nothing.db", "--write")]
    [InlineData("Give a store with --store or a server with --url, not both.", "--store", "nothing.db", "--url", "http://localhost:5080")]
    [InlineData("'localhost' is no address that begins with http or https.", "--url", "localhost")]
    public async Task Wrong_use_is_told(string message, params string[] arguments)
    {
        var (code, _, error) = await TestTerminal.RunAsync(["gaps", .. arguments]);

        Assert.Equal(2, code);
        Assert.StartsWith($"kb: {message}\n", error, StringComparison.Ordinal);
        Assert.False(File.Exists("nothing.db"));
    }

    [Fact]
    public async Task Labels_are_those_of_feedback()
    {
        using var folder = new TempFolder();
        await PrepareAsync(folder);
        await using (var store = new SqliteReportStore(new SqliteStoreOptions { Path = StoreIn(folder) }))
        {
            var report = Assert.Single(await store.ListAsync(new() { Verdict = Verdict.Unknown }, after: null, 10));
            await store.AddFeedbackAsync(new ReportFeedback
            {
                Id = ReportFeedback.NewId(TimeProvider.System),
                ReportId = report.Id,
                GivenAt = TimeProvider.System.GetUtcNow(),
                RightEntryId = "a/err-1003",
                SnapshotId = "snapshot",
            });
        }

        var (code, output, _) = await TestTerminal.RunAsync("insights", "labels", "--store", StoreIn(folder), "--kb-path", folder.Path);

        var label = JsonNode.Parse(output)!;
        Assert.Equal((0, "The coffee is cold after 5 minutes", "named by feedback"), (code, (string)label["message"]!, (string)label["why"]!));
        Assert.Equal(2, label["expected"]!.AsArray().Count);
    }

    [Fact]
    public async Task Closest_entries_are_those_of_a_pack_where_one_is_named_and_a_draft_needs_documents()
    {
        using var folder = new TempFolder();
        await PrepareAsync(folder);
        var pack = Path.Combine(folder.Path, "content.kbpack");
        Assert.Equal(0, (await TestTerminal.RunAsync("build", Path.Combine(folder.Path, "en-US"), "-o", pack)).ExitCode);
        string[] arguments = ["gaps", "--store", StoreIn(folder), "--kb-path", pack, "--format", "json"];

        var (_, output, _) = await TestTerminal.RunAsync(arguments);
        var (code, _, error) = await TestTerminal.RunAsync([.. arguments, "--draft", "en-US"]);

        Assert.Equal("code", (string)JsonNode.Parse(output)!["items"]![0]!["nearest"]![0]!["reason"]!);
        Assert.Equal((2, "kb: A draft is written into documents; name their folder with --kb-path instead of a pack.\n"), (code, error));
    }

    private static string StoreIn(TempFolder folder) => Path.Combine(folder.Path, "kb.db");

    private static async Task PrepareAsync(TempFolder folder)
    {
        folder.Write("en-US/a.md", English);
        folder.Write("sv-SE/a.md", Swedish);
        await using var store = new SqliteReportStore(new SqliteStoreOptions { Path = StoreIn(folder) });
        var now = TimeProvider.System.GetUtcNow();
        var counter = new GapCounter();
        for (var i = 0; i < 3; i++)
        {
            counter.Count(new AskedGap(GapKind.UnknownCode, "ERR-1002", "ERR-1002"), "sv-SE", now);
        }

        await store.AddAsync(counter.Take());
        await store.AddAsync(new StoredReport
        {
            Id = ReportId.New(TimeProvider.System),
            ReceivedAt = now,
            Content = new ReportContent { Message = "The coffee is cold after 5 minutes" },
            Verdict = Verdict.Unknown,
            SnapshotId = "snapshot",
        });
    }
}
