using KbApi.Content.Tests.Support;

namespace KbApi.Content.Tests.Reading;

/// <summary>References of libraries and devices talk about errors on every page, and are about something else.</summary>
public sealed class ReferenceTests
{
    [Theory]
    [InlineData("`flush2`, `flush2f`, `flush2l`")]
    [InlineData("check macro, _check, _wcheck")]
    [InlineData("_set_fault_mode")]
    public void Pages_about_functions_are_none(string title) =>
        Assert.Empty(Documents.Read($"# {title}\n\nWrites an error message when an error occurs.\n\n## Remarks\n\nCheck the result. It fails if the disk is full.\n").Entries);

    [Theory]
    [InlineData("DEV_SET_SPEED", false)]
    [InlineData("DEV_ERR_SPEED", true)]
    public void A_constant_is_an_error_where_its_name_says_so(string name, bool isEntry)
    {
        var entries = Documents.Read($"# Device interface\n\n## {name}\n\nThe request fails if the fan is off.\n").Entries;

        Assert.Equal(isEntry ? [name] : [], entries.Select(e => e.Title.Text));
    }

    [Fact]
    public void Any_constant_is_an_error_among_errors() =>
        Assert.Equal("DEV_SPEED", Assert.Single(Documents.Read("# Errors of devices\n\n## DEV_SPEED\n\nThe fan does not turn.\n").Entries).Title.Text);

    [Fact]
    public void Results_of_success_are_none()
    {
        var entries = Documents.Read("# IFan::Turn\n\n| Return code | Description |\n|---|---|\n| S_OK | The fan turns. |\n| FAN_SUCCESS | It does. |\n| E_NOFAN | No fan was found. |\n| E_POINTER | The pointer is null. |\n| E_FAIL | Anything else. |\n").Entries;

        Assert.Equal(["E_NOFAN", "E_POINTER", "E_FAIL"], entries.Select(e => e.Title.Text));
    }

    [Fact]
    public void Methods_that_tell_of_errors_are_none() =>
        Assert.Empty(Documents.Read("# Error class\n\n| Name | Description |\n|---|---|\n| GetErrorInfo | Returns what is known. |\n| GetErrorRecords | Returns all records. |\n").Entries);

    [Fact]
    public void A_column_of_yes_and_no_names_no_problem() =>
        Assert.Empty(Documents.Read("# Open errors\n\n| Error | Description |\n|---|---|\n| No | Nothing is returned. |\n| No | The object stays as it is. |\n| Yes | It failed. |\n| Yes | It failed and the object tells why. |\n").Entries);

    [Fact]
    public void Events_with_a_name_in_words_are_entries()
    {
        var entries = Documents.Read("# Event reference\n\n| Event ID | Alert name |\n|---|---|\n| 1001 | Center is running out of space |\n| 1005 | The database is down |\n").Entries;

        Assert.Equal([("1001", "Center is running out of space"), ("1005", "The database is down")], entries.Select(e => (Assert.Single(e.Codes).Code.Value, e.Title.Text)));
    }

    [Theory]
    [InlineData("en-US", "To see which jobs failed")]
    [InlineData("sv-SE", "F\u00F6r att hitta jobb som inte fungerar")]
    [InlineData("sv-SE", "Fel s\u00F6kning")]
    public void Titles_of_procedures_are_none(string locale, string title) =>
        Assert.Empty(Documents.Read($"# Jobs\n\n## {title}\n\n1. Open the log.\n2. Search for the word.\n", locale).Entries);
}
