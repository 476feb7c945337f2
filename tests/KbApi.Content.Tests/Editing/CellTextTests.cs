using FsCheck;
using FsCheck.Fluent;
using KbApi.Content.Editing.Cells;

namespace KbApi.Content.Tests.Editing;

public class CellTextTests
{
    [Theory]
    [InlineData("a <br> b<BR/>c", "a\nb\nc")]
    [InlineData("a<br ><br>b", "a\n\nb")]
    [InlineData("`a \\| b` \\| c", "`a | b` \\| c")]
    [InlineData("`a <br> b`", "`a <br> b`")]
    [InlineData("a \\<br> b", "a \\<br> b")]
    [InlineData("a `b <br> c", "a `b\nc")]
    [InlineData("<br", "<br")]
    [InlineData("a\\ <br> b", "a\\\\\nb")]
    public void A_cell_is_Markdown_without_what_the_table_needs(string cell, string markdown) => Assert.Equal(markdown, CellText.Parse(cell).ToMarkdown());

    [Theory]
    [InlineData("a\nb", "a<br>b")]
    [InlineData("a  \n  b\\\nc", "a<br>b<br>c")]
    [InlineData("a\r\n\r\nb", "a<br><br>b")]
    [InlineData("a | b", "a \\| b")]
    [InlineData("a \\| b", "a \\| b")]
    [InlineData("a \\\\| b", "a \\\\\\| b")]
    [InlineData("`a | b`", "`a \\| b`")]
    [InlineData("``a ` | b``", "``a ` \\| b``")]
    [InlineData("a ` b", "a \\` b")]
    public void Markdown_is_written_on_one_line_with_pipes_that_cut_nothing(string markdown, string cell) => Assert.Equal(cell, CellWriter.Write(markdown, "<br>"));

    [SeededProperty(MaxTest = 2000)]
    public Property What_is_cut_is_written_again_character_for_character() =>
        Prop.ForAll(Cells(), cell => Assert.Equal(cell, CellText.Parse(cell).ToString()));

    [SeededProperty(MaxTest = 2000)]
    public Property What_is_written_is_read_as_the_same_Markdown() => Prop.ForAll(Cells(), cell =>
    {
        var written = CellWriter.Write(CellText.Parse(cell).ToMarkdown(), "<br>");
        Assert.Equal(written, CellWriter.Write(CellText.Parse(written).ToMarkdown(), "<br>"));
        Assert.DoesNotContain('\n', written);
    });

    private static Arbitrary<string> Cells() =>
        Gen.Elements("|", "\\", "`", "``", "<br>", "<br/>", " ", "a", "\u7A97", "**", "[x](y)", "\\|").ArrayOf().Select(string.Concat).ToArbitrary();
}
