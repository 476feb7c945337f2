using KbApi.Content.Model;
using KbApi.Content.Tests.Support;

namespace KbApi.Content.Tests.Reading;

public sealed class EntryCodeTests
{
    [Theory]
    [InlineData("| Code | Description |", "| 0x80070005 | Denied |", "hresult 0x80070005 Identifying")]
    [InlineData("| Code | Description |", "| 0xC7D14FB5 or -942583883 | Same |", "ntstatus 0xC7D14FB5 Identifying")]
    [InlineData("| Error code | Message | Description |", "| 5 | It fails after error 31003 | x |", "number 5 Identifying; number 31003 Mentioned")]
    [InlineData("| Error code | Description |", "| invalid_grant | Too old |", "symbol invalid_grant Identifying")]
    [InlineData("| Error code | Description |", "| 5.7.1 | Not allowed |", "mail 5.7.1 Identifying")]
    [InlineData("| Error message | Description |", "| UpgradeAborted | It was stopped |", "symbol UpgradeAborted Identifying")]
    [InlineData("| Error | Solution |", "| `<TABLE_NAME>` and %USER_NAME% are missing | Wait. |", "")]
    [InlineData("| Error | Solution |", "| It fails with error 31003 | Wait. |", "number 31003 Mentioned")]
    [InlineData("| Error | Solution |", "| It fails with 0x80070005 | Wait. |", "hresult 0x80070005 Identifying")]
    [InlineData("| Error | Solution |", "| It fails | Look for error 31003 and 0x80070005. |", "")]
    [InlineData("| Error | Technical details | Solution |", "| It fails | SSPR_0009: not SSPR_0010 | Wait. |", "prefixed SSPR_0009 Identifying")]
    [InlineData("| Error | Technical details | Solution |", "| It fails | Unlike SSPR_0010 | Wait. |", "")]
    [InlineData("| Error | Solution |", "| UserNotLicensed = 12 | Wait. |", "symbol UserNotLicensed Identifying; number 12 Identifying")]
    public void Codes_of_a_row_identify_it_or_are_mentioned(string header, string row, string codes) => Assert.Equal(codes, Write(Documents.ReadRow(header, row)));

    [Fact]
    public void A_column_that_holds_codes_is_one_whatever_it_is_called() =>
        Assert.Equal("number 31003 Identifying", Write(Documents.ReadRow("| Event code | Fix |", "| 31003 | Wait. |")).Replace("event", "number", StringComparison.Ordinal));

    [Theory]
    [InlineData("# Events from source `MyLog`", "| Event ID | Description |", "MyLog")]
    [InlineData("# Source of event is MyLog", "| Code | Description |", "MyLog")]
    [InlineData("# Events\n\n## Source MyLog", "| Code | Description |", "MyLog")]
    [InlineData("# Events", "| Code | Description |", null)]
    [InlineData("# Codes", "| Event ID | Description |", null)]
    public void A_number_under_events_is_an_event_of_the_source(string heading, string header, string? source)
    {
        var code = Assert.Single(Assert.Single(Documents.Read($"{heading}\n\n{header}\n|---|---|\n| 31003 | It fails |\n").Entries).Codes).Code;

        Assert.Equal(("event", "31003", source), (code.Scheme, code.Value, code.Source));
    }

    [Theory]
    [InlineData("## Event ID 31003", "event 31003")]
    [InlineData("## Event ID 31003: the job failed", "event 31003")]
    [InlineData("## Compiler Error C2065", "msvc C2065")]
    [InlineData("## Linker Tools Error LNK1181", "msvc LNK1181")]
    [InlineData("## Error: 0x80070005", "hresult 0x80070005")]
    [InlineData("## 0x80070005", "hresult 0x80070005")]
    [InlineData("## AADSTS50058", "aadsts AADSTS50058")]
    [InlineData("## `ORA-01017`: invalid username", "oracle ORA-01017")]
    [InlineData("## ERROR\\_ACCESS\\_DENIED", "constant ERROR_ACCESS_DENIED")]
    public void A_heading_that_opens_with_a_code_is_an_entry(string heading, string code)
    {
        var entry = Assert.Single(Documents.Read($"# Events from source MyLog\n\n{heading}\n\nThe job failed. Restart it.\n").Entries);

        Assert.Equal(code, $"{entry.Codes[0].Code.Scheme} {entry.Codes[0].Code.Value}");
        Assert.Equal(code.StartsWith("event", StringComparison.Ordinal) ? "MyLog" : null, entry.Codes[0].Code.Source);
        Assert.Equal((EntryShape.Heading, 3, "Restart it."), (entry.Shape, entry.StartLine, entry.Resolution?.Text));
    }

    [Fact]
    public void A_code_may_stand_only_in_the_title_of_the_metadata()
    {
        var article = Documents.Read("---\ntitle: AADSTS50058 and what to do\n---\n# The sign-in doesn't work\n\nSign in again.\n");

        var code = Assert.Single(Assert.Single(article.Entries).Codes);
        Assert.Equal(("AADSTS50058", "AADSTS50058"), (code.Code.Value, article.Text[code.Span]));
        Assert.Empty(SpanChecker.Check(article));
    }

    [Fact]
    public void A_code_may_stand_only_in_the_name_of_the_file()
    {
        var knowledge = Documents.Load(("errors/sign-in-aadsts50058.md", "# The sign-in doesn't work\n\nSign in again.\n"));

        var code = Assert.Single(Assert.Single(knowledge.Entries.Items).Variants[0].Codes);
        Assert.Equal(("AADSTS50058", true), (code.Code.Value, code.Span.IsEmpty));
        Assert.Equal("AADSTS50058", knowledge.Codes.Find("aadsts 50058").Owners[0].Code.Value);
    }

    private static string Write(Entry entry) => string.Join("; ", entry.Codes.Select(c => $"{c.Code.Scheme} {c.Code.Value} {c.Role}"));
}
