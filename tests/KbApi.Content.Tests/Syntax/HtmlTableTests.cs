using KbApi.Content.Syntax;
using KbApi.Content.Text;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace KbApi.Content.Tests.Syntax;

public sealed class HtmlTableTests
{
    [Fact]
    public void A_row_has_the_cells_that_its_tags_open()
    {
        var rows = Rows("<table>\n<tr><th>Code</th><th>Reason</th></tr>\n<tr>\n<td>17</td>\n<td>The valve\nis stuck.</td>\n</tr>\n</table>\n");

        Assert.Equal(["Code|Reason", "17|The valve is stuck."], rows);
    }

    [Fact]
    public void Cells_and_rows_need_not_be_closed() =>
        Assert.Equal(["a|b", "c|d"], Rows("<TABLE BORDER=1>\n<TR><TD>a<TD>b\n<TR><TD>c<TD>d\n</TABLE>\n"));

    [Fact]
    public void Headers_are_those_in_the_head_or_of_nothing_but_header_cells()
    {
        Assert.Equal([true, false], Headers("<table><thead><tr><td>a</td></tr></thead><tbody><tr><td>b</td></tr></tbody></table>"));
        Assert.Equal([true, false], Headers("<table><tr><th>a</th><th>b</th></tr><tr><th>c</th><td>d</td></tr></table>"));
    }

    [Fact]
    public void Markdown_between_empty_lines_belongs_to_its_cell()
    {
        var table = Read("<table>\n<tr>\n<td>\n\n**E7**\n\n</td>\n    <td>\n\n- one\n- two\n\n    </td>\n</tr>\n</table>\n\nAfter.\n", out var text);

        Assert.Equal(["E7|one\n\ntwo"], Rows(table, text));
        Assert.IsType<ListBlock>(Assert.IsType<TableCell>(Assert.IsType<TableRow>(table[0])[1])[0]);
    }

    [Fact]
    public void Cells_that_span_leave_room_for_the_others() =>
        Assert.Equal(
            ["a||b", "c|d|e", "|f|g"],
            Rows("<table><tr><td colspan=2>a</td><td>b</td></tr><tr><td rowspan=\"2\">c</td><td>d</td><td>e</td></tr><tr><td>f</td><td>g</td></tr></table>"));

    [Fact]
    public void A_table_in_a_cell_is_text_of_the_cell() =>
        Assert.Equal(["a b|c"], Rows("<table><tr><td>a <table><tr><td>b</td></tr></table></td><td>c</td></tr></table>"));

    [Fact]
    public void Comments_are_no_text() => Assert.Equal(["a|c"], Rows("<table><tr><td>a<!-- <td>b</td>\n--></td><td>c</td></tr></table>"));

    [Fact]
    public void Rows_and_cells_know_their_place()
    {
        var table = Read("Before.\n\n> <table>\n> <tr><td> one </td>\n> <td>two\n> three</td></tr></table>\n", out var text);
        var row = Assert.IsType<TableRow>(table[0]);

        Assert.Equal("<tr><td> one </td>\n> <td>two\n> three</td></tr>", text[InlineTextReader.SpanOf(row)]);
        Assert.Equal("one", text[InlineTextReader.SpanOf(row[0])]);
        Assert.Equal("two\n> three", text[InlineTextReader.SpanOf(row[1])]);
        Assert.Equal("two three", new InlineTextReader(text.Content).Read(row[1]).Text);
    }

    [Fact]
    public void A_table_that_nobody_closes_ends_with_its_block()
    {
        var document = new DocumentParser().Parse(SourceText.From("<table>\n<tr><td>a</td></tr>\n\n# Heading\n\nText.\n")).Document;

        Assert.IsType<HtmlTable>(document[0]);
        Assert.IsType<HeadingBlock>(document[1]);
    }

    [Fact]
    public void The_text_around_a_table_remains()
    {
        var text = "<div>Before <table><tr><td>a</td></tr></table> after</div>\n";
        var document = new DocumentParser().Parse(SourceText.From(text)).Document;

        Assert.Equal(["Before", "a", "after"], document.Select(new InlineTextReader(text).Read).Select(t => t.Text));
    }

    [Fact]
    public void Spans_of_absurd_size_do_not_multiply()
    {
        var table = Read("<table>" + string.Concat(Enumerable.Repeat("<tr><td colspan=1000000 rowspan=1000000>a</td></tr>", 1000)) + "</table>", out _);

        Assert.True(table.Sum(row => ((TableRow)row).Count) < 6000);
    }

    private static HtmlTable Read(string markdown, out SourceText text)
    {
        text = SourceText.From(markdown);
        return new DocumentParser().Parse(text).Document.Descendants<HtmlTable>().Single();
    }

    private static List<string> Rows(string markdown) => Rows(Read(markdown, out var text), text);

    private static List<string> Rows(HtmlTable table, SourceText text)
    {
        var reader = new InlineTextReader(text.Content);
        return [.. table.Cast<TableRow>().Select(row => string.Join('|', row.Select(cell => reader.Read(cell).Text)))];
    }

    private static IEnumerable<bool> Headers(string markdown) => Read(markdown, out _).Cast<TableRow>().Select(row => row.IsHeader);
}
