using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using KbApi.Content.Syntax;
using KbApi.Content.Tests.Support;
using KbApi.Content.Text;
using Markdig.Helpers;

namespace KbApi.Content.Tests.Syntax;

[Properties(Arbitrary = [typeof(Rows)])]
public sealed class PipeRowTests
{
    [Theory]
    [InlineData("| [|a|] | [|b|] |")]
    [InlineData("| [|a|] | [|b|]")]
    [InlineData("[|a|] | [|b|]")]
    [InlineData("[|a|] | [|b|] |")]
    [InlineData("  |[|a|]|[|b|]|  ")]
    [InlineData("| [|a|] |[||]|")]
    [InlineData("|[||]| [|b|] |")]
    [InlineData("|[||]|")]
    [InlineData("| [|a \\| b|] | [|c|] |")]
    [InlineData("| [|a \\\\|] | [|b|] |")]
    [InlineData("| [|`a | b`|] | [|c|] |")]
    [InlineData("| [|``a ` | b``|] | [|c|] |")]
    [InlineData("| [|`a|] | [|b|] |")]
    [InlineData("| [|`a|] | [|``b|] |")]
    [InlineData("| [|\\`a|] | [|b`|] |")]
    [InlineData("| [|a|] | [|b|] | [|c|] | [|d|]")]
    [InlineData("[|no pipe|]")]
    public void Pipes_part_cells(string marked)
    {
        var (text, _) = Marked.Parse(marked);

        Assert.Equal(marked, Marked.Write(text, Split(text)));
    }

    [SeededProperty(MaxTest = 500)]
    public void Cells_of_any_row_come_back_with_their_places(Row row)
    {
        var (text, spans) = Marked.Parse(row.Marked);

        Assert.Equal(spans.AsEnumerable(), Split(text));
    }

    [SeededProperty(MaxTest = 200)]
    public void A_line_in_the_middle_of_a_file_keeps_its_places(Row row)
    {
        var (text, spans) = Marked.Parse("before\r\n" + row.Marked + "\r\nafter");
        var line = new StringSlice(text, 8, text.Length - 8);

        Assert.Equal(spans.AsEnumerable(), PipeRow.Split(line).Select(c => TextSpan.FromBounds(c.Start, c.End)));
    }

    [Fact]
    public void Sixteen_thousand_runs_of_backticks_are_cut_at_once()
    {
        var line = string.Join(" | ", Enumerable.Range(1, 1000).Select(i => new string('`', i % 30)).Concat(Enumerable.Repeat("`` a", 15_000)));

        Assert.NotEmpty(Split(line));
    }

    private static IEnumerable<TextSpan> Split(string line) => PipeRow.Split(new StringSlice(line)).Select(c => TextSpan.FromBounds(c.Start, c.End));

    /// <summary>A row with its cells marked.</summary>
    /// <param name="Marked">The row.</param>
    public sealed record Row(string Marked);

    public static class Rows
    {
        private static readonly string[] Contents =
            ["a", "two words", "a\\|b", "\\|", "`a|b`", "`a | b` c", "``a`|b``", "[a](b)", "<br>", "\u00E5\u00A0\u00E5", "**b**", "a\\\\", "-", ":--", "\U0001F600"];

        public static Arbitrary<Row> Any() =>
            (from cells in Gen.Elements(Contents).NonEmptyListOf()
             from blanks in Gen.Elements("", " ", "  ", "\t")
             from opens in Gen.Elements(true, false)
             from closes in Gen.Elements(true, false)
             select new Row(Write(cells, blanks, opens, closes))).ToArbitrary();

        private static string Write(IEnumerable<string> cells, string blanks, bool opens, bool closes) =>
            (opens ? "|" : "") + string.Join('|', cells.Select(c => $"{blanks}[|{c}|]{blanks}")) + (closes ? "|" : "");
    }
}
