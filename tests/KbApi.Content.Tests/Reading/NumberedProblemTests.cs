using KbApi.Content.Model;
using KbApi.Content.Tests.Support;

namespace KbApi.Content.Tests.Reading;

/// <summary>Lists and paragraphs that give each number a line.</summary>
public sealed class NumberedProblemTests
{
    [Theory]
    [InlineData("-  7401 \u2014 The pump is blocked. Clean it.\n-  7402 \u2014 The tank is empty.\n-  7405 & 7419 \u2014 Something else.\n")]
    [InlineData("- 7401 - The pump is blocked. Clean it.\n- `7402` - The tank is empty.\n- 7405, 7419: Something else.\n")]
    [InlineData("7401 \u2013 The pump is blocked. Clean it.\n\n7402 \u2013 The tank is empty.\n\n7405 and 7419 \u2013 Something else.\n")]
    public void Numbers_with_a_text_each_are_entries_below_a_title_about_errors(string markdown)
    {
        var entries = Documents.Read($"# Pumps\n\n## Pump errors\n\nThey are shown on the display.\n\n{markdown}").Entries;

        Assert.Equal(["The pump is blocked.", "The tank is empty.", "Something else."], entries.Select(e => e.Title.Text));
        Assert.Equal(["7401", "7402", "7405 7419"], entries.Select(e => string.Join(' ', e.Codes.Select(c => c.Code.Value))));
        Assert.Equal(["Clean it.", null, null], entries.Select(e => e.Resolution?.Text));
        Assert.All(entries, e => Assert.Equal(EntryShape.Lead, e.Shape));
    }

    [Fact]
    public void Numbers_below_a_title_about_events_are_events()
    {
        var entries = Documents.Read("# H\u00E4ndelse-ID\n\n## H\u00E4ndelser\n\n1001 \u2013 skivan \u00E4r full\n\n1003 \u2013 licensen \u00E4r gammal\n\n1004 \u2013 tj\u00E4nsten har startat\n", "sv-SE").Entries;

        Assert.Equal(["1001", "1003", "1004"], entries.Select(e => Assert.Single(e.Codes).Code.Value));
        Assert.All(entries, e => Assert.Equal("event", e.Codes[0].Code.Scheme));
        Assert.Equal([5, 7, 9], entries.Select(e => e.StartLine));
    }

    [Theory]
    [InlineData("# Releases\n\n- 2019 - First pump.\n- 2020 - Second pump.\n- 2021 - Third pump.\n")]
    [InlineData("# Status codes of errors\n\n- 200 - All is well.\n- 404 - No such pump.\n- 500 - Something else.\n")]
    [InlineData("# Errors\n\n- 7401 - The pump is blocked.\n- 7402 - The tank is empty.\n")]
    [InlineData("# Errors\n\n- 100 pumps - a small plant.\n- Some pumps.\n- Other pumps.\n- 7402 - The tank is empty.\n")]
    [InlineData("# Errors\n\n- 7401\n- 7402\n- 7403\n")]
    public void Years_statuses_of_success_and_single_numbers_are_none(string markdown) => Assert.Empty(Documents.Read(markdown).Entries);
}
