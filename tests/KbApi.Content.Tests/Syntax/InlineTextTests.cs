using KbApi.Content.Syntax;

namespace KbApi.Content.Tests.Syntax;

public sealed class InlineTextTests
{
    [Theory]
    [InlineData("a b", "a b")]
    [InlineData("a  b\tc", "a b c")]
    [InlineData("a\nb", "a b")]
    [InlineData("a\r\nb", "a b")]
    [InlineData("a  \nb", "a\nb")]
    [InlineData("a\\\nb", "a\nb")]
    [InlineData("a\u00A0b", "a b")]
    [InlineData("a&nbsp;b", "a b")]
    [InlineData("&lt;a&gt; &amp; &#229; &#xE5; &unknown;", "<a> & \u00E5 \u00E5 &unknown;")]
    [InlineData("ER\\_X 2\\.0 \\<id\\> \\\\", "ER_X 2.0 <id> \\")]
    [InlineData("**a** *b* __c__ _d_ ***e***", "a b c d e")]
    [InlineData("**a *b `c` d* e**", "a b c d e")]
    [InlineData("un**bold**ed", "unbolded")]
    [InlineData("**a", "**a")]
    [InlineData("a * b _ c", "a * b _ c")]
    [InlineData("[text](x.md 'title') and [ref][r]\n\n[r]: y.md", "text and ref")]
    [InlineData("[no link] and [other][none]", "[no link] and [other][none]")]
    [InlineData("a ![alt](i.png) b", "a b")]
    [InlineData("<https://a.b/c> and <a@b.c>", "https://a.b/c and a@b.c")]
    [InlineData("`a  b` c", "a  b c")]
    [InlineData("`` a`b `` c", "a`b c")]
    [InlineData("`a\nb`", "a b")]
    [InlineData("`a\r\nb`", "a b")]
    [InlineData("> `a\n> b` c", "a b c")]
    [InlineData("`a \\| b`", "a \\| b")]
    [InlineData("<a name=\"x\"></a>Title", "Title")]
    [InlineData("a <b>b</b> <span class=\"c\">d</span>", "a b d")]
    [InlineData("a <!-- hidden --> b", "a b")]
    public void A_paragraph_reads_as_a_reader_sees_it(string markdown, string text) => Assert.Equal(text, Inlines.Read(markdown).Text);

    [Theory]
    [InlineData("a<br>b", "a\nb")]
    [InlineData("a <br> b", "a\nb")]
    [InlineData("a<br/>b<br />c</br>d<BR>e<br >f", "a\nb\nc\nd\ne\nf")]
    [InlineData("a<br></br>b", "a\n\nb")]
    [InlineData("a<br><br>b", "a\n\nb")]
    [InlineData("a <br ><br > b", "a\n\nb")]
    [InlineData("a<br><br><br>b", "a\n\nb")]
    [InlineData("<br>a<br>", "a")]
    [InlineData("a<p>b</p>c", "a\n\nb\n\nc")]
    [InlineData("a<ul><li>b</li><li>c</li></ul>d", "a\n\nb\n\nc\n\nd")]
    [InlineData("<dl><dt>a</dt><dd>b</dd></dl>", "a\n\nb")]
    [InlineData("`a \\| b`", "a | b")]
    [InlineData("`\\|a`", "|a")]
    [InlineData("`a\\|b`", "a|b")]
    [InlineData("`` \\| `` x", "| x")]
    [InlineData("a \\| b", "a | b")]
    [InlineData("`a | b`", "a | b")]
    public void A_cell_reads_as_a_reader_sees_it(string cell, string text) => Assert.Equal(text, Inlines.ReadCell(cell).Text.Text);

    [Theory]
    [InlineData("InlineMarkKind.Strong", "**bold** x", "bold", "**bold**")]
    [InlineData("InlineMarkKind.Strong", "x __a *b*__", "a b", "__a *b*__")]
    [InlineData("InlineMarkKind.Emphasis", "*em* x", "em", "*em*")]
    [InlineData("InlineMarkKind.Code", "x `code` y", "code", "`code`")]
    [InlineData("InlineMarkKind.Link", "x [a **b**](u) y", "a b", "[a **b**](u)")]
    [InlineData("InlineMarkKind.Link", "x <http://a.b> y", "http://a.b", "<http://a.b>")]
    [InlineData("InlineMarkKind.Image", "x ![alt](i.png) y", "", "![alt](i.png)")]
    [InlineData("InlineMarkKind.Anchor", "<a name='x'></a>y", "", "<a name='x'>")]
    public void Mark_up_stands_beside_the_text(string kind, string markdown, string marked, string source)
    {
        var text = Inlines.Read(markdown);

        var mark = Assert.Single(text.Marks, m => $"InlineMarkKind.{m.Kind}" == kind);
        Assert.Equal(marked, text.TextOf(mark));
        Assert.Equal(source, Inlines.Slice(markdown, mark.Source));
    }

    [Theory]
    [InlineData("[a](b.md#c)", "b.md#c")]
    [InlineData("[a][r]\n\n[r]: d.md", "d.md")]
    [InlineData("<http://a.b>", "http://a.b")]
    [InlineData("<a@b.c>", "mailto:a@b.c")]
    [InlineData("![](i.png)", "i.png")]
    [InlineData("<a name=x></a>", "x")]
    [InlineData("<a NAME = \"x y\" >", "x y")]
    [InlineData("<span id='x'>", "x")]
    [InlineData("<a href='#y' id=x>", "x")]
    public void A_mark_knows_where_it_leads(string markdown, string target) => Assert.Equal(target, Inlines.Read("z " + markdown).Marks[0].Target);

    [Theory]
    [InlineData("<ul><li>a</li><li>b</li></ul>", false, "0 3")]
    [InlineData("x<ol><li>a<li>b</ol>", true, "3 5")]
    [InlineData("<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>", true, "0 6")]
    public void Items_of_lists_in_cells_are_marked(string cell, bool isOrdered, string starts)
    {
        var (text, _) = Inlines.ReadCell(cell);
        var kind = isOrdered ? InlineMarkKind.OrderedListItem : InlineMarkKind.ListItem;

        Assert.Equal(starts, string.Join(' ', text.MarksOf(kind).Select(m => m.Start)));
    }

    [Theory]
    [InlineData(" : b", "b")]
    [InlineData("\uFF1Ab", "b")]
    [InlineData(": ", "")]
    public void The_rest_of_a_text_begins_behind_a_colon(string rest, string text)
    {
        var markdown = "**Cause**" + rest;
        var inlines = Inlines.Read(markdown);
        var after = inlines.From(inlines.Marks[0].End);

        Assert.Equal(text, after.Text);
        Assert.Equal(text, after.IsEmpty ? "" : Inlines.Slice(markdown, after.ToSource(0, after.Text.Length)));
    }

    [Fact]
    public void Tags_mark_text_up_as_markdown_does()
    {
        var text = Inlines.Read("See <strong>Error</strong> <code>E7</code> in <a href=\"b.md#c\"><em>the list</em></a>.");

        Assert.Equal("See Error E7 in the list.", text.Text);
        Assert.Equal(
            [(InlineMarkKind.Strong, "Error"), (InlineMarkKind.Code, "E7"), (InlineMarkKind.Link, "the list"), (InlineMarkKind.Emphasis, "the list")],
            text.Marks.Select(mark => (mark.Kind, text.TextOf(mark).ToString())));
        Assert.Equal("b.md#c", text.MarksOf(InlineMarkKind.Link).Single().Target);
    }

    [Fact]
    public void A_closing_tag_that_nothing_opened_marks_nothing_up() => Assert.Empty(Inlines.Read("one</b> <b>two <i>three</b> four").MarksOf(InlineMarkKind.Emphasis));
}
