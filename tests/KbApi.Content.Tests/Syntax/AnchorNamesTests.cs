using KbApi.Content.Syntax;
using KbApi.Content.Tests.Support;

namespace KbApi.Content.Tests.Syntax;

public sealed class AnchorNamesTests
{
    [Theory]
    [InlineData("Next steps", "next-steps")]
    [InlineData("What's new in 2.0?", "whats-new-in-20")]
    [InlineData("F\u00F6r \u00E5terst\u00E4llning", "f\u00F6r-\u00E5terst\u00E4llning")]
    [InlineData("a_b - c", "a_b---c")]
    [InlineData("\u65E5\u672C", "\u65E5\u672C")]
    [InlineData("?!", "")]
    public void A_title_gives_the_slug_of_site_generators(string title, string slug) => Assert.Equal(slug, AnchorNames.GitHubSlug(title));

    [Fact]
    public void Taken_names_get_numbers_that_are_free()
    {
        var names = new AnchorNames();

        Assert.Equal(["a", "A-1", "a-1-1", "a-2"], new[] { ("a", ""), ("A", ""), (null, "A 1"), ("a", "x") }.Select(n => names.Take(n.Item1, n.Item2)));
        Assert.Equal(["section", "section-1"], new[] { "?", "" }.Select(t => names.Take(null, t)));
    }

    [Theory]
    [InlineData("## <a name=\"one\"></a>Title", "one", true)]
    [InlineData("## Title <a id='one'></a>", "one", true)]
    [InlineData("## <a name=one></a><a name=two></a>Title", "one", true)]
    [InlineData("## Title", "title", false)]
    [InlineData("##\tTitle", "title", false)]
    [InlineData("## **Bold** `code` title", "bold-code-title", false)]
    [InlineData("Title\n---", "title", false)]
    [InlineData("## <a name=\"\"></a>Title", "title", true)]
    public void A_heading_has_an_anchor(string markdown, string anchor, bool isExplicit)
    {
        var section = Assert.Single(Documents.Read(markdown).Sections);

        Assert.Equal((anchor, isExplicit), (section.Anchor, section.HasExplicitAnchor));
    }

    [Fact]
    public void Sections_hold_those_of_lower_level()
    {
        var article = Documents.Read("# A\n\n## B\n\n#### C\n\ntext\n\n\n### D\n\n- item\n\n## E\n");

        Assert.Equal(["A 1-14", "B 3-12", "C 5-7", "D 10-12", "E 14-14"], article.Sections.Select(s =>
            $"{s.Title} {article.Text.GetLine(s.Span.Start) + 1}-{article.Text.GetLine(s.Span.End) + 1}"));
    }
}
