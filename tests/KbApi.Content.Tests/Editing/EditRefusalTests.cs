using KbApi.Content.Editing;

namespace KbApi.Content.Tests.Editing;

public class EditRefusalTests
{
    private const string Document = """
        # Errors

        | Code | Error | Cause | Resolution |
        | --- | --- | --- | --- |
        | E1001 | It stops. | The disk is full. | Delete files. |
        | E1002 | It starts. | Nobody knows. | Restart the service. |

        ## E1003: It waits

        **Cause:** A lock.

        **Resolution:** Remove the lock.

        """;

    [Theory]
    [InlineData("a/e9999", "cause", "x", EditProblem.NoEntry, "a/e9999")]
    [InlineData("a/e1001", "technical", "x", EditProblem.NoField, "technical")]
    [InlineData("a/e1001", "cause:2", "x", EditProblem.NoSuchPlace, "cause", "1")]
    [InlineData("a/e1001", "cause", "a\n\n# b", EditProblem.BlockNotAllowed, "heading", "3")]
    [InlineData("a/e1001", "cause", "a\n\n```\nb\n```", EditProblem.BlockNotAllowed, "code", "3")]
    [InlineData("a/e1001", "cause", "- a\n  - b", EditProblem.BlockNotAllowed, "nested-list", "2")]
    [InlineData("a/e1001", "cause", "| a |\n| --- |\n| b |", EditProblem.BlockNotAllowed, "table", "1")]
    [InlineData("a/e1001", "cause", "> a", EditProblem.BlockNotAllowed, "quote", "1")]
    [InlineData("a/e1003", "title", "E1003:\nIt waits", EditProblem.OneLineOnly, "2")]
    [InlineData("a/e1003", "cause", "A lock.\n\n## More", EditProblem.BlockNotAllowed, "heading", "3")]
    [InlineData("a/e1003", "title", "E1007: It waits", EditProblem.ChangesId, "a/e1003", "a/e1007")]
    [InlineData("a/e1003", "cause", "A lock.\n\n**Resolution:** Or this.", EditProblem.BecomesOtherField, "cause", "resolution")]
    public void An_edit_is_refused_with_its_reason(string id, string field, string markdown, EditProblem problem, params string[] arguments)
    {
        var refusal = new EditBench(("a.md", Document)).Refusal(id, field, markdown);
        Assert.Equal((problem, string.Join('|', arguments)), (refusal.Problem, string.Join('|', refusal.Arguments)));
    }

    [Fact]
    public void A_refused_edit_leaves_nothing_behind()
    {
        var bench = new EditBench(("a.md", Document));
        bench.Refusal("a/e1003", "title", "E1007: It waits");
        Assert.Equal("E1003: It waits", bench.KnowledgeBase.Entries.Find("a/e1003")!.Variants[0].Title.Text);
        Assert.Contains("**Cause:** Another lock.", bench.After("a/e1003", "cause", "Another lock."), StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_in_several_places_have_to_be_told_apart()
    {
        const string Twice = "# Errors\n\n## E1003: It waits\n\n**Cause:** A lock.\n\n**Resolution:** Remove it.\n\n**Cause:** A second lock.\n\n**Resolution:** Remove that.\n";
        var bench = new EditBench(("a.md", Twice));
        Assert.Equal("SeveralPlaces(cause, 2, 5, 9)", bench.Refusal("a/e1003", "cause", "x").ToString());
        Assert.Contains("**Cause:** Old age.\n\n**Resolution:** Remove that.", bench.After("a/e1003", "cause:2", "Old age."), StringComparison.Ordinal);
    }

    [Fact]
    public void A_locale_without_the_entry_is_named_with_those_that_have_it()
    {
        var result = new EditBench(("a.md", Document)).Edit("a/e1001", "cause", "x", "sv-SE");
        Assert.Equal("NoLocale(sv-SE, en-US)", result.Refusal!.ToString());
    }
}
