using KbApi.Content.Model;
using KbApi.Content.Tests.Support;

namespace KbApi.Content.Tests.Reading;

/// <summary>Sections of guides that show what a program says before anything else.</summary>
public sealed class ReportedFailureTests
{
    private const string Advice = "\n\nStart the agent, and try again.\n";

    [Fact]
    public void A_section_of_a_guide_that_opens_with_a_report_is_an_entry_with_its_message()
    {
        var entry = Read("## How to run the agent as a service\n\n```\nERROR: The agent is not registered.\n```" + Advice)!;

        Assert.Equal(("How to run the agent as a service", "Start the agent, and try again."), (entry.Title.Text, entry.Resolution?.Text));
        Assert.Equal("ERROR: The agent is not registered.", Assert.Single(entry.Messages).Text);
    }

    [Theory]
    [InlineData("ERROR: Access is denied.\nERROR: The pump is off.", "ERROR: Access is denied.|ERROR: The pump is off.")]
    [InlineData("ERROR: Access is denied.\nor\nERROR: The pump is off.", "ERROR: Access is denied.|ERROR: The pump is off.")]
    [InlineData("ERROR: The pump is off. Switch\nit on.\n\nERROR: Access is denied.", "ERROR: The pump is off. Switch\nit on.|ERROR: Access is denied.")]
    [InlineData("ERROR: Access is\ndenied", "ERROR: Access is\ndenied")]
    [InlineData("ERROR: one two\nERROR:\nERROR: three four", "ERROR: one two|ERROR:|ERROR: three four")]
    [InlineData("PumpException: It is off.", "PumpException: It is off.")]
    public void Each_report_of_a_block_is_a_message(string block, string messages) =>
        Assert.Equal(messages, string.Join('|', Read($"## Use the pump remotely\n\n```\n{block}\n```{Advice}")!.Messages.Select(m => m.Text)));

    [Theory]
    [InlineData("```\n$ agent --run\nERROR: It is off.\n```")]
    [InlineData("```python\nerror: str = read_it()\n```")]
    [InlineData("```\nagent: started as a service\n```")]
    [InlineData("```\nerror:none\n```")]
    [InlineData("```\n\n```")]
    public void Other_blocks_report_no_failure(string block) => Assert.Null(Read($"## How to run the agent as a service\n\n{block}{Advice}"));

    [Fact]
    public void Outside_of_guides_a_report_makes_no_problem() =>
        Assert.Empty(Documents.Read("# The agent\n\n## How to run the agent as a service\n\n```\nERROR: The agent is not registered.\n```" + Advice).Entries);

    [Fact]
    public void A_check_among_checks_is_an_entry_whatever_it_says()
    {
        var entries = Documents.Read(
            "# Troubleshooting\n\n## The \"pump\" checks\n\n### √ pump is on\n\nExample failure:\n\n```\n× pump is on\n```\n\nSwitch it on.\n\n"
            + "### √ valve is shut\n\nExample failure:\n\n```\n× valve is shut\n```\n\nShut it.\n\n### √ pump and valve versions match\n\nInstall the same version of both.\n").Entries;

        Assert.Equal(["√ pump is on", "√ valve is shut", "√ pump and valve versions match"], entries.Select(e => e.Title.Text));
    }

    private static Entry? Read(string section)
    {
        var entries = Documents.Read("# Troubleshooting the agent\n\n" + section).Entries;
        return entries.IsEmpty ? null : Assert.Single(entries);
    }
}
