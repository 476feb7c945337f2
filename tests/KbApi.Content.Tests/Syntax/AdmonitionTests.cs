using KbApi.Content.Tests.Support;

namespace KbApi.Content.Tests.Syntax;

/// <summary>Admonitions and tabs of MkDocs, which are a line of signs and indented text.</summary>
public sealed class AdmonitionTests
{
    [Fact]
    public void Steps_in_tabs_are_procedures()
    {
        var article = Documents.Read("# Reset\n\n=== \"Linux\"\n\n    1. Stop the service.\n    2. Delete the cache.\n\n=== \"Windows\"\n\n    1. Open Services.\n    2. Stop the agent.\n    3. Start it.\n\nText.\n");

        Assert.Equal([2, 3], article.Procedures.Select(p => p.Steps.Length));
    }

    [Fact]
    public void A_title_that_opens_hidden_text_is_a_section()
    {
        var article = Documents.Read("# Troubleshooting\n\n??? question \"The scanner is not found\"\n    Check the cable.\n\n???+ question \"Scans are too dark\"\n    Clean the glass.\n\nText behind it.\n");

        Assert.Equal(["The scanner is not found", "Scans are too dark"], article.Entries.Select(e => e.Title.Text));
        Assert.Equal(["Check the cable.", "Clean the glass."], article.Entries.Select(e => e.Resolution?.Text));
        Assert.Equal([3, 6], article.Entries.Select(e => e.StartLine));
    }

    [Fact]
    public void Warnings_before_steps_belong_to_them()
    {
        var article = Documents.Read("# Reset\n\n!!! warning\n    Save your work.\n\n1. Stop the service.\n2. Start it.\n");

        Assert.Equal("Save your work.", Assert.Single(Assert.Single(article.Procedures).Warnings).Text);
    }

    [Theory]
    [InlineData("!!! Do not open the case\n\nText.\n")]
    [InlineData("!!!\n\n    code\n")]
    [InlineData("!!! note\n\nText.\n")]
    [InlineData("??? \"Title\n\n    code\n")]
    [InlineData("Title\n===\n\n    code\n")]
    [InlineData("=== not a tab\n\n    code\n")]
    public void Other_lines_of_signs_are_text(string markdown)
    {
        var article = Documents.Read($"# Reset\n\n{markdown}");

        Assert.Empty(article.Entries);
        Assert.Empty(article.Procedures);
        Problems.AssertNone(SpanChecker.Check(article));
    }

    [Fact]
    public void They_may_stand_in_each_other_to_some_depth()
    {
        var text = string.Concat(Enumerable.Range(0, 300).Select(i => new string(' ', 4 * i) + "!!! note \"Deep\"\n"));

        Problems.AssertNone(SpanChecker.Check(Documents.Read("# Reset\n\n" + text)));
    }
}
