using KbApi.Content.Tests.Support;

namespace KbApi.Content.Tests.Syntax;

/// <summary>Headings whose number signs touch their text.</summary>
public sealed class GluedHeadingTests
{
    [Theory]
    [InlineData("##Title", 2, "Title")]
    [InlineData("###1. Title ###", 3, "1. Title")]
    [InlineData("###<a name=\"x\"></a>Title", 3, "Title")]
    [InlineData("#<a name=\"x\"></a>Title", 1, "Title")]
    [InlineData("##**Title**", 2, "Title")]
    [InlineData("Text\n##Title\nmore", 2, "Title")]
    [InlineData("## Title", 2, "Title")]
    public void A_line_that_is_meant_as_a_heading_is_one(string markdown, int level, string title)
    {
        var section = Assert.Single(Documents.Read(markdown).Sections);

        Assert.Equal((level, title), (section.Level, section.Title.Text));
    }

    [Theory]
    [InlineData("#hashtag")]
    [InlineData("#include <stdio.h>")]
    [InlineData("#1 of three")]
    [InlineData("#######Title")]
    [InlineData("##-")]
    [InlineData("    ##Title")]
    [InlineData("```\n##Title\n```")]
    [InlineData("<!--\n##Title\n-->")]
    [InlineData("a ##Title")]
    public void Anything_else_is_none(string markdown) => Assert.Empty(Documents.Read(markdown).Sections);

    [Fact]
    public void An_anchor_in_front_of_the_text_is_the_sections()
    {
        var section = Assert.Single(Documents.Read("##<a name=\"fix-it\"></a>How to fix it\n").Sections);

        Assert.Equal(("fix-it", true), (section.Anchor, section.HasExplicitAnchor));
    }
}
