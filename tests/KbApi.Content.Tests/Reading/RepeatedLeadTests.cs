using KbApi.Content.Model;
using KbApi.Content.Tests.Support;

namespace KbApi.Content.Tests.Reading;

/// <summary>Problems whose titles are lines in bold, or names in bold in lists, in texts for people with problems.</summary>
public sealed class RepeatedLeadTests
{
    [Fact]
    public void Bold_lines_with_text_below_them_are_problems_where_a_third_states_one()
    {
        var entries = Documents.Read("# Troubleshooting\n\n**The pump does not start**\nTurn it on.\n\n**Water on the floor**\nClose the valve.\n\n**Blue light**\nCharge the battery.\n").Entries;

        Assert.Equal([("The pump does not start", "Turn it on."), ("Water on the floor", "Close the valve."), ("Blue light", "Charge the battery.")], entries.Select(e => (e.Title.Text, e.Resolution?.Text)));
    }

    [Theory]
    [InlineData("# Troubleshooting\n\n**Version**\nUpdate it.\n\n**Cables**\nCheck them.\n\n**Power**\nTurn it on.\n")]
    [InlineData("# Pumps\n\n**The blue one**\nBuy it.\n\n**The red one**\nSell it.\n\n**The pump that does not start**\nKeep it.\n")]
    public void Where_too_few_do_or_the_text_is_about_something_else_they_are_none(string markdown) => Assert.Empty(Documents.Read(markdown).Entries);

    [Theory]
    [InlineData("# Troubleshooting\n\n**The pump does not start:**\n\n- Turn it on.\n", "The pump does not start")]
    [InlineData("# Troubleshooting\n\n**The pump never sings** (`code 5`):\n\n- Turn it on.\n", "The pump never sings")]
    [InlineData("# Troubleshooting\n\n**Error 0x80070005:**\n\n- Turn it on.\n", "Error 0x80070005")]
    [InlineData("# Troubleshooting\n\n**The pump never sings** (code 5): turn it on.\n", "The pump never sings")]
    [InlineData("# Troubleshooting\n\n**Error \"Pump not registered\"** — register it.\n", "Error \"Pump not registered\"")]
    public void One_with_a_colon_or_a_dash_needs_no_others(string markdown, string title) => Assert.Equal(title, Assert.Single(Documents.Read(markdown).Entries).Title.Text);

    [Theory]
    [InlineData("# Troubleshooting\n\n## Red lamp\n\n**An error is displayed:**\n\n*Valve failure*\n")]
    [InlineData("# Troubleshooting\n\n**This error cannot be ignored:**\n\n- Turn the pump on.\n")]
    [InlineData("# Troubleshooting\n\n**Never starts:**\n\n- Turn the pump on.\n")]
    public void A_line_that_only_points_on_is_no_title(string markdown) => Assert.DoesNotContain(Documents.Read(markdown).Entries, e => e.Shape == EntryShape.Lead);

    [Fact]
    public void Names_in_bold_in_a_list_are_problems_where_others_of_it_are()
    {
        var entries = Documents.Read("# Troubleshooting\n\n- **Empty tank**: fill it.\n- **The pump does not start**: turn it on.\n- **Blue light**: charge the battery.\n").Entries;

        Assert.Equal(["Empty tank", "The pump does not start", "Blue light"], entries.Select(e => e.Title.Text));
    }

    [Fact]
    public void A_list_of_checks_is_none() =>
        Assert.Empty(Documents.Read("# Troubleshooting\n\n- **Power supply**: check the plug.\n- **Main valve**: open it.\n- **Water level**: look at the glass.\n").Entries);

    [Theory]
    [InlineData("# Error messages\n\n## Memory\n\n- `R4001`: allocation.\n- `R4002`: a foreign pointer.\n- `R4003`: an end.\n", "R4001 R4002 R4003")]
    [InlineData("# Error codes of the mail server\n\n- `250` Done\n- `421` Not now, closing the channel\n- **500** What was that\n- `501` Wrong words\n", "421 500 501")]
    public void Codes_in_lists_need_no_word_for_trouble_below_a_title_that_collects_them(string markdown, string codes) =>
        Assert.Equal(codes, string.Join(' ', Documents.Read(markdown).Entries.Select(e => Assert.Single(e.Codes).Code.Value)));

    [Theory]
    [InlineData("# Known issues\n\n- **\"Valve is open\"** from the pump means that water runs.\n- **\"Tank failed\"** from the tank.\n", "\"Valve is open\"|\"Tank failed\"")]
    [InlineData("# Compiler errors\n\n- Invalid argument (code: 51), of type Syntax.\n- The name is not known (code: 52), of type Name.\n", "Invalid argument (code: 51), of type Syntax.|The name is not known (code: 52), of type Name.")]
    [InlineData("# Known issues\n\n- **You cannot** open the valve.\n- **Pumps** do not start.\n", "You cannot open the valve.|Pumps do not start.")]
    public void Items_are_called_by_their_message_or_their_sentence(string markdown, string titles) =>
        Assert.Equal(titles, string.Join('|', Documents.Read(markdown).Entries.Select(e => e.Title.Text)));

    [Fact]
    public void A_problem_named_twice_with_what_to_run_is_two()
    {
        var entries = Documents.Read("# Troubleshooting\n\n## Pumps\n\n**Issue:** The valve is locked\n\n```\npump unlock\n```\n\n**Issue:** The tank is empty\n\n```\npump fill\n```\n").Entries;

        Assert.Equal(["The valve is locked", "The tank is empty"], entries.Select(e => e.Title.Text));
    }

    [Theory]
    [InlineData("## Contact not saved\n\nX 1.\n", 1)]
    [InlineData("## Contact the vendor, never us\n\nX 1.\n", 0)]
    public void A_verb_that_is_a_noun_opens_a_title_about_it(string section, int entries) =>
        Assert.Equal(entries, Documents.Read($"# Troubleshooting\n\n{section}").Entries.Length);

    [Fact]
    public void An_item_may_answer_in_a_quotation() =>
        Assert.Equal("Lower the pressure.", Assert.Single(Documents.Read("# FAQ\n\n- The pump does not stop\n    > Lower the pressure.\n").Entries).Resolution?.Text);
}
