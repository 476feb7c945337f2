using KbApi.Content.Model;
using KbApi.Content.Tests.Support;

namespace KbApi.Content.Tests.Reading;

/// <summary>Rows that lead to other sections of their document: an index and its details are one problem each.</summary>
public sealed class IndexRowTests
{
    private const string Header = "# Errors\n\n| Error code | Message | Solution |\n|---|---|---|\n";

    [Fact]
    public void A_row_whose_solution_is_a_link_takes_what_stands_there()
    {
        var article = Documents.Read(Header + "| ACM-1001 | The disk is full | [Free some space](#space) |\n\n## <a name=\"space\"></a>Free some space\n\nLogs pile up. Delete the oldest ones.\n");

        var entry = Assert.Single(article.Entries);
        Assert.Equal((EntryShape.Row, 5), (entry.Shape, entry.StartLine));
        Assert.Contains("Delete the oldest ones.", entry.Resolution!.Text, StringComparison.Ordinal);
        var span = Assert.Single(entry.FurtherSpans);
        Assert.Equal(7, article.Text.GetLine(span.Start) + 1);
        Assert.Empty(SpanChecker.Check(article));
    }

    [Fact]
    public void Cause_and_resolution_behind_the_link_keep_their_roles()
    {
        var entry = Assert.Single(Documents.Read(
            Header + "| ACM-1001 | The disk is full | [Details](#space) |\n\n## <a name=\"space\"></a>About disks\n\n**Cause:** Logs pile up.\n\n**Solution:** Delete them.\n").Entries);

        Assert.Contains(entry.Causes, c => c.Text == "Logs pile up.");
        Assert.Contains("Delete them.", entry.Resolution!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_that_leads_to_a_problem_with_its_own_heading_is_part_of_that_problem()
    {
        var article = Documents.Read(
            Header + "| ACM-1001 | The disk is full | [Resolution](#acm-1001) |\n| ACM-1002 | The fan is loud | Clean it. |\n\n## ACM-1001\n\nLogs pile up. Delete the oldest ones.\n");

        Assert.Equal([(EntryShape.Row, 6), (EntryShape.Heading, 8)], article.Entries.Select(e => (e.Shape, e.StartLine)));
        var joined = article.Entries[1];
        Assert.Equal(5, article.Text.GetLine(Assert.Single(joined.FurtherSpans).Start) + 1);
        Assert.Contains("The disk is full", joined.Messages.Select(m => m.Text));
        Assert.Equal("ACM-1001", Assert.Single(joined.Codes).Code.Value);
        Assert.Empty(SpanChecker.Check(article));
    }

    [Fact]
    public void A_name_that_is_a_link_to_a_problem_is_an_index_and_no_second_entry()
    {
        var article = Documents.Read("# Common errors\n\n| Error | Meaning |\n|---|---|\n| [Connection refused](#connection-refused) | Nobody listens |\n\n## Connection refused\n\nThis error occurs when nobody listens. Start the server.\n");

        var entry = Assert.Single(article.Entries);
        Assert.Equal((EntryShape.Heading, "Connection refused"), (entry.Shape, entry.Title.Text));
        Assert.Contains("Nobody listens", entry.Descriptions.Select(d => d.Text));
    }

    [Fact]
    public void A_section_that_many_rows_lead_to_is_the_detail_of_none()
    {
        var rows = string.Concat(Enumerable.Range(1, 6).Select(i => $"| ACM-100{i} | It fails | [Contact us](#us) |\n"));
        var entries = Documents.Read(Header + rows + "\n## <a name=\"us\"></a>Contact us\n\nWrite a letter.\n").Entries;

        Assert.Equal(6, entries.Length);
        Assert.All(entries, e => Assert.Empty(e.FurtherSpans));
    }

    [Fact]
    public void A_procedure_behind_the_link_is_named_and_not_repeated()
    {
        var entry = Assert.Single(Documents.Read(Header + "| ACM-1001 | The disk is full | [Free some space](#space) |\n\n## <a name=\"space\"></a>Free some space\n\n1. Open the folder.\n2. Delete logs.\n").Entries);

        Assert.Equal("doc/space", Assert.Single(entry.Resolution!.Procedures));
        Assert.Equal("Free some space", entry.Resolution.Text);
        Assert.Empty(entry.FurtherSpans);
    }

    [Theory]
    [InlineData("[Elsewhere](other.md#space)")]
    [InlineData("[Nowhere](#nowhere)")]
    [InlineData("[Errors](#errors)")]
    [InlineData("See [there](#space) and restart.")]
    public void Other_links_remain_links(string cell)
    {
        var entry = Assert.Single(Documents.Read(Header + $"| ACM-1001 | The disk is full | {cell} |\n\n## <a name=\"space\"></a>Free some space\n\nDelete logs.\n").Entries);

        Assert.Empty(entry.FurtherSpans);
        Assert.DoesNotContain("Delete logs.", entry.Resolution!.Text, StringComparison.Ordinal);
    }
}
