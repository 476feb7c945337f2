namespace KbApi.Cli.Tests.Export;

/// <summary>Where <c>kb export --static</c> writes, and where it does not.</summary>
public sealed class StaticFolderTests
{
    private const string Article = "# Errors of the printer\n\n| Code | Meaning | Solution |\n| --- | --- | --- |\n| PRN-1001 | It has no paper. | Fill the tray. |\n";

    [Fact]
    public async Task A_folder_that_something_else_wrote_is_left_alone()
    {
        using var folder = new TempFolder();
        folder.Write("docs/printer.md", Article);
        folder.Write("site/precious.txt", "mine");

        var (code, output, error) = await TestTerminal.RunAsync("export", "--static", Path.Combine(folder.Path, "site"), Path.Combine(folder.Path, "docs"));

        Assert.Equal((2, ""), (code, output));
        Assert.Equal($"kb: {folder.Path}/site is not empty and was not written by kb export --static: it holds 'precious.txt'. Name another folder, or empty it.\n", error);
        Assert.Equal(["precious.txt"], ExportedSite.FilesOf(Path.Combine(folder.Path, "site")));
    }

    [Fact]
    public async Task A_site_takes_the_place_of_an_earlier_one_whole()
    {
        using var folder = new TempFolder();
        folder.Write("docs/printer.md", Article);
        Directory.CreateDirectory(Path.Combine(folder.Path, "site"));
        var target = Path.Combine(folder.Path, "site");
        var first = await TestTerminal.RunAsync("export", "--static", target, Path.Combine(folder.Path, "docs"));
        folder.Write("docs/printer.md", Article.Replace("PRN-1001", "PRN-2002", StringComparison.Ordinal));
        var second = await TestTerminal.RunAsync("export", "--static", target, Path.Combine(folder.Path, "docs"));

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.Contains("Without --base-url there is no sitemap.xml", second.Output, StringComparison.Ordinal);
        var files = ExportedSite.FilesOf(target);
        Assert.Contains("en-US/entries/printer/prn-2002.html", files);
        Assert.DoesNotContain("en-US/entries/printer/prn-1001.html", files);
        Assert.Equal(["docs", "site"], Directory.EnumerateDirectories(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Content_with_errors_writes_nothing()
    {
        using var folder = new TempFolder();
        folder.Write("docs/printer.md", [0x23, 0x20, 0x00, 0x01, 0x00, 0xFF, 0xFE, 0x00]);

        var (code, _, error) = await TestTerminal.RunAsync("export", "--static", Path.Combine(folder.Path, "site"), Path.Combine(folder.Path, "docs"));

        Assert.Equal(1, code);
        Assert.Contains("Nothing was written: the content has errors.", error, StringComparison.Ordinal);
        Assert.Equal(["docs"], Directory.EnumerateDirectories(folder.Path).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("PATH and --base-url go with --static", "export", "docs", "--target", "sv-SE")]
    [InlineData("'ftp://x/' is no address of a site", "export", "--static", "out", "--base-url", "ftp://x/")]
    [InlineData("--static writes a site", "export", "--static", "out", "--target", "sv-SE")]
    [InlineData("Give the locale to translate to", "export")]
    public async Task Wrong_use_is_named(string message, params string[] args)
    {
        var (code, _, error) = await TestTerminal.RunAsync(args);

        Assert.Equal(2, code);
        Assert.Contains(message, error, StringComparison.Ordinal);
    }
}
