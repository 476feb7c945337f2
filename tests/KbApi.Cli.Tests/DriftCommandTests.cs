using System.Text.Json;

namespace KbApi.Cli.Tests;

public class DriftCommandTests
{
    private const string English = "# Gates\n\n| Error | Solution |\n| --- | --- |\n| The gate stays shut | Use at most 256 characters. |\n";
    private const string Swedish = "# Bommar\n\n| Fel | Lösning |\n| --- | --- |\n| Bommen förblir <stängd> | Använd högst 127 tecken. |\n";

    [Fact]
    public async Task A_table_tells_both_lines_the_field_and_the_change_and_ends_with_1()
    {
        using var folder = Folder(Swedish);
        var (code, output, _) = await TestTerminal.RunAsync("drift", folder.Path);
        Assert.Equal(1, code);
        Assert.Matches(@"5\s+5\s+stale\s+Bommen förblir <stängd>\s+resolution\s+127 → 256", output);
        Assert.Contains("0 current, 0 untranslated, 0 orphan, 1 stale, 0 missing", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_current_ends_with_0()
    {
        using var folder = Folder(Swedish.Replace("127", "256", StringComparison.Ordinal));
        var (code, output, _) = await TestTerminal.RunAsync("drift", folder.Path);
        Assert.Equal((0, "1 current, 0 untranslated, 0 orphan, 0 stale, 0 missing\n"), (code, output));
    }

    [Fact]
    public async Task Json_has_the_values_the_places_and_the_words_in_the_language_of_the_reader()
    {
        using var folder = Folder(Swedish.Replace("Använd högst 127 tecken.", "Använd högst tecken.", StringComparison.Ordinal));
        var (_, output, _) = await new TestTerminal("sv-SE").InvokeAsync("drift", folder.Path, "--format", "json");
        using var report = JsonDocument.Parse(output);
        var reason = report.RootElement.GetProperty("articles")[0].GetProperty("items")[0].GetProperty("fields").EnumerateArray()
            .Single(f => f.GetProperty("state").GetString() == "stale").GetProperty("reasons")[0];
        Assert.Equal(("number", "256", "", "talet 256 saknas"), (reason.GetProperty("kind").GetString(), reason.GetProperty("expected").GetString(), reason.GetProperty("found").GetString(), reason.GetProperty("text").GetString()));
        Assert.EndsWith("en-US/gates.md", reason.GetProperty("original").GetProperty("path").GetString(), StringComparison.Ordinal);
        Assert.Equal(5, reason.GetProperty("here").GetProperty("line").GetInt32());
        Assert.Equal(1, report.RootElement.GetProperty("summary").GetProperty("stale").GetInt32());
    }

    [Theory]
    [InlineData("en-US", "<html lang=\"en\">", "Drift from the originals")]
    [InlineData("sv-SE", "<html lang=\"sv\">", "Avvikelser från originalen")]
    public async Task The_page_is_whole_by_itself_in_both_languages(string culture, string root, string title)
    {
        using var folder = Folder(Swedish);
        var (code, page, _) = await new TestTerminal(culture).InvokeAsync("drift", folder.Path, "--format", "html");
        Assert.Equal(1, code);
        Assert.Contains(root, page, StringComparison.Ordinal);
        Assert.Contains($"<title>{System.Net.WebUtility.HtmlEncode(title)}</title>", page, StringComparison.Ordinal);
        Assert.Contains("<span lang=\"sv-SE\">Bommen f&#246;rblir &lt;st&#228;ngd&gt;</span>", page, StringComparison.Ordinal);
        Assert.Contains("127 → 256", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http", page, StringComparison.Ordinal);
        Assert.Contains("prefers-color-scheme: dark", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_original_that_stands_elsewhere_belongs_to_the_one_document_whatever_their_names()
    {
        using var folder = new TempFolder();
        var original = folder.Write("originals/en-US/guide.md", English);
        var (code, output, _) = await TestTerminal.RunAsync("drift", folder.Write("done/gates.sv-SE.md", Swedish), "--source", original);
        Assert.Equal(1, code);
        Assert.Contains("127 → 256", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_revisions_in_one_locale_are_compared_word_for_word()
    {
        using var folder = new TempFolder();
        var old = folder.Write("old/gates.md", English);
        var (_, output, _) = await TestTerminal.RunAsync("drift", folder.Write("new/gates.md", English.Replace("Use at most", "Type at most", StringComparison.Ordinal)), "--source", old);
        Assert.Matches(@"resolution\s+reworded", output);
    }

    [Fact]
    public async Task The_originals_may_be_in_another_locale_of_the_documents()
    {
        using var folder = Folder(Swedish);
        var (_, output, _) = await TestTerminal.RunAsync("drift", folder.Path, "--source", "sv-SE", "--locale", "en-US");
        Assert.Contains("256 → 127", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_that_is_neither_path_nor_locale_is_told()
    {
        using var folder = Folder(Swedish);
        var (code, _, error) = await TestTerminal.RunAsync("drift", folder.Path, "--source", "no/such/folder");
        Assert.Equal((2, "kb: 'no/such/folder' is neither a path that exists nor a language tag.\n"), (code, error));
    }

    [Fact]
    public async Task What_was_reworded_since_the_revision_that_was_translated_is_found_in_the_repository()
    {
        using var folder = new TempFolder();
        var git = new TestGit(folder);
        folder.Write("en-US/gates.md", English);
        var commit = git.Commit("first");
        folder.Write("en-US/gates.md", English.Replace("The gate stays shut", "The gate does not open", StringComparison.Ordinal).Replace("256", "127", StringComparison.Ordinal));
        folder.Write("sv-SE/gates.md", $"---\nms.sourcegitcommit: {commit}\n---\n{Swedish}");
        var (code, output, _) = await TestTerminal.RunAsync("drift", folder.Path);
        Assert.Equal(1, code);
        Assert.Matches(@"8\s+5\s+stale\s+Bommen förblir <stängd>\s+symptoms\s+reworded", output);
    }

    [Fact]
    public async Task Sources_side_by_side_name_the_odd_one_out()
    {
        using var folder = Folder(Swedish);
        folder.Write("da-DK/gates.md", "# Bomme\n\n| Fejl | Løsning |\n| --- | --- |\n| Bommen er lukket | Brug højst 256 tegn. |\n");
        var (code, output, _) = await TestTerminal.RunAsync("compare", "en-US", "sv-SE", "da-DK", "--kb-path", folder.Path, "--consensus");
        Assert.Equal(1, code);
        Assert.Contains("  numbers: sv-SE against the rest (256)\n", output, StringComparison.Ordinal);
        var (_, json, _) = await TestTerminal.RunAsync("compare", "en-US", "sv-SE", "da-DK", "--kb-path", folder.Path, "--format", "json");
        using var report = JsonDocument.Parse(json);
        var fact = report.RootElement.GetProperty("entries")[0].GetProperty("facts")[0];
        Assert.Equal(["256", "127", "256"], fact.GetProperty("values").EnumerateArray().Select(v => v.GetString()));
        Assert.Equal("sv-SE", fact.GetProperty("odd")[0].GetString());
        Assert.Equal(2, (await TestTerminal.RunAsync("compare", "en-US", "fi-FI", "--kb-path", folder.Path)).ExitCode);
        Assert.Equal(2, (await TestTerminal.RunAsync("compare", "en-US")).ExitCode);
    }

    private static TempFolder Folder(string swedish)
    {
        var folder = new TempFolder();
        folder.Write("en-US/gates.md", English);
        folder.Write("sv-SE/gates.md", swedish);
        return folder;
    }
}
