using System.Globalization;
using KbApi.Content.Loading;
using KbApi.Content.Model;
using KbApi.Content.Tests.Support;

namespace KbApi.Content.Tests.Syntax.Includes;

/// <summary>Documents that take in the text of others.</summary>
public sealed class IncludeTests
{
    private const string Error = "# Errors\n\n## Error 0x80070005\n\nThe sync fails on [!INCLUDE [name](../includes/name.md)].\n\n### Resolution\n\n[!INCLUDE [steps](../includes/steps.md)]\n";

    [Fact]
    public void What_is_included_reads_as_if_it_stood_there()
    {
        var entry = Read(("docs/a.md", Error), ("includes/name.md", "---\ntitle: x\n---\nContoso **Mail**"), ("includes/steps.md", "Restart the service.\n\nSee [more](more.md).\n")).Entry;

        Assert.Equal("The sync fails on Contoso Mail.", entry.Descriptions[0].Text);
        Assert.Equal(["Restart the service.", "See more."], entry.Resolution!.Paragraphs.Select(p => p.Text));
        Assert.Equal("../includes/more.md", Assert.Single(entry.Links).Target);
    }

    [Fact]
    public void What_is_included_stands_where_it_is_included()
    {
        var (article, entry) = Read(("docs/a.md", Error), ("includes/name.md", "Contoso Mail"), ("includes/steps.md", "Restart it.\n\nTry again.\n"));

        Assert.All(entry.Resolution!.Paragraphs, p => Assert.Equal("[!INCLUDE [steps](../includes/steps.md)]", article.Text[p.Span]));
        Assert.Equal("The sync fails on [!INCLUDE [name](../includes/name.md)].", article.Text[entry.Descriptions[0].Span]);
    }

    [Theory]
    [InlineData("[!INCLUDE [t](b.md)]")]
    [InlineData("[!include[t](b.md)]")]
    [InlineData("[!INCLUDE [](~/docs/b.md \"title\")]")]
    [InlineData("[!INCLUDE [t](./x/../b.md)]")]
    [InlineData("[AZURE.INCLUDE [t](b.md)]")]
    [InlineData("[!AZURE.INCLUDE [t](b.md)]")]
    [InlineData("[!INCLUDE [t](\\docs\\b.md)]")]
    public void An_include_has_many_spellings(string include) =>
        Assert.Equal("It fails.", Read(("docs/a.md", $"# Error 0x80070005\n\n{include}\n"), ("docs/b.md", "It fails.")).Entry.Descriptions[0].Text);

    [Fact]
    public void Includes_of_includes_are_followed() => Assert.Equal(
        "Contoso Mail fails.",
        Read(("a.md", "# Error 0x80070005\n\n[!INCLUDE [t](x/b.md)]\n"), ("x/b.md", "[!INCLUDE [t](y/c.md)] fails."), ("x/y/c.md", "Contoso Mail")).Entry.Descriptions[0].Text);

    [Fact]
    public void A_file_that_is_not_there_is_reported_where_it_is_included() => Assert.Equal(
        ["docs/a.md(3,4): warning KB1017: The content has no file ../x.md to include here."],
        Findings(("docs/a.md", "# A\n\na, [!INCLUDE [t](../x.md)] b\n")));

    [Theory]
    [InlineData("../../etc/x.md")]
    [InlineData("https://example.com/x.md")]
    public void Nothing_outside_the_content_is_opened(string path) =>
        Assert.Contains("KB1017", Assert.Single(Findings(("docs/a.md", $"[!INCLUDE [t]({path})]\n"))), StringComparison.Ordinal);

    [Fact]
    public void A_circle_is_reported_in_every_document_of_it() => Assert.Equal(
        [
            "a.md(1,1): warning KB1018: The file b.md includes this document, directly or by way of others.",
            "b.md(2,1): warning KB1018: The file c.md includes this document, directly or by way of others.",
            "c.md(1,5): warning KB1018: The file a.md includes this document, directly or by way of others.",
        ],
        Findings(("a.md", "[!INCLUDE [t](b.md)]\n"), ("b.md", "b\n[!INCLUDE [t](c.md)]\n"), ("c.md", "a b [!INCLUDE [t](a.md)]\n"), ("d.md", "[!INCLUDE [t](a.md)]\n")));

    [Fact]
    public void A_file_that_includes_itself_is_reported() =>
        Assert.Contains("a.md(1,1): warning KB1018", Assert.Single(Findings(("a.md", "[!INCLUDE [t](a.md)]\n"))), StringComparison.Ordinal);

    [Fact]
    public void Files_that_include_each_other_too_deeply_are_reported()
    {
        var files = Enumerable.Range(0, 15).Select(i => ($"a{i:00}.md", $"[!INCLUDE [t](a{i + 1:00}.md)]\n")).Append(("a15.md", "end\n"));

        Assert.Equal(["a00", "a01", "a02", "a03", "a04"], Findings([.. files]).Where(f => f.Contains("KB1019", StringComparison.Ordinal)).Select(f => f[..3]));
    }

    [Fact]
    public void Texts_that_double_from_file_to_file_are_bounded()
    {
        var files = Enumerable.Range(0, 9).Select(i => ($"a{i}.md", string.Concat(Enumerable.Repeat($"[!INCLUDE [t](a{i + 1}.md)] ", 12)))).Append(("a9.md", "It fails."));
        var knowledge = Documents.Load([.. files]);

        Assert.Contains(knowledge.Diagnostics, d => d.Id == "KB1019" && d.Location.Path == "a0.md");
    }

    [Fact]
    public void Code_and_other_brackets_include_nothing() =>
        Assert.Empty(Findings(("a.md", "`[!INCLUDE [t](x.md)]` [INCLUDE](x.md) [!INCLUDE] [!INCLUDE [t]]\n\n    [!INCLUDE [t](x.md)]\n")));

    [Fact]
    public void A_document_is_read_again_when_what_it_includes_changes()
    {
        var loader = new KnowledgeBaseLoader();
        string Load(params (string Path, string Text)[] files) => loader.Load(Documents.InMemory(files)).Articles.Items.SelectMany(a => a.Variants).Single(a => a.Id == "a").Entries.Single().Descriptions.Single().Text;

        Assert.Equal("It fails often.", Load(("a.md", "# Error 0x80070005\n\nIt fails [!INCLUDE [t](b.md)].\n"), ("b.md", "often")));
        Assert.Equal("It fails again.", Load(("a.md", "# Error 0x80070005\n\nIt fails [!INCLUDE [t](b.md)].\n"), ("b.md", "again")));
        Assert.Equal("It fails .", Load(("a.md", "# Error 0x80070005\n\nIt fails [!INCLUDE [t](b.md)].\n")));
        Assert.Equal("It fails now.", Load(("a.md", "# Error 0x80070005\n\nIt fails [!INCLUDE [t](b.md)].\n"), ("b.md", "now")));
    }

    private static (Article Article, Entry Entry) Read(params (string Path, string Text)[] files)
    {
        var article = Documents.Load(files).Articles.Items.SelectMany(a => a.Variants).Single(a => a.Text.Path == files[0].Path);
        return (article, Assert.Single(article.Entries));
    }

    private static IEnumerable<string> Findings(params (string Path, string Text)[] files) =>
        Documents.Load(files).Diagnostics.Select(d => d.ToString(CultureInfo.InvariantCulture));
}
