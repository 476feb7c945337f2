using System.Text.Json.Nodes;

namespace KbApi.Cli.Tests;

public sealed class ModelCommandTests
{
    [Fact]
    public async Task Each_thing_found_is_one_line_of_json_with_the_fields_of_its_type()
    {
        var path = Path.Combine(Repository.Content, "en-US", "sspr.md");
        var (code, output, error) = await TestTerminal.RunAsync("model", path, "--format", "jsonl");
        var items = output.TrimEnd('\n').Split('\n').Select(l => JsonNode.Parse(l)!.AsObject()).ToList();
        var lines = await File.ReadAllLinesAsync(path);

        Assert.Equal(0, code);
        Assert.Equal("", error);
        Assert.Equal(
            [("checklist", 1), ("entry", 87), ("heartbeat", 1), ("ladder", 1), ("operation", 5), ("procedure", 4), ("state", 1)],
            items.GroupBy(i => (string)i["type"]!).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, g.Count())));
        Assert.All(items, i =>
        {
            Assert.Equal(path.Replace('\\', '/'), (string)i["path"]!);
            Assert.Equal("en-US", (string)i["locale"]!);
            Assert.InRange((int)i["line"]!, 1, (int)i["endLine"]!);
        });
        var entry = items.Single(i => (string)i["type"]! == "entry" && (string)i["id"]! == "sspr/sspr-0013");
        Assert.Contains("UserNotMemberOfScopedAccessGroup = 13", lines[(int)entry["line"]! - 1], StringComparison.Ordinal);
        Assert.Equal(["UserNotMemberOfScopedAccessGroup", "13", "SSPR_0013"], entry["codes"]!.AsArray().Select(c => (string)c!["value"]!));
        Assert.Equal(("row", "error", "user-errors"), ((string)entry["shape"]!, (string)entry["severity"]!, (string)entry["section"]!));
        Assert.Equal([4, 10, 3, 10], items.Where(i => (string)i["type"]! == "procedure").Select(p => (int)p["steps"]!));
        Assert.Equal(12, (int)items.Single(i => (string)i["type"]! == "checklist")["items"]!);
    }

    [Fact]
    public async Task Json_is_one_array_of_the_same_objects()
    {
        var lines = (await TestTerminal.RunAsync("model", Repository.Content, "--format", "jsonl")).Output;
        var array = JsonNode.Parse((await TestTerminal.RunAsync("model", Repository.Content, "--format", "json")).Output)!.AsArray();

        Assert.Equal(lines.TrimEnd('\n').Split('\n').Select(l => JsonNode.Parse(l)!.ToJsonString()), array.Select(i => i!.ToJsonString()));
    }

    [Theory]
    [InlineData("en-US", "87 entries, 4 procedures, 1 ladders, 1 checklists, 5 operations")]
    [InlineData("sv-SE", "87 poster, 4 procedurer, 1 stegar, 1 checklistor, 5 åtgärdsförlopp")]
    public async Task The_table_is_for_people_in_their_language(string culture, string summary)
    {
        var path = Path.Combine(Repository.Content, "sv-SE", "sspr.md");
        var (code, output, _) = await new TestTerminal(culture).InvokeAsync("model", path);

        Assert.Equal(0, code);
        Assert.EndsWith(summary + "\n", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output);
    }

    [Fact]
    public async Task Unreadable_files_are_reported_and_do_not_stop_the_rest()
    {
        var folder = Directory.CreateTempSubdirectory("kb-model-");
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "a.md"), [0xC3, 0x28, 0x0A]);
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "b.md"), "| Error | Solution |\n| --- | --- |\n| It hums | Turn it off |\n");
            var (code, output, error) = await TestTerminal.RunAsync("model", folder.FullName, "--format", "jsonl");

            Assert.Equal(1, code);
            Assert.Equal("It hums", (string)JsonNode.Parse(output)!["title"]!);
            Assert.Equal($"{folder.FullName}/a.md(1,1): error KB1003: Byte 0 is not valid utf-8. Save the file as UTF-8.\n", error);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_path_that_does_not_exist_is_an_error_of_use()
    {
        var (code, output, error) = await TestTerminal.RunAsync("model", "no-such-file.md");

        Assert.Equal((2, ""), (code, output));
        Assert.Equal("kb: 'no-such-file.md' does not exist.\n", error);
    }
}
