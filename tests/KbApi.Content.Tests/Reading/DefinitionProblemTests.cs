using KbApi.Content.Model;
using KbApi.Content.Tests.Support;

namespace KbApi.Content.Tests.Reading;

/// <summary>Definition lists in Markdown and HTML whose terms are errors, and others.</summary>
public sealed class DefinitionProblemTests
{
    [Theory]
    [InlineData("The valve is blocked\n: Dirt got in. Clean the valve.\n\nThe tank doesn't fill\n: The tap is closed. Open the tap.\n")]
    [InlineData("The valve is blocked\n\n:   Dirt got in. Clean the valve.\n\nThe tank doesn't fill\n\n:   The tap is closed. Open the tap.\n")]
    [InlineData("<dl>\n<dt>The valve is blocked</dt>\n<dd>Dirt got in. Clean the valve.</dd>\n<dt>The tank doesn't fill</dt>\n<dd>The tap is closed. Open the tap.</dd>\n</dl>\n")]
    public void Terms_that_state_problems_are_entries(string list)
    {
        var entries = Documents.Read($"# Pump errors\n\n{list}").Entries;

        Assert.Equal(["The valve is blocked", "The tank doesn't fill"], entries.Select(e => e.Title.Text));
        Assert.Equal(["Clean the valve.", "Open the tap."], entries.Select(e => e.Resolution?.Text));
        Assert.Equal(["Dirt got in.", "The tap is closed."], entries.Select(e => Assert.Single(e.Descriptions).Text));
        Assert.All(entries, e => Assert.Equal(EntryShape.Lead, e.Shape));
    }

    [Fact]
    public void Terms_that_are_codes_need_no_title()
    {
        var entries = Documents.Read("# Orders\n\n<dl>\n<dt>ORD-1001</dt>\n<dd>The order is not ready.</dd>\n<dt>ORD-1002</dt>\n<dd>The card was declined. Use another one.</dd>\n</dl>\n").Entries;

        Assert.Equal(["ORD-1001", "ORD-1002"], entries.Select(e => Assert.Single(e.Codes).Code.Value));
        Assert.Equal([4, 6], entries.Select(e => e.StartLine));
    }

    [Theory]
    [InlineData("# Terms\n\nIssuer\n: Who signs it.\n\nSubject\n: Who it is for.\n")]
    [InlineData("# Parameters\n\n`retries`\n: How often a failed request is repeated.\n\n`timeout`\n: When it gives up.\n")]
    [InlineData("# Pump errors\n\nNote\n: Read this first.\n\nIssuer\n: Who signs it.\n")]
    [InlineData("# Pump errors\n\n: No term at all.\n")]
    public void Glossaries_and_parameters_are_none(string markdown) => Assert.Empty(Documents.Read(markdown).Entries);

    [Fact]
    public void A_paragraph_with_a_line_that_begins_with_a_colon_keeps_its_text()
    {
        var article = Documents.Read("# Pump errors\n\n## The pump doesn't start\n\nOne.\nTwo.\nThree.\n: four. Restart it.\n");

        Assert.Equal("Restart it.", Assert.Single(article.Entries).Resolution?.Text.Split(": four. ")[^1]);
    }
}
