using KbApi.Content.Tests.Support;

namespace KbApi.Content.Tests.Reading;

/// <summary>Problems that writers set off: in quotations, lead-ins with a colon, items behind a code, guides to one case.</summary>
public sealed class SetOffProblemTests
{
    [Fact]
    public void Sections_in_a_quotation_are_sections()
    {
        var article = Documents.Read("# Known issues\n\n## Pumps\n\n> ### The pump doesn't start\n>\n> The valve is closed. Open the valve.\n>\n> ### Login fails with error 403\n>\n> Grant the user access.\n\nText behind it.\n");

        Assert.Equal([("The pump doesn't start", 5), ("Login fails with error 403", 9)], article.Entries.Select(e => (e.Title.Text, e.StartLine)));
        Assert.True(article.Sections[1].Span.Contains(article.Sections[3].Span));
    }

    [Theory]
    [InlineData("> **Problem**: The pump is silent.\n> **Solution**: Restart the pump.\n")]
    [InlineData("> **Problem**: The pump is silent.\n>\n> **Solution**: Restart the pump.\n")]
    public void Labelled_problems_in_quotations_are_entries(string quotation)
    {
        var entry = Assert.Single(Documents.Read($"# Known issues\n\nAbout it.\n\n{quotation}").Entries);

        Assert.Equal(("The pump is silent.", "Restart the pump.", 5), (entry.Title.Text, entry.Resolution?.Text, entry.StartLine));
    }

    [Theory]
    [InlineData("> **Note**: The pump is silent at night.\n")]
    [InlineData("> The pump is silent.\n")]
    public void Notes_and_quoted_messages_are_none(string quotation) => Assert.Empty(Documents.Read($"# Pumps\n\n{quotation}").Entries);

    [Theory]
    [InlineData("**The pump doesn't start:** Open the valve.")]
    [InlineData("**The pump doesn't start**: Open the valve.")]
    public void A_colon_may_stand_within_the_lead_in(string paragraph)
    {
        var entry = Assert.Single(Documents.Read($"# Troubleshooting pumps\n\n{paragraph}\n\n**Afterwards:** Close the valve.\n").Entries);

        Assert.Equal(("The pump doesn't start", "Open the valve."), (entry.Title.Text.TrimEnd(':'), entry.Resolution?.Text.Split('\n')[0]));
    }

    [Fact]
    public void Items_may_name_a_code_behind_a_word_for_it()
    {
        var entries = Documents.Read("# Troubleshooting the setup\n\nThe log shows a code:\n\n- Exit code 3: the password is wrong\n- Exit code 4: no pool\n- Exit code 11: the metrics\n").Entries;

        Assert.Equal(["3", "4", "11"], entries.Select(e => Assert.Single(e.Codes).Code.Value));
    }

    [Fact]
    public void A_guide_to_one_case_is_an_entry_and_one_that_goes_on_is_none()
    {
        var entries = Documents.Read("# Troubleshooting pumps\n\n## Troubleshooting the start\n\nIf the pump does not start, open the valve.\n\n## Additional troubleshooting\n\nIf this doesn't solve the problem, restart it.\n").Entries;

        Assert.Equal([3], entries.Select(e => e.StartLine));
    }

    [Theory]
    [InlineData("General tips")]
    [InlineData("Before you start")]
    [InlineData("My error is not listed")]
    [InlineData("Understand when the pump fails")]
    [InlineData("Is the pump blocked by a valve?")]
    public void Headings_about_anything_else_are_none(string title)
    {
        var entries = Documents.Read($"# Common problems with pumps\n\n## {title}\n\nIf it fails, look at the log.\n\n## The pump is silent\n\nThis happens when it is stuck. Turn it.\n\n## The pump leaks\n\nIt is broken. Replace it.\n").Entries;

        Assert.Equal([7, 11], entries.Select(e => e.StartLine));
    }

    [Fact]
    public void A_title_that_states_a_problem_is_the_entry_above_one_of_its_causes()
    {
        var entry = Assert.Single(Documents.Read("# The update of the pump fails\n\nYou see this error when you update it.\n\n## Remedies\n\n### You did not open the valve\n\nOpen the valve.\n").Entries);

        Assert.Equal(1, entry.StartLine);
    }

    [Fact]
    public void Problems_below_a_heading_that_says_troubleshooting_are_entries()
    {
        var entries = Documents.Read("# Pump reference\n\n## Syntax\n\nx\n\n## Troubleshooting\n\n### Why is my pump silent?\n\nThe valve is closed. Open it.\n").Entries;

        Assert.Equal([9], entries.Select(e => e.StartLine));
    }

    [Theory]
    [InlineData("| LED | Meaning |\n|---|---|\n| Green | All is well |\n| Blue | It pairs with a phone |\n| Red | The fan failed |\n", 7)]
    [InlineData("| Light | What it means |\n|---|---|\n| Blinks green | Starting up |\n| Steady green | On |\n| Blinks red | No signal on the line |\n", 7)]
    public void States_of_lamps_are_none(string table, int line) => Assert.Equal([line], Documents.Read($"# X200\n\n{table}").Entries.Select(e => e.StartLine));

    [Fact]
    public void The_original_beside_a_translation_is_not_read()
    {
        var entries = Documents.Read("# X\n\n| <span>Fel</span><span class=\"sxs-lookup\"><span>Error</span></span> | <span>L\u00F6sning</span><span class=\"sxs-lookup\">Solution</span> |\n|---|---|\n| <span>Pumpen startar inte</span><span class=\"sxs-lookup\">The pump does not start</span> | V\u00E4nta. |\n", "sv-SE").Entries;

        Assert.Equal("Pumpen startar inte", Assert.Single(entries).Title.Text);
    }
}
