using System.Text;

namespace KbApi.Cli.Tests;

public class EditingCommandTests
{
    private const string English = "# Errors\n\n## Start\n\n|Code|Symptom|Resolution|\n|---|---|---|\n|E1001|It does not start.|Plug it in.\n|E1002|It stops.|Restart it.|\n";

    [Fact]
    public async Task Set_changes_one_cell_and_a_diff_changes_nothing()
    {
        using var folder = new TempFolder();
        var path = folder.Write("a.md", English);
        var (_, diff, _) = await TestTerminal.RunAsync("set", "a/e1001", "resolution", "Plug it in, then `a | b`.", "--kb-path", folder.Path, "--locale", "en-US", "--diff");
        Assert.Equal(
            $"""
            --- a{path}
            +++ b{path}
            @@ -4,5 +4,5 @@
             
             |Code|Symptom|Resolution|
             |---|---|---|
            -|E1001|It does not start.|Plug it in.
            +|E1001|It does not start.|Plug it in, then `a \| b`.
             |E1002|It stops.|Restart it.|

            """,
            diff);
        Assert.Equal(English, File.ReadAllText(path));

        var (code, output, _) = await TestTerminal.RunAsync("set", "a/e1001", "resolution", "Plug it in, then `a | b`.", "--kb-path", folder.Path, "--locale", "en-US");
        Assert.Equal((0, path + " written\n"), (code, output));
        Assert.Equal(English.Replace("Plug it in.", "Plug it in, then `a \\| b`.", StringComparison.Ordinal), File.ReadAllText(path));
        Assert.Single(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task Set_reads_a_text_of_several_lines_from_its_input()
    {
        using var folder = new TempFolder();
        var path = folder.Write("a.md", English);
        var terminal = new TestTerminal { Input = new StringReader("Restart it.\nWait.\n") };
        var (code, _, _) = await terminal.InvokeAsync("set", "a/e1001", "resolution", "-", "--kb-path", folder.Path, "--locale", "en-US");
        Assert.Equal(0, code);
        Assert.Contains("|Restart it.<br>Wait.\n", File.ReadAllText(path), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "There is no entry 'a/e9'; kb model lists them.", "a/e9", "cause", "x")]
    [InlineData(2, "A heading can't stand there (line 3 of the new text).", "a/e1001", "resolution", "x\n\n# y")]
    [InlineData(2, "The entry has no text and no empty cell for 'technical'.", "a/e1001", "technical", "x")]
    [InlineData(2, "'colour' is no field; the fields are title, symptom, message, code, description, technical, cause, resolution.", "a/e1001", "colour", "x")]
    public async Task Set_says_why_it_refuses(int exitCode, string reason, string id, string field, string value)
    {
        using var folder = new TempFolder();
        folder.Write("a.md", English);
        var (code, _, error) = await TestTerminal.RunAsync("set", id, field, value, "--kb-path", folder.Path, "--locale", "en-US");
        Assert.Equal(exitCode, code);
        Assert.Contains(reason, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fmt_checks_then_writes_then_is_clean()
    {
        using var folder = new TempFolder();
        var path = folder.Write("a.md", English);
        Assert.Equal((1, path + "\n"), await CodeAndOutput("fmt", path, "--check"));
        Assert.Equal(0, (await CodeAndOutput("fmt", path)).Code);
        Assert.Contains("| E1001 | It does not start. | Plug it in. |\n", File.ReadAllText(path), StringComparison.Ordinal);
        Assert.Equal((0, ""), await CodeAndOutput("fmt", path, "--check"));
    }

    [Fact]
    public async Task Render_refreshes_regions_and_its_check_fails_while_one_is_stale()
    {
        using var folder = new TempFolder();
        folder.Write("content/a.md", English);
        var page = folder.Write("page.md", "Text.\n\n<!-- kb:begin table section=start columns=code,title -->\n<!-- kb:end -->\n");
        var content = Path.Combine(folder.Path, "content");
        var (code, output) = await CodeAndOutput("render", page, "--check", "--kb-path", content);
        Assert.Equal((1, $"1 of 1 files identical; 0 cells written anew, 0 places looked at\n{page}: a generated region is stale; kb render refreshes it\n"), (code, output));
        Assert.Equal(0, (await CodeAndOutput("render", page, "--kb-path", content)).Code);
        Assert.Contains("| Code | Symptom |\n| --- | --- |\n| E1001 | It does not start. |\n", File.ReadAllText(page), StringComparison.Ordinal);
        Assert.Equal(0, (await CodeAndOutput("render", page, "--check", "--kb-path", content)).Code);
    }

    [Fact]
    public async Task Render_writes_an_article_in_a_locale_and_never_over_another_file()
    {
        using var folder = new TempFolder();
        folder.Write("en-US/a.md", English);
        string[] command = ["render", "--article", "a", "--locale", "de-DE", "--kb-path", folder.Path, "--out", folder.Path];
        Assert.Equal(0, (await CodeAndOutput(command)).Code);
        Assert.Contains("|E1002|It stops. <!-- kb:untranslated -->|", File.ReadAllText(Path.Combine(folder.Path, "de-DE", "a.md")), StringComparison.Ordinal);
        Assert.Equal(2, (await CodeAndOutput(command)).Code);
    }

    [Fact]
    public async Task New_entry_adds_a_row_in_every_locale()
    {
        using var folder = new TempFolder();
        var english = folder.Write("en-US/a.md", English);
        var swedish = folder.Write("sv-SE/a.md", Encoding.UTF8.GetBytes(English));
        var (code, output) = await CodeAndOutput("new", "entry", "It is hot.", "--article", "a", "--section", "start", "--code", "E1003", "--kb-path", folder.Path);
        Assert.Equal((0, $"{english} written\n{swedish} written\n"), (code, output));
        Assert.EndsWith("| E1003 | It is hot. | <!-- kb:untranslated --> |\n", File.ReadAllText(english), StringComparison.Ordinal);
        Assert.EndsWith("| E1003 | It is hot. <!-- kb:untranslated --> | <!-- kb:untranslated --> |\n", File.ReadAllText(swedish), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Render_takes_pages_or_an_article() => Assert.Equal(2, (await CodeAndOutput("render", "--check")).Code);

    private static async Task<(int Code, string Output)> CodeAndOutput(params string[] args)
    {
        var (code, output, _) = await TestTerminal.RunAsync(args);
        return (code, output);
    }
}
