using KbApi.Content.Tests.Support;

namespace KbApi.Content.Tests.Reading;

/// <summary>Rows among errors that are none cost themselves and not their table.</summary>
public sealed class OtherRowTests
{
    [Theory]
    [InlineData("# Pumps\n\n| HTTP status | Reason | What to do |\n|---|---|---|\n| 200 | OK | |\n| 404 | The pump is unknown | Check its name. |\n| 500 | The pump broke | Try again. |\n", "404 500")]
    [InlineData("# Pumps\n\n| Errors | Codes | Meaning |\n|---|---|---|\n| Data missing | 101 | No data exists |\n| Valve missing | 201 | The valve does not exist |\n| Moved successfully | 202 | Everything worked properly |\n", "101 201")]
    [InlineData("# Exit codes\n\n| Code | Meaning | Action |\n|---|---|---|\n| 0 | Clean — no leaks detected | Proceed |\n| 1 | The pump leaks | Stop it |\n", "1")]
    [InlineData("# Error codes\n\n| Code | Name | Description |\n|---|---|---|\n| 7 | OK_REPEATED | It was done before |\n| 8 | PUMP_FAILED | The pump failed |\n", "8 PUMP_FAILED")]
    [InlineData("# Error codes\n\n| Code | Description |\n|---|---|\n| 100-199 | Errors of valves |\n| 107 | The valve failed |\n", "107")]
    [InlineData("# Error codes\n\n| Code | Meaning |\n|---|---|\n| 0 | Success: the pump did not fail |\n| 201 | Found two valves with one address, which is invalid |\n| 501 | The pump failed |\n", "201 501")]
    [InlineData("# Error codes\n\n| P-code | CAN code | Description |\n|---|---|---|\n| P0101 | 5 | The sensor failed |\n| P0102 | — | The sensor is missing |\n", "P0101 5 P0102")]
    [InlineData("# Pump API\n\n| HTTP status | Description |\n|---|---|\n| 200 | OK |\n| 400 | The request is invalid |\n| 401 | No key was found |\n| 404 | The pump is missing |\n| 500 | The pump failed |\n", "400 401 404 500")]
    [InlineData("# Invoice codes\n\n| Error code | Meaning |\n|---|---|\n| 204 | The number is a duplicate |\n| 213 | The key is invalid |\n| 539 | The receiver is invalid |\n| 972 | The tag is missing |\n", "204 213 539 972")]
    public void Success_and_ranges_are_left_out(string markdown, string codes) =>
        Assert.Equal(codes, string.Join(' ', Documents.Read(markdown).Entries.SelectMany(e => e.Codes).Select(c => c.Code.Value)));

    [Theory]
    [InlineData("# Pump API\n\n| Status code | Meaning |\n|---|---|\n| 200 | The pump runs |\n| 404 | The pump was not found |\n")]
    [InlineData("# Pump API\n\n## Responses\n\n| Code | Description |\n|---|---|\n| 201 | Created |\n| 400 | Bad request |\n")]
    public void What_an_operation_may_answer_is_no_table_of_errors(string markdown) => Assert.Empty(Documents.Read(markdown).Entries);

    [Fact]
    public void Names_in_small_letters_are_errors_below_a_title_that_lists_them()
    {
        var entries = Documents.Read("# Pumps\n\n## Error codes\n\n| `code` | When | Hint |\n|---|---|---|\n| `valve_api` | The API answered 401. | Run `pump login`. |\n| `anything_else` | Whatever is not above. | Look at the log. |\n").Entries;

        Assert.Equal(["valve_api", "anything_else"], entries.Select(e => Assert.Single(e.Codes).Code.Value));
        Assert.Equal("Run pump login.", entries[0].Resolution?.Text);
    }
}
