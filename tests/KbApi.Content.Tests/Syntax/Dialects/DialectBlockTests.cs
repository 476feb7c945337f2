using KbApi.Content.Syntax;
using KbApi.Content.Tests.Support;
using KbApi.Content.Text;
using Markdig.Syntax;

namespace KbApi.Content.Tests.Syntax.Dialects;

public sealed class DialectBlockTests
{
    [Theory]
    [InlineData("## Title {#the-id}", "Title", "the-id")]
    [InlineData("## Title { #the-id }", "Title", "the-id")]
    [InlineData("## Title { #the-id .wide }", "Title", "the-id")]
    [InlineData("## Title { .wide #the-id }", "Title", "the-id")]
    [InlineData("## Title {#the-id .wide}", "Title", "the-id")]
    [InlineData("## Title {/*the-id*/}", "Title", "the-id")]
    [InlineData("## A {name} {#x-1} ##", "A {name}", "x-1")]
    [InlineData("## Title {: #the-id}", "Title", "the-id")]
    public void A_heading_says_its_id(string markdown, string title, string anchor)
    {
        var section = Assert.Single(Documents.Read(markdown + "\n").Sections);

        Assert.Equal((title, anchor, true), (section.Title.Text, section.Anchor, section.HasExplicitAnchor));
    }

    [Theory]
    [InlineData("> [!NOTE]\n> Wait.", "note", "Wait.")]
    [InlineData("> [!IMPORTANT] Wait.", "important", "Wait.")]
    [InlineData(">[!warning]\n>\n>Wait.", "warning", "Wait.")]
    [InlineData("> [AZURE.CAUTION] Wait.", "caution", "Wait.")]
    [InlineData("> [!AZURE.NOTE]\n> Wait.", "note", "Wait.")]
    [InlineData("> [!VARNING]\n> V\u00E4nta.", "warning", "V\u00E4nta.")]
    [InlineData("> [!\u91CD\u8981]\n> Wait.", "important", "Wait.")]
    [InlineData("> [!SOMETHING]\n> Wait.", "SOMETHING", "Wait.")]
    [InlineData(":::warning\nWait.\n:::", "warning", "Wait.")]
    [InlineData("::: tip Title\nWait.\n:::", "tip", "Title\n\nWait.")]
    [InlineData(":::danger[Title]\n\nWait.\n\n:::", "warning", "Title\n\nWait.")]
    [InlineData(":::note\n```\n# a\n:::\n```\n:::", "note", "# a\n:::")]
    [InlineData(":::note\nWait.", "note", "Wait.")]
    public void An_alert_says_its_kind_beside_its_text(string markdown, string kind, string text)
    {
        var read = Inlines.Read(markdown);

        Assert.Equal(text, read.Text);
        Assert.Equal((InlineMarkKind.Alert, 0, kind), (read.Marks[0].Kind, read.Marks[0].Start, read.Marks[0].Target));
    }

    [Theory]
    [InlineData("> [x]\n> a")]
    [InlineData("> a [!NOTE]\n> b")]
    [InlineData("[!NOTE] a")]
    [InlineData("> [note](a.md) b")]
    public void Other_brackets_make_no_alert(string markdown) => Assert.Empty(Inlines.Read(markdown).MarksOf(InlineMarkKind.Alert));

    [Theory]
    [InlineData("::: zone pivot=\"x\"\n\na\n\n::: zone-end\n\nb")]
    [InlineData("::: moniker range=\">= v2\"\na\n::: moniker-end\nb")]
    [InlineData(":::row:::\n:::column span=\"2\":::\na\n:::column-end:::\n:::row-end:::\n\nb")]
    [InlineData(":::code language=\"c\" source=\"a.c\" range=\"1-2\":::\na\n\nb")]
    [InlineData("::: incorrect\na\n:::\n\nb")]
    [InlineData(":::image type=\"complex\" source=\"a.png\" alt-text=\"a\":::\nA long description.\n:::image-end:::\n\na\n\nb")]
    [InlineData("a\n\n{{< tabs >}}\n\nb")]
    [InlineData("import A from '@x/a';\nimport './b.css';\nexport const c = 1;\n\na\n\nb")]
    public void Lines_that_steer_the_site_are_not_seen(string markdown) =>
        Assert.Equal(["a", "b"], Paragraphs(markdown));

    [Theory]
    [InlineData("::: what people write")]
    [InlineData(": a")]
    [InlineData("import the list from 'a'")]
    [InlineData(":::image type=\"complex\" source=\"a.png\" alt-text=\"a\"")]
    public void Lines_of_text_remain(string markdown) => Assert.Equal([markdown], Paragraphs(markdown));

    [Fact]
    public void An_alert_that_never_ends_ends_at_the_next_heading()
    {
        var article = Documents.Read(":::note\nWait.\n## Error 5\nIt fails.\n");

        Assert.Equal("Error 5", Assert.Single(article.Sections).Title.Text);
    }

    [Fact]
    public void Warnings_between_colons_belong_to_the_procedure()
    {
        var article = Documents.Read("# Repair\n\n:::warning\nMake a copy first.\n:::\n\nFollow these steps:\n\n1. Click **Repair**.\n2. Click **OK**.\n");

        Assert.Equal(["Make a copy first."], Assert.Single(article.Procedures).Warnings.Select(w => w.Text));
    }

    private static List<string> Paragraphs(string markdown)
    {
        var document = new DocumentParser().Parse(SourceText.From(markdown)).Document;
        var reader = new InlineTextReader(markdown);
        return [.. document.OfType<ParagraphBlock>().Select(p => reader.Read(p).Text).Where(t => t.Length > 0)];
    }
}
