using KbApi.Content.Model;
using KbApi.Content.Tests.Support;

namespace KbApi.Content.Tests.Reading;

public sealed class HeadingEntryTests
{
    [Fact]
    public void Labelled_headings_below_a_problem_say_what_is_what()
    {
        var entry = Assert.Single(Documents.Read("# Guide\n\n## The job hangs\n\nSince version 2.\n\n### Symptoms\n\nNothing moves.\n\n### Cause 1\n\nA lock.\n\n### Resolution\n\nRestart it.\n\n## Other\n\nText.\n").Entries);

        Assert.Equal(("doc/the-job-hangs", "The job hangs", EntryShape.Heading), (entry.Id, entry.Title.Text, entry.Shape));
        Assert.Equal((3, 17), (entry.StartLine, entry.EndLine));
        Assert.Equal(("Since version 2.", "Nothing moves.", "A lock.", "Restart it."),
            (entry.Descriptions[0].Text, entry.Symptoms[0].Text, entry.Causes[0].Text, entry.Resolution!.Text));
    }

    [Theory]
    [InlineData("**Symptom:** Nothing moves.\n\n**Cause:** A lock.\n\n**Resolution:** Restart it.")]
    [InlineData("**Symptom** \nNothing moves.\n\n**Cause**\n\nA lock.\n\n**Resolution**\n\nRestart it.")]
    [InlineData("__Symptoms:__ Nothing moves.\n\n**Cause**: A lock.\n\n**How to fix**\uFF1A Restart it.")]
    public void Bold_lead_ins_do_the_same(string body)
    {
        var entry = Assert.Single(Documents.Read($"## The job hangs\n\n{body}\n").Entries);

        Assert.Equal(("Nothing moves.", "A lock.", "Restart it."), (entry.Symptoms[0].Text, entry.Causes[0].Text, entry.Resolution!.Text));
    }

    [Fact]
    public void A_document_about_one_problem_is_an_entry()
    {
        var entry = Assert.Single(Documents.Read("# The job hangs\n\n## Symptom\n\nNothing moves.\n\n## Solution\n\nRestart it.\n").Entries);

        Assert.Equal((EntryShape.Document, "The job hangs"), (entry.Shape, entry.Title.Text));
    }

    [Theory]
    [InlineData("## The job\n\n### Resolution\n\nRestart it.\n")]
    [InlineData("## The job\n\n### Symptom\n\nNothing moves.\n")]
    [InlineData("## The job\n\nRestart it.\n")]
    [InlineData("## Symptoms\n\nNothing moves.\n\n## Resolution\n\nRestart it.\n")]
    [InlineData("## AADSTS50058\n")]
    [InlineData("## What AADSTS50058 means\n\nText.\n")]
    [InlineData("## How to find the error 31003\n\nText.\n")]
    public void Other_headings_are_none(string markdown) => Assert.Empty(Documents.Read(markdown).Entries);

    [Fact]
    public void Labels_are_known_in_Swedish()
    {
        var entry = Assert.Single(Documents.Read("## Jobbet st\u00E5r still\n\n**Orsak:** Ett l\u00E5s.\n\n**L\u00F6sning:** Starta om det.\n", "sv-SE").Entries);

        Assert.Equal(("Ett l\u00E5s.", "Starta om det."), (entry.Causes[0].Text, entry.Resolution!.Text));
    }

    [Fact]
    public void A_title_is_cut_at_three_hundred_characters_but_never_in_one()
    {
        var entry = Documents.ReadRow("| Error | Solution |", $"| {new string('a', 299)}\U0001F600 fails | Wait. |");

        Assert.Equal(new string('a', 299), entry.Title.Text);
        Assert.Equal(312, entry.Symptoms[0].Text.Length + 5);
    }

    [Theory]
    [InlineData("en-US", "Troubleshooting", "Example failure:", "Restart the agent.")]
    [InlineData("en-US", "Troubleshooting", "You see this error:", "Restart the agent.")]
    [InlineData("sv-SE", "Fels\u00F6kning", "Felmeddelande:", "Starta om agenten.")]
    public void A_check_whose_failure_is_shown_is_an_entry_in_a_guide(string locale, string title, string line, string text)
    {
        var entry = Assert.Single(Documents.Read($"# {title}\n\n## Agents and hosts\n\n{line}\n\n```text\n\u00D7 agents are ready\n    no agent on host a1\n```\n\n{text}\n", locale).Entries);

        Assert.Equal(("Agents and hosts", text), (entry.Title.Text, entry.Resolution!.Text));
        Assert.Equal("\u00D7 agents are ready\nno agent on host a1", Assert.Single(entry.Messages).Text);
    }

    [Theory]
    [InlineData("Run this to see the errors:", "text", "agents list")]
    [InlineData("The error is raised here:", "cpp", "throw Failure();")]
    [InlineData("The error is shown by:", "text", "$ agents list")]
    public void Commands_and_programs_are_no_messages(string line, string language, string code) =>
        Assert.Empty(Assert.Single(Documents.Read($"# Troubleshooting\n\n## The agent does not start\n\nRestart it.\n\n{line}\n\n```{language}\n{code}\n```\n").Entries).Messages);

    [Fact]
    public void A_document_that_is_only_called_troubleshooting_is_none() =>
        Assert.Empty(Documents.Read("# Troubleshooting\n\nIf you receive an error, restart the agent.\n").Entries);

    [Theory]
    [InlineData("1. Problem", "2. Problem")]
    [InlineData("Problem", "Problem")]
    public void Each_problem_with_its_own_solution_is_named_by_its_first_paragraph(string first, string second)
    {
        var entries = Documents.Read($"# Agents\n\n## Failed to register the agent\n\n### {first}\n\nThe key is refused.\n\n#### Cause\n\nIt is old.\n\n#### Solution\n\nRenew it.\n\n### {second}\n\nThe host is not found.\n\n#### Solution\n\nCheck its name.\n").Entries;

        Assert.Equal([("The key is refused.", "Renew it."), ("The host is not found.", "Check its name.")], entries.Select(e => (e.Title.Text, e.Resolution!.Text)));
    }

    [Theory]
    [InlineData("E0608 sources.go:201] unable to read", "")]
    [InlineData("pod/proxy-x1-p5670 is not ready", "")]
    [InlineData("error P5670: not ready", "P5670")]
    public void Dates_and_names_in_the_output_of_programs_are_no_codes(string output, string code) =>
        Assert.Equal(code, string.Join(' ', Assert.Single(Documents.Read($"# Troubleshooting\n\n## The agent does not start\n\nYou see this error:\n\n```\n{output}\n```\n\nRestart it.\n").Entries).Codes.Select(c => c.Code.Value)));
}
