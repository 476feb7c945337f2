using KbApi.Content.Model;
using KbApi.Content.Tests.Support;

namespace KbApi.Content.Tests.Reading;

/// <summary>Lists of known issues, numbered problems with labels, and documents without a title.</summary>
public sealed class KnownIssueTests
{
    [Fact]
    public void A_list_right_below_known_issues_is_read_whole_where_a_third_states_problems()
    {
        var entries = Documents.Read("# Known issues\n\n- The pump doesn't start at night.\n- The display shows twice the flow.\n- `pump` does not stop as expected. Pull the plug.\n- [Valves](#valves)\n- Open the valve first.\n").Entries;

        Assert.Equal([3, 4, 5], entries.Select(e => e.StartLine));
        Assert.All(entries, e => Assert.Equal(EntryShape.Lead, e.Shape));
    }

    [Fact]
    public void What_is_not_there_yet_is_an_issue() =>
        Assert.Equal("Salt water is not yet supported.", Assert.Single(Documents.Read("# Known issues\n\n- Salt water is not yet supported.\n").Entries).Title.Text);

    [Fact]
    public void Lists_of_anything_else_are_not_read_whole() =>
        Assert.Empty(Documents.Read("# Pumps\n\n- The pump doesn't start at night.\n- The display shows the flow.\n- The valve is blue.\n").Entries);

    [Theory]
    [InlineData("1. **Problem:** The pump hums.\n\n   **Solution:** Open the valve.\n\n2. **Problem:** The valve drips.\n\n   **Solution:** Close the valve.\n")]
    [InlineData("1. **Problem:** The pump hums.\n\n  **Solution:** Open the valve.\n\n2. **Problem:** The valve drips.\n\n  **Solution:** Close the valve.\n")]
    [InlineData("- **Problem:** The pump hums.\n\n  **Cause:** It is on.\n\n  **Solution:** Open the valve.\n\n- **Problem:** The valve drips.\n\n  **Solution:** Close the valve.\n")]
    public void Items_that_open_with_a_label_are_problems(string list)
    {
        var entries = Documents.Read($"# Pumps\n\n## Common issues\n\n{list}").Entries;

        Assert.Equal([("The pump hums.", "Open the valve."), ("The valve drips.", "Close the valve.")], entries.Select(e => (e.Title.Text, e.Resolution?.Text)));
    }

    [Fact]
    public void Items_below_a_problem_are_its_causes()
    {
        var entry = Assert.Single(Documents.Read("# Troubleshooting pumps\n\n## The pump can't start\n\n- **Potential issue:** The valve is closed.\n\n  **Solution:** Open the valve.\n\n- **Potential issue:** The tank is empty.\n\n  **Solution:** Fill the tank.\n").Entries);

        Assert.Equal("The pump can't start", entry.Title.Text);
    }

    [Fact]
    public void A_document_without_a_title_is_a_guide_where_a_third_of_its_headings_name_problems()
    {
        const string Sections = "#### Why does the pump hum?\n\nOpen the valve.\n\n#### The tank isn't full\n\nFill the tank.\n\n#### Error at night\n\nRestart the pump.\n\n#### How do I stop it?\n\nPull the plug.\n";

        Assert.Equal([1, 5, 9], Documents.Read(Sections).Entries.Select(e => e.StartLine));
    }

    [Fact]
    public void Its_headings_may_also_be_about_anything() =>
        Assert.DoesNotContain(Documents.Read("#### Why does the pump hum?\n\nOpen the valve.\n\n#### Valves\n\nThey close.\n\n#### Tanks\n\nThey are full.\n").Entries, e => e.StartLine == 1);
}
