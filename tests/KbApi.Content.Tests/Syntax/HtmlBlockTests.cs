using KbApi.Content.Syntax;
using KbApi.Content.Tests.Support;

namespace KbApi.Content.Tests.Syntax;

/// <summary>Headings and code that are written in HTML, and tabs.</summary>
public sealed class HtmlBlockTests
{
    [Theory]
    [InlineData("<h2>The sync <b>fails</b></h2>", 2, "The sync fails", "the-sync-fails", false)]
    [InlineData("<h3 id=\"x\">Title</h3>\n<p>a</p>", 3, "Title", "x", true)]
    [InlineData("<div>\n<H1>\n  Title\n</H1>\n</div>", 1, "Title", "title", false)]
    [InlineData("<h2>Title", 2, "Title", "title", false)]
    public void A_heading_may_be_written_in_HTML(string markdown, int level, string title, string anchor, bool isExplicit)
    {
        var section = Assert.Single(Documents.Read(markdown).Sections);

        Assert.Equal((level, title, anchor, isExplicit), (section.Level, section.Title.Text, section.Anchor, section.HasExplicitAnchor));
    }

    [Fact]
    public void What_follows_an_HTML_heading_belongs_to_it()
    {
        const string Markdown = "# Errors\n\n<h2>Error 0x80070005</h2>\n<p>The sync fails.</p>\n\nRestart the service.\n";
        var article = Documents.Read(Markdown);

        var entry = Assert.Single(article.Entries);
        Assert.Equal("Error 0x80070005", entry.Title.Text);
        Assert.Equal("Restart the service.", entry.Resolution?.Text);
        Assert.StartsWith("<h2>", article.Text[entry.Span], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<table><tr><td><h2>a</h2></td></tr></table>")]
    [InlineData("<header>a</header>")]
    [InlineData("a <h2>b</h2>")]
    public void Elsewhere_it_is_no_section(string markdown) => Assert.Empty(Documents.Read(markdown).Sections);

    [Fact]
    public void Preformatted_text_is_code()
    {
        var text = Inlines.Read("<pre class=\"x\"><code>if (a &lt; b &amp;&amp; c) &copy\n  stop &#233;;</code></pre>");

        Assert.Equal("if (a < b && c) &copy\nstop \u00E9;", text.Text);
        Assert.Equal(InlineMarkKind.Code, Assert.Single(text.Marks).Kind);
    }

    [Fact]
    public void Tabs_are_sections_of_the_one_that_they_stand_in()
    {
        var sections = Documents.Read("# Errors\n\n## Repair\n\n# [Windows](#tab/win)\n\na\n\n# [macOS](#tab/mac)\n\nb\n\n***\n\nc\n\n## Next\n\nd\n").Sections;

        Assert.Equal(["1 Errors", "2 Repair", "3 Windows", "3 macOS", "2 Next"], sections.Select(s => $"{s.Level} {s.Title.Text}"));
        Assert.True(sections[1].Span.Contains(sections[3].Span));
        Assert.True(sections[1].Span.End > sections[3].Span.End);
    }
}
