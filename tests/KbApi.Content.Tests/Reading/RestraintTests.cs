using KbApi.Content.Tests.Support;

namespace KbApi.Content.Tests.Reading;

/// <summary>What documents of all kinds have beside problems: references of commands and libraries, release notes, specifications, remarks.</summary>
public sealed class RestraintTests
{
    private const string Failure = "The copy fails if an error occurs. Check the log.";

    [Theory]
    [InlineData("--limit=ERRORS")]
    [InlineData("`--max-age` - Don't copy any file that is older")]
    [InlineData("-D: fail on warnings")]
    [InlineData("pump.fail([message])")]
    [InlineData("new PumpError(message[, options])")]
    [InlineData("`pump.emitError(error)`")]
    [InlineData("Event: 'error'")]
    public void Options_calls_and_events_of_a_reference_are_none(string title) => Assert.Empty(Documents.Read($"# Pumps\n\n## {title}\n\n{Failure}\n").Entries);

    [Theory]
    [InlineData("pump copy")]
    [InlineData("`fault_log`")]
    public void Pages_about_commands_and_names_are_none(string title) =>
        Assert.Empty(Documents.Read($"# {title}\n\nCopies what a pump has measured.\n\n## Description\n\nYou cannot copy from two pumps at once. Use `--force` to try.\n").Entries);

    [Theory]
    [InlineData("4.1.2 Reserved words", 0)]
    [InlineData("5.4.1 (Nov 19, 2015)", 0)]
    [InlineData("2.3.4 Valve problem", 0)]
    [InlineData("5.1.90 Your message can't be sent", 1)]
    [InlineData("4.4.7 Delivery failed", 1)]
    public void Numbers_of_sections_and_versions_are_no_mail_statuses(string title, int codes) =>
        Assert.Equal(codes, Documents.Read($"# Pumps\n\n## {title}\n\nCheck the valve.\n").Entries.Sum(e => e.Codes.Length));

    [Theory]
    [InlineData("Bug Fixes")]
    [InlineData("Issue triage")]
    [InlineData("Bug reports")]
    [InlineData("Error recovery")]
    [InlineData("Ensuring that the list is empty")]
    [InlineData("Catching errors")]
    [InlineData("SHA-256")]
    [InlineData("AVX512")]
    [InlineData("XYZ430 Example")]
    [InlineData("ignoreErrors")]
    [InlineData("linksErrorLevel")]
    [InlineData("buildExpired")]
    [InlineData("failoverLimit")]
    [InlineData("No merges")]
    [InlineData("Scenario 2: A pump from a catalogue")]
    public void Titles_of_other_texts_are_none(string title) => Assert.Empty(Documents.Read($"# Pumps\n\n## {title}\n\n{Failure}\n").Entries);

    [Theory]
    [InlineData("itemNotFound")]
    [InlineData("pumpError")]
    [InlineData("invalidRequest")]
    [InlineData("XYZ430 failure")]
    public void Names_that_say_so_are_those_of_errors(string title) => Assert.Equal(title, Assert.Single(Documents.Read($"# Pumps\n\n## {title}\n\n{Failure}\n").Entries).Title.Text);

    [Theory]
    [InlineData("**We do not recommend this valve.**\n\nUse another one.")]
    [InlineData("- [PMP-1305](https://tickets.example.com/PMP-1305): Start of the valve\n- [PMP-1306](https://tickets.example.com/PMP-1306): Stop of the valve")]
    [InlineData("- `TLS_AES_128_GCM`: for most pumps\n- `TLS_AES_256_GCM`: for the rest")]
    [InlineData("## Debugging metadata\n\n| Part | Description |\n|---|---|\n| ValveTypeCode | The kind of the valve it has. |\n| ValveValue | The value of the valve now. |")]
    [InlineData("| API | Purpose | Status code |\n|---|---|---|\n| turn | Sends it on after an event | 307 (temporary) or 303 (other) |\n| turnAll | Sends it on after an event | Any |")]
    [InlineData("| Constant | Description |\n|---|---|\n| defaultValveList | The valves that are there from the start. |\n| overrideValves | The valves that take their place then. |")]
    public void Remarks_tickets_and_names_are_none(string markdown) => Assert.Empty(Documents.Read($"# Pumps\n\n{markdown}\n").Entries);

    [Fact]
    public void Constants_that_say_so_are_errors_in_any_list() =>
        Assert.Equal(["CERT_HAS_EXPIRED", "OUT_OF_MEM"], Documents.Read("# Pumps\n\n- `CERT_HAS_EXPIRED`: It is too old.\n- `OUT_OF_MEM`: Out of memory.\n").Entries.Select(e => e.Title.Text));
}
