using KbApi.Content.Model;
using KbApi.Content.Tests.Support;

namespace KbApi.Content.Tests.Reading;

/// <summary>Problems that bold lead-ins, list items and labels state.</summary>
public sealed class LeadProblemTests
{
    [Theory]
    [InlineData("**The light stays off**")]
    [InlineData("*The light doesn't go on*")]
    [InlineData("**429 Too many requests: Do you poll?**")]
    public void A_paragraph_in_bold_or_italics_leads_what_follows(string lead)
    {
        var entry = Assert.Single(Documents.Read($"# Lamps\n\n{lead.Replace("stays off", "does not go on", StringComparison.Ordinal)}\n\nReplace the bulb.\n\n**About lamps**\n\nThey shine.\n").Entries);

        Assert.Equal((EntryShape.Lead, 3, "Replace the bulb."), (entry.Shape, entry.StartLine, entry.Resolution!.Text));
    }

    [Theory]
    [InlineData("**The pump cannot start:**\n\n- one")]
    [InlineData("**Note**\n\nIt can't start.")]
    [InlineData("**The following errors are shown**\n\nSee the log.")]
    public void Other_lead_ins_are_none(string markdown) => Assert.Empty(Documents.Read($"# Pumps\n\n{markdown}\n").Entries);

    [Fact]
    public void Items_that_begin_with_a_message_are_entries_in_a_section_of_errors()
    {
        var entries = Documents.Read("# Pumps\n\n### Common errors\n\n* `Valve failed: stuck`: replace it.\n* `Motor error 7`: call support.\n").Entries;

        Assert.Equal([("Valve failed: stuck", 5), ("Motor error 7", 6)], entries.Select(e => (e.Title.Text, e.StartLine)));
        Assert.All(entries, e => Assert.Equal(EntryShape.Lead, e.Shape));
        Assert.Equal("replace it.", entries[0].Resolution!.Text);
    }

    [Fact]
    public void Items_that_begin_with_codes_are_entries_anywhere()
    {
        var entries = Documents.Read("# Sign-in\n\nCodes:\n\n- **AADSTS50011**: The address is wrong.\n- AADSTS50012 - The secret is old. Renew it.\n").Entries;

        Assert.Equal(["AADSTS50011", "AADSTS50012"], entries.Select(e => Assert.Single(e.Codes).Code.Value));
    }

    [Fact]
    public void Items_that_state_what_fails_are_entries_among_known_issues()
    {
        var entries = Documents.Read("# K\u00E4nda problem\n\n## Export\n\n- Det g\u00E5r inte att exportera bilder.\n- Filer med l\u00E5nga namn saknas i listan. Byt namn p\u00E5 dem.\n", "sv-SE").Entries;

        Assert.Equal(["Det g\u00E5r inte att exportera bilder.", "Filer med l\u00E5nga namn saknas i listan."], entries.Select(e => e.Title.Text));
        Assert.Equal([false, true], entries.Select(e => e.Resolution is not null));
    }

    [Fact]
    public void Items_that_begin_with_names_of_settings_are_none() =>
        Assert.Empty(Documents.Read("# Troubleshooting\n\n## Settings\n\n* maxCount: how many.\n* **minCount**\n\n  How few.\n").Entries);

    [Theory]
    [InlineData("This can have one of the following causes:\n\n- The key is not valid.\n- The disk is not mounted.")]
    [InlineData("- Restart the service.\n- If it does not help, restart the server.")]
    [InlineData("- [The pump does not start](pump.md)\n- [Valves](valves.md)\n- [Motors](motors.md)")]
    public void Lists_of_causes_steps_and_links_are_none(string list) =>
        Assert.DoesNotContain(Documents.Read($"# Known issues\n\n## Overview\n\n{list}\n").Entries, e => e.Shape == EntryShape.Lead);

    [Theory]
    [InlineData("en-US", "Example", "Solution")]
    [InlineData("de-DE", "Problem", "L\u00F6sung")]
    public void Generic_headings_again_and_again_are_named_by_the_paragraph_below(string locale, string problem, string solution)
    {
        var entries = Documents.Read($"# Fatal errors\n\n## {problem}\n\nOut of paper.\n\n## {solution}\n\nAdd some.\n\n## {problem}\n\n*Lid open.*\n\n## {solution}\n\nShut it.\n", locale).Entries;

        Assert.Equal([("Out of paper.", 5), ("Lid open.", 13)], entries.Select(e => (e.Title.Text, e.StartLine)));
        Assert.Equal(["Add some.", "Shut it."], entries.Select(e => e.Resolution!.Text));
    }

    [Fact]
    public void A_table_of_labels_describes_the_problem_that_its_heading_names()
    {
        var entry = Assert.Single(Documents.Read("# Messages\n\n### Header mismatch\n\n| | |\n|---|---|\n| Error description | The header is empty. |\n| User action | Fill it in. |\n").Entries);

        Assert.Equal(("Header mismatch", "Fill it in."), (entry.Title.Text, entry.Resolution!.Text));
    }

    [Fact]
    public void Attribute_lines_label_the_paragraph_before_them()
    {
        var entry = Assert.Single(Documents.Read("# Orders do not arrive\n\nThe list is empty.\n{: tsSymptoms}\n\nThe queue is full.\n{: tsCauses}\n\nEmpty it.\n{: tsResolve}\n").Entries);

        Assert.Equal(("The list is empty.", "The queue is full.", "Empty it."), (entry.Symptoms[0].Text, entry.Causes[0].Text, entry.Resolution!.Text));
    }
}
