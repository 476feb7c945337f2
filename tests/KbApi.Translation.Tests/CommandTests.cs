using System.Globalization;
using KbApi.Cli.CommandLine;
using KbApi.Cli.Terminal;

namespace KbApi.Translation.Tests;

public class CommandTests
{
    private const string Original = "# Errors\n\nRun `kb lint` in 12 folders.\n\nWait.\n";

    [Fact]
    public async Task What_was_exported_is_taken_back_when_it_is_translated()
    {
        using var folder = new TempFolder();
        var (content, file) = Write(folder);
        var (code, output, _) = await RunAsync("en-US", "export", "--kb-path", content, "--csv", "--target", "sv-SE", "-o", file);
        Assert.Equal((0, $"{file}: 3 units, 3 untranslated, 0 stale\n"), (code, output));

        Fill(file, "Run ⟦1⟧ in 12 folders.", "Kör ⟦1⟧ i 12 mappar.");
        (code, output, _) = await RunAsync("en-US", "import", file, "--kb-path", content, "--diff");
        Assert.Equal(0, code);
        Assert.Contains("+Kör `kb lint` i 12 mappar.\n", output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(content, "sv-SE")));

        (code, output, _) = await RunAsync("sv-SE", "import", file, "--kb-path", content);
        var written = content + "/sv-SE/a.md";
        Assert.Equal((0, $"{written}: ny, 1 enheter, 2 lämnade oöversatta och märkta\n1 enheter intagna, 0 oförändrade, 2 utan översättning, 0 avvisade\n"), (code, output));
        Assert.Equal("# Errors <!-- kb:untranslated -->\n\nKör `kb lint` i 12 mappar.\n\nWait. <!-- kb:untranslated -->\n", await File.ReadAllTextAsync(written));
        Assert.Single(Directory.GetFiles(content + "/sv-SE"));
    }

    [Fact]
    public async Task One_refused_unit_holds_back_all_unless_asked_otherwise()
    {
        using var folder = new TempFolder();
        var (content, file) = Write(folder);
        await RunAsync("en-US", "export", "--kb-path", content, "--csv", "--target", "sv-SE", "-o", file);
        Fill(file, "Run ⟦1⟧ in 12 folders.", "Kör i 13 mappar.");
        Fill(file, "Wait.", "Vänta.");
        var (code, output, error) = await RunAsync("en-US", "import", file, "--kb-path", content);
        Assert.Equal((1, ""), (code, output));
        Assert.Equal($"{content}/en-US/a.md(3): a errors:text: '`kb lint`' is missing; a number is lost or changed: 12\nkb: 1 units are refused; nothing was written. Mend them, or give --partial.\n", error);
        Assert.False(Directory.Exists(Path.Combine(content, "sv-SE")));

        (code, output, _) = await RunAsync("en-US", "import", file, "--kb-path", content, "--partial");
        Assert.Equal(1, code);
        Assert.EndsWith("\n\nVänta.\n", await File.ReadAllTextAsync(content + "/sv-SE/a.md"), StringComparison.Ordinal);
        Assert.EndsWith("1 units taken in, 0 unchanged, 1 without translation, 1 refused\n", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kb: Give the locale to translate to: --target sv-SE.", "export")]
    [InlineData("kb: Give one of --xliff, --csv, --xlsx and --json.", "export", "--target", "sv-SE", "--csv", "--json")]
    [InlineData("kb: A workbook needs a file: -o FILE.xlsx.", "export", "--target", "sv-SE", "--xlsx")]
    [InlineData("kb: en-US is both the locale of the originals and the one to translate to.", "export", "--target", "en-US")]
    public async Task Wrong_use_is_explained(string expected, params string[] arguments)
    {
        using var folder = new TempFolder();
        var (code, output, error) = await RunAsync("en-US", [.. arguments, "--kb-path", Write(folder).Content]);
        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith(expected + "\n", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_takes_one_file_an_article_and_a_file_of_another_locale_is_refused()
    {
        using var folder = new TempFolder();
        var (content, _) = Write(folder);
        var target = Path.Combine(folder.Path, "out");
        await RunAsync("en-US", "export", "--kb-path", content, "--target", "sv-SE", "-o", target);
        var file = Path.Combine(target, "a.sv-SE.xlf");
        Assert.True(File.Exists(file));
        var (code, _, error) = await RunAsync("en-US", "import", file, "--kb-path", content, "--locale", "de-DE");
        Assert.Equal((2, $"kb: {file} is in sv-SE, not in de-DE.\n"), (code, error));
    }

    [Theory]
    [InlineData("en-US", "export", "kb export --target sv-SE -o sspr.sv-SE.xlf")]
    [InlineData("sv-SE", "import", "kb import sspr.sv-SE.xlf --diff")]
    public async Task Help_has_examples(string culture, string command, string expected) =>
        Assert.Contains("  " + expected + "\n", (await RunAsync(culture, command, "--help")).Output, StringComparison.Ordinal);

    private static (string Content, string File) Write(TempFolder folder)
    {
        folder.Write("content/en-US/a.md", Original);
        return (Path.Combine(folder.Path, "content"), Path.Combine(folder.Path, "a.csv"));
    }

    /// <summary>Puts a translation behind its original, as a translator does in a spreadsheet.</summary>
    private static void Fill(string file, string source, string target)
    {
        var text = File.ReadAllText(file);
        Assert.Contains($",{source},,", text, StringComparison.Ordinal);
        File.WriteAllText(file, text.Replace($",{source},,", $",{source},{target},", StringComparison.Ordinal));
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(string culture, params string[] arguments)
    {
        var terminal = new Terminal(culture);
        var code = await KbCommand.RunAsync(arguments, terminal);
        return (code, terminal.Output.ToString()!, terminal.Error.ToString()!);
    }

    private sealed class Terminal(string culture) : ITerminal
    {
        public TextReader Input => TextReader.Null;

        public TextWriter Output { get; } = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };

        public TextWriter Error { get; } = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };

        public CultureInfo Culture { get; } = CultureInfo.GetCultureInfo(culture);

        public bool HasColors => false;

        public bool IsErrorInteractive => false;

        public int Width => 100;
    }
}
