using System.Text.Json;

namespace KbApi.Cli.Tests;

public class LintCommandTests
{
    private const string Open = "# T\n\n| A | B |\n| --- | --- |\n| x | y |\n| x | z\n| z | y |\n";

    [Fact]
    public async Task Findings_are_printed_as_compilers_do_and_end_with_1()
    {
        using var folder = new TempFolder();
        var path = folder.Write("a.md", Open);
        var (code, output) = await RunAsync("en-US", "lint", path);
        Assert.Equal(1, code);
        Assert.Equal($"{path}(6,8): warning KB1020: The row has no closing pipe.\n", output);
    }

    [Fact]
    public async Task Swedes_read_findings_in_Swedish()
    {
        using var folder = new TempFolder();
        var (_, output) = await RunAsync("sv-SE", "lint", folder.Write("a.md", Open));
        Assert.EndsWith("KB1020: Raden saknar avslutande lodstreck.\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sarif_names_the_rule_the_place_the_hash_and_the_fix()
    {
        using var folder = new TempFolder();
        var (_, output) = await RunAsync("en-US", "lint", folder.Write("a.md", Open), "--format", "sarif");
        using var log = JsonDocument.Parse(output);
        var run = log.RootElement.GetProperty("runs")[0];
        Assert.Equal("2.1.0", log.RootElement.GetProperty("version").GetString());
        Assert.Equal("KB1020", run.GetProperty("tool").GetProperty("driver").GetProperty("rules")[0].GetProperty("id").GetString());
        Assert.Equal(64, run.GetProperty("artifacts")[0].GetProperty("hashes").GetProperty("sha-256").GetString()!.Length);
        var result = run.GetProperty("results")[0];
        Assert.Equal(6, result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region").GetProperty("startLine").GetInt32());
        Assert.Equal(" |", result.GetProperty("fixes")[0].GetProperty("artifactChanges")[0].GetProperty("replacements")[0].GetProperty("insertedContent").GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_fix_writes_the_file_a_diff_does_not_and_a_second_run_is_clean()
    {
        using var folder = new TempFolder();
        var path = folder.Write("a.md", Open);
        var (_, diff) = await RunAsync("en-US", "fix", path, "--diff");
        Assert.Contains("-| x | z\n+| x | z |\n", diff, StringComparison.Ordinal);
        Assert.Equal(Open, File.ReadAllText(path));
        Assert.Equal(0, (await RunAsync("en-US", "fix", path)).Code);
        Assert.Equal(Open.Replace("| z\n", "| z |\n", StringComparison.Ordinal), File.ReadAllText(path));
        Assert.Equal((0, ""), await RunAsync("en-US", "lint", path));
        Assert.Single(Directory.GetFiles(folder.Path));
    }

    [Theory]
    [InlineData("utf-16", "\n")]
    [InlineData("utf-16BE", "\r\n")]
    [InlineData("utf-8", "\r\n")]
    public async Task A_diff_is_a_patch_with_context_whatever_the_encoding(string encoding, string newLine)
    {
        using var folder = new TempFolder();
        var bytes = System.Text.Encoding.GetEncoding(encoding);
        var path = folder.Write("a.md", [.. bytes.GetPreamble(), .. bytes.GetBytes(Open.ReplaceLineEndings(newLine))]);
        var (_, diff) = await RunAsync("en-US", "fix", path, "--diff");
        Assert.Equal($"--- a{path}\n+++ b{path}\n@@ -3,5 +3,5 @@\n | A | B |\n | --- | --- |\n | x | y |\n-| x | z\n+| x | z |\n | z | y |\n", diff);
    }

    [Fact]
    public async Task A_diff_says_where_the_last_line_has_no_end()
    {
        using var folder = new TempFolder();
        var path = folder.Write("a.md", Open + "| q | r");
        var (_, diff) = await RunAsync("en-US", "fix", path, "--diff");
        Assert.EndsWith(" | z | y |\n-| q | r\n\\ No newline at end of file\n+| q | r |\n\\ No newline at end of file\n", diff, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_setting_is_reported()
    {
        using var folder = new TempFolder();
        folder.Write(".editorconfig", "root = true\n[*]\nkb_diagnostic.severity = loud\n");
        var (code, output) = await RunAsync("en-US", "lint", folder.Write("a.md", "# Fine\n\nText.\n"));
        Assert.Equal(1, code);
        Assert.Contains(".editorconfig(3,1): warning KB9004: 'loud' is no severity", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_original_that_stands_elsewhere_is_compared_with_and_not_reported()
    {
        using var folder = new TempFolder();
        var original = folder.Write("originals/guide.md", "# Queues\n\nRun `stop queue`</br> first.\n");
        var translation = folder.Write("done/guide.sv-SE.md", "# Köer\n\nKör `stoppa kön` först.\n");
        var (code, output) = await RunAsync("en-US", "lint", translation, "--source", original);
        Assert.Equal(1, code);
        Assert.Equal($"{translation}(3,1): warning KB2209: The original has the code 'stop queue'; the translation does not.\n", output);
    }

    [Fact]
    public async Task A_folder_of_originals_is_paired_by_path()
    {
        using var folder = new TempFolder();
        folder.Write("originals/a/guide.md", "# Queues\n\nRun `stop queue` first.\n");
        folder.Write("sv-SE/a/guide.md", "# Köer\n\nKör `stoppa kön` först.\n");
        var (_, output) = await RunAsync("en-US", "lint", Path.Combine(folder.Path, "sv-SE"), "--source", Path.Combine(folder.Path, "originals"));
        Assert.Contains("sv-SE/a/guide.md(3,1): warning KB2209", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_only_document_of_a_folder_is_the_original_of_the_one_that_is_given_whatever_its_name()
    {
        using var folder = new TempFolder();
        folder.Write("originals/queues-en.md", "# Queues\n\nRun `stop queue` first.\n");
        var translation = folder.Write("guide.sv-SE.md", "# Köer\n\nKör `stoppa kön` först.\n");
        var (_, output) = await RunAsync("en-US", "lint", translation, "--source", Path.Combine(folder.Path, "originals"));
        Assert.Contains("guide.sv-SE.md(3,1): warning KB2209", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Originals_of_other_documents_are_told()
    {
        using var folder = new TempFolder();
        folder.Write("originals/a.md", "# A\n");
        folder.Write("originals/b.md", "# B\n");
        var (_, _, error) = await new TestTerminal().InvokeAsync("lint", folder.Write("c.sv-SE.md", "# C\n"), "--source", Path.Combine(folder.Path, "originals"));
        Assert.Contains("is the original of these documents", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_original_of_several_documents_is_wrong_use()
    {
        using var folder = new TempFolder();
        var path = folder.Write("a.md", "# T\n");
        Assert.Equal(2, (await RunAsync("en-US", "lint", folder.Path, "--source", path)).Code);
    }

    [Fact]
    public async Task Rules_beside_the_documents_are_run_listed_and_fixed()
    {
        using var folder = new TempFolder();
        folder.Write("kb-rules.yaml", "rules:\n  - { id: ACME1001, title: Old name, message: \"'{0}' is '{1}' now.\", find: [AcmePM], replace: Acme Print }\n");
        var path = folder.Write("en-US/a.md", "# T\n\nAcmePM stops.\n");
        Assert.Equal($"{path}(3,1): warning ACME1001: 'AcmePM' is 'Acme Print' now.\n", (await RunAsync("en-US", "lint", path)).Output);
        await RunAsync("en-US", "fix", path);
        Assert.Equal("# T\n\nAcme Print stops.\n", File.ReadAllText(path));
    }

    [Fact]
    public async Task A_plug_in_that_is_none_is_reported_and_the_rules_run()
    {
        using var folder = new TempFolder();
        var plugin = folder.Write("plugin.dll", "text");
        var (code, output) = await RunAsync("en-US", "lint", folder.Write("a.md", Open), "--plugin", plugin);
        Assert.Equal(1, code);
        Assert.Contains("plugin.dll(1,1): warning KB9006: The plug-in is not used:", output, StringComparison.Ordinal);
        Assert.Contains("KB1020", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_reader_reports_is_explained_too()
    {
        var (code, page) = await RunAsync("en-US", "explain", "KB1004");
        Assert.Equal(0, code);
        Assert.Contains("Split the article", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_baseline_knows_is_not_reported()
    {
        using var folder = new TempFolder();
        var path = folder.Write("a.md", Open);
        var (_, known) = await RunAsync("en-US", "baseline", path);
        var file = folder.Write("known.txt", known);
        Assert.Equal((0, ""), await RunAsync("en-US", "lint", path, "--baseline", file));
    }

    [Fact]
    public async Task Explaining_a_rule_prints_its_page_and_an_unknown_one_ends_with_1()
    {
        var (code, page) = await RunAsync("sv-SE", "explain", "KB1101");
        Assert.Equal(0, code);
        Assert.Contains("Koden motsäger sin rad", page, StringComparison.Ordinal);
        Assert.Equal(1, (await RunAsync("en-US", "explain", "KB1999")).Code);
    }

    [Fact]
    public async Task Github_gets_annotations_with_the_file_and_the_line()
    {
        using var folder = new TempFolder();
        var (_, output) = await RunAsync("en-US", "lint", folder.Write("a.md", Open), "--format", "github");
        Assert.Matches("^::warning file=[^,]*a\\.md,line=6,col=8,title=KB1020::The row has no closing pipe\\.\n$", output);
    }

    private static async Task<(int Code, string Output)> RunAsync(string culture, params string[] args)
    {
        var terminal = new TestTerminal(culture);
        var code = await CommandLine.KbCommand.RunAsync(args, terminal);
        return (code, terminal.Output.ToString()!.ReplaceLineEndings("\n"));
    }
}
