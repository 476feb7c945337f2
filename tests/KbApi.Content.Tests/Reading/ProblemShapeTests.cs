using KbApi.Content.Model;
using KbApi.Content.Tests.Support;

namespace KbApi.Content.Tests.Reading;

/// <summary>Problems in the shapes that were missed in documents nobody had tuned for.</summary>
public sealed class ProblemShapeTests
{
    [Theory]
    [InlineData("<h4>Solution</h4>")]
    [InlineData("Solution:")]
    [InlineData("Solution: the wrong key")]
    public void A_line_that_is_a_label_labels_what_follows(string label)
    {
        var entry = Assert.Single(Documents.Read($"# A\n\n## Problems with locks\n\n### Delayed opening\n\nThe lock waits.\n\n{label}\n\nUse the other key.\n").Entries);

        Assert.Equal("Delayed opening", entry.Title.Text);
        Assert.Contains("Use the other key.", entry.Resolution!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_word_for_a_problem_on_a_line_of_its_own_is_no_symptom() =>
        Assert.Empty(Assert.Single(Documents.Read("# A\n\n## ACM-1001\n\n**Cause:** It is so.\n\nError:\n\n    x\n").Entries).Symptoms);

    [Fact]
    public void A_title_of_several_codes_gives_way_to_their_rows()
    {
        var entries = Documents.Read(
            "# Compiler errors C2100 through C2199\n\nSome of them.\n\n## Messages\n\n| Error | Message |\n|---|---|\n| [Compiler error C2100](c2100.md) | nothing there |\n| Compiler error C2101 | too much there |\n").Entries;

        Assert.Equal([(EntryShape.Row, "C2100"), (EntryShape.Row, "C2101")], entries.Select(e => (e.Shape, e.Codes[0].Code.Value)));
    }

    [Fact]
    public void A_document_about_statuses_is_one_problem_with_all_of_them()
    {
        var entry = Assert.Single(Documents.Read("---\ntitle: HTTP 503 and 504 Errors\n---\n\nThe proxy shows them when it has too much to do.\n").Entries);

        Assert.Equal((EntryShape.Document, "503 504"), (entry.Shape, string.Join(' ', entry.Codes.Select(c => c.Code.Value))));
    }

    [Theory]
    [InlineData("Getting a 502 Bad Gateway", "502")]
    [InlineData("The server responds with HTTP 503", "503")]
    [InlineData("Uploads return HTTP 413 Content Too Large", "413")]
    public void A_status_that_a_title_names_is_the_code_of_a_problem(string title, string status)
    {
        var entry = Assert.Single(Documents.Read($"# Troubleshooting\n\n## {title}\n\nRestart the proxy.\n\n## Handling HTTP 429 responses\n\nUse a library.\n").Entries);

        Assert.Equal((title, "http", status), (entry.Title.Text, Assert.Single(entry.Codes).Code.Scheme, entry.Codes[0].Code.Value));
    }

    [Theory]
    [InlineData("CI/CD failures", true)]
    [InlineData("Schema drift errors", true)]
    [InlineData("API errors", true)]
    [InlineData("Common API errors", false)]
    [InlineData("Analysis of errors", false)]
    [InlineData("Prevent crawl errors", false)]
    [InlineData("Other issues", false)]
    [InlineData("Errors", false)]
    public void Problems_of_something_that_have_no_titles_of_their_own_are_one(string title, bool isProblem) =>
        Assert.Equal(
            isProblem ? [title] : [],
            Documents.Read($"# Troubleshooting\n\n## {title}\n\nClear the cache of the runner. Run it again.\n").Entries.Select(e => e.Title.Text));

    [Fact]
    public void Problems_of_something_give_way_to_those_below_them() =>
        Assert.Equal("The linker is missing", Assert.Single(Documents.Read(
            "# Troubleshooting\n\n## Build errors\n\nRead the log.\n\n### The linker is missing\n\nInstall it.\n").Entries).Title.Text);

    [Fact]
    public void A_document_that_tells_how_to_get_rid_of_a_message_is_about_that_message() =>
        Assert.Equal("Resolving encoding errors", Assert.Single(Documents.Read(
            "# Resolving encoding errors\n\nYou receive the message \"the file is not encoded\". Save it again.\n\n1. Open the file.\n2. Save it.\n").Entries).Title.Text);

    [Theory]
    [InlineData("Get-Error")]
    [InlineData("no-error-objects")]
    public void A_title_that_is_the_name_of_a_command_or_rule_states_nothing(string title) =>
        Assert.Empty(Documents.Read($"# {title}\n\nShows the last errors. You see an error with its details.\n").Entries);

    [Fact]
    public void Questions_that_state_a_problem_are_entries_and_no_steps()
    {
        var article = Documents.Read(
            "# Troubleshooting disks\n\n1. How do I rename a disk?\n\n   Open its settings.\n2. Why can't I format the disk?\n\n   It is in use. Close the program.\n3. What is a disk?\n\n   It spins.\n");

        Assert.Empty(article.Procedures);
        Assert.Equal(["Why can't I format the disk?"], article.Entries.Select(e => e.Title.Text));
    }

    [Theory]
    [InlineData("1. If it is red, wait.\n2. If it is green, press the button.\n", 0)]
    [InlineData("1. Press the button.\n2. If it is green, open the door.\n", 1)]
    public void Cases_are_no_steps(string list, int procedures) => Assert.Equal(procedures, Documents.Read("# A\n\n" + list).Procedures.Length);

    [Fact]
    public void Among_problems_a_heading_that_only_names_something_is_one()
    {
        var entries = Documents.Read(
            "# Common problems\n\n## The lamp doesn't light\n\nReplace it.\n\n## The door can't be opened\n\nPush it.\n\n## Noise at night\n\nPut a cushion under it.\n\n## Next steps\n\nRead on.\n").Entries;

        Assert.Equal(["The lamp doesn't light", "The door can't be opened", "Noise at night"], entries.Select(e => e.Title.Text));
    }

    [Fact]
    public void A_heading_with_a_solution_below_it_is_a_problem_in_a_text_for_people_with_problems() =>
        Assert.Equal(["Rules that run later"], Documents.Read("# Troubleshooting rules\n\n## Rules that run later\n\nThey see the new address.\n\n### Solution\n\nUse the old one.\n").Entries.Select(e => e.Title.Text));

    [Fact]
    public void Error_details_name_the_problem_where_nothing_else_does()
    {
        var entry = Documents.ReadRow("| Operation | Error details | Resolution |", "| Backup | The vault could not be opened | Unlock it. |");

        Assert.Equal(("The vault could not be opened", "Unlock it."), (entry.Title.Text, entry.Resolution?.Text));
    }

    [Fact]
    public void Causes_and_resolutions_in_a_table_are_those_of_its_heading()
    {
        var entry = Assert.Single(Documents.Read("# A\n\n## Server unavailable\n\n**Status**: 503\n\n| Cause | Resolution |\n|---|---|\n| It restarts. | Wait a minute. |\n").Entries);

        Assert.Equal(("Server unavailable", "It restarts.", "Wait a minute."), (entry.Title.Text, Assert.Single(entry.Causes).Text, entry.Resolution?.Text));
    }

    [Theory]
    [InlineData("scheduler_error Class", "# {0}\n\nThis class describes an error that is thrown when memory is low.\n")]
    [InlineData("Manual reset", "# Troubleshooting\n\n## {0}\n\n### Step 1: Unplug it\n\nPull.\n\n### Step 2: Plug it in\n\nPush.\n")]
    public void Titles_of_other_things_are_none(string title, string document) =>
        Assert.DoesNotContain(Documents.Read(string.Format(System.Globalization.CultureInfo.InvariantCulture, document, title)).Entries, e => e.Title.Text == title);

    [Theory]
    [InlineData("No tables to copy")]
    [InlineData("Nothing is shown")]
    public void A_title_that_begins_with_a_lack_states_a_problem(string title) =>
        Assert.Equal(title, Assert.Single(Documents.Read($"# Troubleshooting\n\n## {title}\n\nCopy them first.\n").Entries).Title.Text);
}
