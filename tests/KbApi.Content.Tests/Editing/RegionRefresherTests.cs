using System.Text;
using KbApi.Content.Editing.Regions;
using KbApi.Content.Loading;

namespace KbApi.Content.Tests.Editing;

public class RegionRefresherTests
{
    private const string Article = """
        # Errors

        ## Startup errors

        | Code | Symptom | Resolution |
        | --- | --- | --- |
        | E1001 | <a name="start"></a>It does not start. | Plug it in.<br>Wait. |
        | E1002 | It stops. | Run `restart \| now`. |

        ## Other errors

        ### E2001: It is *hot*

        **Cause:** The sun.

        **Resolution:** Move it.

        """;

    private static readonly RegionRefresher Refresher =
        new(new KnowledgeBaseLoader().Load([ContentFile.InMemory("device.md", Encoding.UTF8.GetBytes(Article))]));

    [Theory]
    [InlineData("table section=startup-errors", "| Code | Symptom | Resolution |\n| --- | --- | --- |\n| E1001 | It does not start. | Plug it in.<br>Wait. |\n| E1002 | It stops. | Run `restart \\| now`. |\n")]
    [InlineData("table section=startup-errors columns=code,title", "| Code | Symptom |\n| --- | --- |\n| E1001 | It does not start. |\n| E1002 | It stops. |\n")]
    [InlineData("table section=other-errors article=device locale=en-US", "| Code | Symptom | Cause | Resolution |\n| --- | --- | --- | --- |\n| E2001 | E2001: It is hot | The sun. | Move it. |\n")]
    public void A_region_holds_what_its_first_line_says(string first, string table) =>
        Assert.Equal($"Before.\n\n<!-- kb:begin {first} -->\n{table}<!-- kb:end -->\n\nBehind.  \n", Refresh($"Before.\n\n<!-- kb:begin {first} -->\nOld.\n<!-- kb:end -->\n\nBehind.  \n"));

    [Fact]
    public void A_region_that_is_as_it_has_to_be_is_not_touched()
    {
        var page = Refresh("<!-- kb:begin table section=startup-errors -->\r\n<!-- kb:end -->\r\n");
        Assert.Contains("|\r\n| E1001", page, StringComparison.Ordinal);
        Assert.Equal(page, Refresh(page));
    }

    [Fact]
    public void Markers_in_code_are_text()
    {
        const string Page = "```\n<!-- kb:begin table section=startup-errors -->\n<!-- kb:end -->\n```\n";
        Assert.Equal(Page, Refresh(Page));
    }

    [Theory]
    [InlineData("a\n\n<!-- kb:begin table section=startup-errors -->\n", 3, RegionProblem.NotEnded, "kb:end")]
    [InlineData("<!-- kb:begin chart section=a -->\n<!-- kb:end -->\n", 1, RegionProblem.UnknownKind, "chart")]
    [InlineData("<!-- kb:begin table -->\n<!-- kb:end -->\n", 1, RegionProblem.Missing, "section")]
    [InlineData("<!-- kb:begin table section=nowhere -->\n<!-- kb:end -->\n", 1, RegionProblem.NotFound, "nowhere")]
    [InlineData("<!-- kb:begin table section=startup-errors columns=colour -->\n<!-- kb:end -->\n", 1, RegionProblem.NotFound, "colour")]
    public void A_region_that_can_not_be_written_stays_and_is_named(string page, int line, RegionProblem problem, string argument)
    {
        var failures = new List<RegionFailure>();
        var file = Refresher.Refresh(ContentFile.InMemory("page.md", Encoding.UTF8.GetBytes(page)), failures);
        Assert.False(file!.IsChanged);
        Assert.Equal(new RegionFailure("page.md", line, problem, argument), Assert.Single(failures));
    }

    private static string Refresh(string page)
    {
        var failures = new List<RegionFailure>();
        var file = Refresher.Refresh(ContentFile.InMemory("page.md", Encoding.UTF8.GetBytes(page)), failures);
        Assert.Empty(failures);
        return Encoding.UTF8.GetString(file!.After.Span);
    }
}
