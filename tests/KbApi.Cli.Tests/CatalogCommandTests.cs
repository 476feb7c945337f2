using System.Text.Json;

namespace KbApi.Cli.Tests;

public class CatalogCommandTests
{
    private const string Old = "# Gates\n\n| Code | Name | Meaning |\n| --- | --- | --- |\n| 4101 | GateShutError | It stays shut. Wait 30 seconds, then press the button. |\n| 4102 | GateLampError | The lamp is dark. Replace the lamp. |\n";

    [Fact]
    public async Task Folders_with_equal_content_end_with_0()
    {
        using var folder = Folders(Old, Old);
        var (code, output, _) = await TestTerminal.RunAsync("catalog", "diff", Path.Combine(folder.Path, "old"), Path.Combine(folder.Path, "new"));
        Assert.Equal((0, "Breaking: 0, Meaning: 0, Added: 0, Wording: 0\n"), (code, output));
    }

    [Fact]
    public async Task A_change_that_breaks_nobody_ends_with_1_or_with_0_where_only_breaking_ones_count()
    {
        using var folder = Folders(Old, Old.Replace("30", "45", StringComparison.Ordinal));
        string[] command = ["catalog", "diff", Path.Combine(folder.Path, "old"), Path.Combine(folder.Path, "new"), "--format", "json"];
        var (code, output, _) = await TestTerminal.RunAsync(command);
        Assert.Equal(1, code);
        using var diff = JsonDocument.Parse(output);
        var change = Assert.Single(diff.RootElement.GetProperty("changes").EnumerateArray());
        Assert.Equal(("meaning", "limitChanged", "gates/gateshuterror", "30", "45"), (
            change.GetProperty("impact").GetString(), change.GetProperty("kind").GetString(), change.GetProperty("id").GetString(), change.GetProperty("before").GetString(), change.GetProperty("after").GetString()));
        Assert.Equal(5, change.GetProperty("new").GetProperty("line").GetInt32());
        Assert.Equal(0, (await TestTerminal.RunAsync([.. command, "--fail-on", "breaking"])).ExitCode);
    }

    [Fact]
    public async Task A_code_that_is_gone_ends_with_2_whatever_counts()
    {
        using var folder = Folders(Old, Old[..Old.IndexOf("| 4102", StringComparison.Ordinal)]);
        var (code, output, _) = await new TestTerminal("sv-SE").InvokeAsync(
            "catalog", "diff", Path.Combine(folder.Path, "old"), Path.Combine(folder.Path, "new"), "--format", "markdown", "--fail-on", "breaking");
        Assert.Equal(2, code);
        Assert.StartsWith("## Ändringar av kunskapsbasen\n\nBrytande: 3, Betydelse: 0, Tillagt: 0, Ordalydelse: 0\n\n### Brytande\n\n| Ändring | Vad | Före | Efter | Språk |\n| --- |", output, StringComparison.Ordinal);
        Assert.Contains("| kod borttagen | 4102 | gates/gatelamperror |  | en-US |\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Revisions_of_a_repository_are_compared_and_the_files_on_disk_with_them()
    {
        using var folder = new TempFolder();
        var git = new TestGit(folder);
        folder.Write("docs/en-US/gates.md", Old);
        folder.Write("docs/.hidden/x.md", "# Hidden\n\n| Error | Solution |\n| --- | --- |\n| a | b |\n");
        var first = git.Commit("first");
        folder.Write("docs/en-US/gates.md", Old.Replace("30", "45", StringComparison.Ordinal));
        git.Commit("second");
        folder.Write("docs/en-US/gates.md", Old.Replace("30", "60", StringComparison.Ordinal));
        var content = Path.Combine(folder.Path, "docs");

        Assert.Contains("| limit changed | gates/gateshuterror resolution | 30 | 45 | en-US |", (await Diff(first, "HEAD")).Output, StringComparison.Ordinal);
        Assert.Contains("| limit changed | gates/gateshuterror resolution | 45 | 60 | en-US |", (await Diff("HEAD")).Output, StringComparison.Ordinal);
        Assert.Contains("| limit changed | gates/gateshuterror resolution | 60 | 30 | en-US |", (await Diff(content, "HEAD~1")).Output, StringComparison.Ordinal);
        var (code, _, error) = await Diff("no-such-branch");
        Assert.Equal((2, $"kb: 'no-such-branch' is neither a path that exists nor a git revision of '{content}'.\n"), (code, error));

        Task<(int ExitCode, string Output, string Error)> Diff(params string[] states) => TestTerminal.RunAsync(["catalog", "diff", .. states, "--path", content, "--format", "markdown"]);
    }

    [Fact]
    public async Task What_looks_like_an_option_of_git_is_a_name_that_does_not_exist()
    {
        using var folder = new TempFolder();
        folder.Write("a.md", Old);
        new TestGit(folder).Commit("first");
        var (code, _, error) = await TestTerminal.RunAsync("catalog", "diff", "--path", folder.Path, "--", "--output=x");
        Assert.Equal(2, code);
        Assert.Contains("'--output=x' is neither", error, StringComparison.Ordinal);
        Assert.Equal(["a.md"], Directory.GetFiles(folder.Path).Select(Path.GetFileName));
    }

    private static TempFolder Folders(string old, string now)
    {
        var folder = new TempFolder();
        folder.Write("old/en-US/gates.md", old);
        folder.Write("new/en-US/gates.md", now);
        return folder;
    }
}
