using KbApi.Content.Model;
using KbApi.Content.Tests.Support;

namespace KbApi.Content.Tests.Reading;

/// <summary>Tables of every shape that documents have; marks show what becomes the title and the resolution of each row.</summary>
public sealed class TableTests
{
    [Theory]
    [InlineData("| Error | Solution |\n|---|---|\n| [|It fails|] | [|Restart it.|] |\n")]
    [InlineData("| Error | Solution |\r\n| --- | --- |\r\n| [|It fails|] | [|Restart it.|] |\r\n| [|It stops|] | [|Wait.|] |\r\n")]
    [InlineData("Error | Solution\n---|---\n[|It fails|] | [|Restart it.|]\n[|It stops|] | [|Wait.|]")]
    [InlineData("| **Error** | Solution: |\n| :--- | ---: |\n| [|It fails|] | [|Restart it.|]\n| [|It stops|] | [|Wait.|]\n")]
    [InlineData("|Error|Solution|\n|:-:|:-:|\n|[|It fails|]|[|Restart it.|]|")]
    [InlineData("| Error | Solution |\n|---|---|\n| [|It fails|] | [|Restart it.|] | and more | cells |\n")]
    [InlineData("| Error | Solution |\n|---|---|---|\n| [|It fails|] | [|Restart it.|] |\n")]
    [InlineData("Some text\nbefore it.\n| Error | Solution |\n|---|---|\n| [|It fails|] | [|Restart it.|] |\n")]
    [InlineData("- item\n\n  | Error | Solution |\n  |---|---|\n  | [|It fails|] | [|Restart it.|] |\n")]
    [InlineData("> | Error | Solution |\n> |---|---|\n> | [|It fails|] | [|Restart it.|] |\n")]
    [InlineData("| Error | Solution |\n|---|---|\n| [|It fails|] | [|Restart it.|] |\n\n| no | table |\n")]
    [InlineData("| Error | Solution |\n|---|---|\n| [|It fails|] | [|Restart it.|] |\n---\n")]
    [InlineData("| Error | Solution |\n|---|---|\n| [|It fails|] | [|Restart it.|] |\n# Next\n")]
    [InlineData("| Error | Solution |\n|---|---|\n| [|It fails|] | [|Restart it.|] |\n- Item\n")]
    [InlineData("| Error | Solution |\n|---|---|\n| [|It fails|] | [|Restart it.|] |\n> Quote\n")]
    [InlineData("| Error | Solution |\n|---|---|\n| [|It fails|] | [|Restart it.|] |\n```\n| code | x |\n```\n")]
    public void Rows_of_a_table_of_errors_are_entries(string marked)
    {
        var (text, spans) = Marked.Parse(marked);
        var article = Documents.Read(text);

        Assert.Equal(spans.AsEnumerable(), article.Entries.SelectMany(e => e.Resolution!.Paragraphs.Select(p => p.Span).Prepend(e.Title.Span)));
        Assert.All(article.Entries, e => Assert.Equal(EntryShape.Row, e.Shape));
    }

    [Theory]
    [InlineData("| Setting | Value |\n|---|---|\n| a | b |\n")]
    [InlineData("| Error | Version |\n|---|---|\n| a | b |\n")]
    [InlineData("| Error | Solution |\n|---|---|\n")]
    [InlineData("| Error | Solution |\n| a | b |\n")]
    [InlineData("    | Error | Solution |\n    |---|---|\n    | a | b |\n")]
    [InlineData("```\n| Error | Solution |\n|---|---|\n| a | b |\n```\n")]
    [InlineData("| Error | Solution |\n|---|---|\n| | b |\n|  |\n")]
    [InlineData("|||\n|---|---|\n| a | b |\n")]
    public void Other_tables_give_nothing(string markdown) => Assert.Empty(Documents.Read("# A\n\n" + markdown).Entries);

    [Fact]
    public void A_line_about_the_look_of_a_table_does_not_swallow_its_header()
    {
        var entries = Documents.Read("# A\n\n> [!div class=\"wide\"]\n| Error | Solution |\n|---|---|\n| The page stays empty | Clear the cache. |\n").Entries;

        Assert.Equal(["The page stays empty"], entries.Select(e => e.Title.Text));
    }

    [Fact]
    public void A_row_without_its_last_cells_is_an_entry_without_what_they_would_say()
    {
        var entry = Documents.ReadRow("| Error | Cause | Solution |", "| It fails | Who knows |");

        Assert.Equal(("It fails", "Who knows", null), (entry.Title.Text, Assert.Single(entry.Causes).Text, entry.Resolution));
    }

    [Fact]
    public void A_dash_in_a_cell_says_nothing()
    {
        var entry = Documents.ReadRow("| Error | Cause | Solution |", "| It fails | \u2013 | - |");

        Assert.Empty(entry.Causes);
        Assert.Null(entry.Resolution);
    }

    [Fact]
    public void Escaped_pipes_and_pipes_in_code_stay_in_their_cell()
    {
        var entry = Documents.ReadRow("| Error | Solution |", "| a \\| b | Run `x | y` or `p \\| q`. |");

        Assert.Equal(("a | b", "Run x | y or p | q."), (entry.Title.Text, entry.Resolution!.Text));
    }

    [Fact]
    public void A_row_spans_its_line_and_no_more()
    {
        var article = Documents.Read("| Error | Solution |\r\n|---|---|\r\n  | It fails | Restart it. |  \r\n");
        var entry = Assert.Single(article.Entries);

        Assert.Equal("| It fails | Restart it. |", article.Text[entry.Span]);
        Assert.Equal((3, 3), (entry.StartLine, entry.EndLine));
    }
}
