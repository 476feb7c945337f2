using KbApi.Content.Model;
using KbApi.Content.Tests.Support;

namespace KbApi.Content.Tests.Reading;

/// <summary>Numbers with parts, as displays of machines and installers show them, and what looks like them.</summary>
public sealed class MachineCodeTests
{
    [Theory]
    [InlineData("49.4C02 ERROR Turn off then on", "49.4C02")]
    [InlineData("59.F0 ERROR", "59.F0")]
    [InlineData("13.20.01 JAM IN TRAY 2", "13.20.01")]
    [InlineData("12-305 Paper jam", "12-305")]
    [InlineData("016-799: The print option failed", "016-799")]
    [InlineData("The setup failed with error 30018-4", "30018-4")]
    [InlineData("Error 0-1042 when the setup starts", "0-1042")]
    [InlineData("12018 - The proxy did not answer", "12018")]
    [InlineData("10.5A is too high for the fuse", "")]
    [InlineData("12.04 LTS is not supported", "")]
    [InlineData("2019 - The year is wrong", "")]
    [InlineData("24-36 hours are too long", "")]
    public void A_message_opens_with_its_number(string message, string codes) =>
        Assert.Equal(codes, CodesOf(Documents.Read($"# X200 errors\n\n| Error | Remedy |\n|---|---|\n| {message} | Restart it. |\n")));

    [Theory]
    [InlineData("## 49.4C02 ERROR Turn off then on", "49.4C02")]
    [InlineData("## 12-305 Paper jam", "12-305")]
    [InlineData("## Errors 30018-4 and 30018-1011 stop the setup", "30018-4 30018-1011")]
    public void So_does_a_title(string title, string codes) =>
        Assert.Equal(codes, CodesOf(Documents.Read($"# Troubleshooting\n\n{title}\n\nThe unit failed. Restart it.\n")));

    [Fact]
    public void Cells_for_codes_hold_them_whole() =>
        Assert.Equal("12-305 12-306", CodesOf(Documents.Read("# X200 errors\n\n| Code | Meaning |\n|---|---|\n| 12-305 | Paper jam |\n| 12-306 | Sensor failed |\n")));

    [Fact]
    public void Ranges_are_none() => Assert.Empty(CodesOf(Documents.Read("# Troubleshooting\n\n## The unit shows error codes 400-499\n\nIt failed. Restart it.\n")));

    [Theory]
    [InlineData("Error codes: 0x80040005, SYN-204", "0x80040005 SYN-204")]
    [InlineData("**Error codes**: E1001, E1002", "E1001 E1002")]
    [InlineData("Error codes: 7401, 7402", "7401 7402")]
    public void A_plural_label_gives_several(string line, string codes) =>
        Assert.Equal(codes, CodesOf(Documents.Read($"# Troubleshooting\n\n## The upload stops working\n\n{line}\n\nCheck the disk.\n")));

    [Theory]
    [InlineData("sv-SE", "Felkoder: 7401, 7402")]
    [InlineData("de-DE", "Fehlercodes: 7401, 7402")]
    [InlineData("fr-FR", "Codes d\u2019erreur : 7401, 7402")]
    [InlineData("es-ES", "C\u00F3digos de error: 7401, 7402")]
    public void In_other_languages_too(string locale, string line) =>
        Assert.Equal("7401 7402", CodesOf(Documents.Read($"# X\n\n## Error 12\n\n{line}\n", locale)).Replace("12 ", "", StringComparison.Ordinal));

    [Theory]
    [InlineData("de-DE", "## Fehler \u201E403 Forbidden\u201C: Darf der Benutzer das?", "403")]
    [InlineData("fr-FR", "## Erreur \u00AB 404 Not Found \u00BB", "404")]
    public void Quotes_of_any_language_may_stand_before_a_code(string locale, string title, string code) =>
        Assert.Equal(code, CodesOf(Documents.Read($"# X\n\n{title}\n\nx\n", locale)));

    [Fact]
    public void A_literal_of_a_program_is_the_number() =>
        Assert.Equal("0x80070005", CodesOf(Documents.Read("# X\n\n| Error code | Description |\n|---|---|\n| 0x80070005L | Denied |\n")));

    [Fact]
    public void Numbers_of_rows_are_none() =>
        Assert.Equal("0x80070005", CodesOf(Documents.Read("# X\n\n| No. | Error code | Cause |\n|---|---|---|\n| 1. | 0x80070005 | The disk is full |\n")));

    [Fact]
    public void Names_with_hyphens_are_codes_where_they_are_set_as_code() =>
        Assert.Equal("stale-token", CodesOf(Documents.Read("# X\n\n| Error code | Description |\n|---|---|\n| `stale-token` | Too old |\n| `x-y` | A difference failed |\n| read-only | Not writable |\n")));

    [Fact]
    public void Numbers_that_mark_up_parts_are_two() =>
        Assert.Equal("31003", CodesOf(Documents.Read("# X\n\n| Code | Description |\n|---|---|\n| 31003[31003](b.md) | Denied |\n")));

    private static string CodesOf(Article article) => string.Join(' ', article.Entries.SelectMany(e => e.Codes).Select(c => c.Code.Value));
}
