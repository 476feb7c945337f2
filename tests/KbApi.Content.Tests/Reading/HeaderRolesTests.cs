using KbApi.Content.Lexicons;
using KbApi.Content.Reading.Tables;
using KbApi.Content.Tests.Support;

namespace KbApi.Content.Tests.Reading;

public sealed class HeaderRolesTests
{
    [Theory]
    [InlineData("Error code", ColumnRole.Code)]
    [InlineData("EVENT ID:", ColumnRole.Code)]
    [InlineData("No.", ColumnRole.Code)]
    [InlineData("Error Code (Hex)", ColumnRole.Code)]
    [InlineData("Return code/value", ColumnRole.Code)]
    [InlineData("HTTP status code", ColumnRole.Code)]
    [InlineData("Name/message", ColumnRole.Name)]
    [InlineData("Symptom", ColumnRole.Symptom)]
    [InlineData("Error", ColumnRole.Symptom)]
    [InlineData("Known issues", ColumnRole.Symptom)]
    [InlineData("Error message", ColumnRole.Message)]
    [InlineData("Message text", ColumnRole.Message)]
    [InlineData("Possible cause(s)", ColumnRole.Cause)]
    [InlineData("Cause 2", ColumnRole.Cause)]
    [InlineData("Meaning", ColumnRole.Description)]
    [InlineData("What the user sees", ColumnRole.Description)]
    [InlineData("Technical details", ColumnRole.Technical)]
    [InlineData("Solution", ColumnRole.Resolution)]
    [InlineData("Recommended  action", ColumnRole.Resolution)]
    [InlineData("How to fix?", ColumnRole.Resolution)]
    [InlineData("Azure error code", ColumnRole.Code)]
    [InlineData("Description of the fault", ColumnRole.Symptom)]
    [InlineData("Comments / workaround", ColumnRole.Resolution)]
    [InlineData("Workaround / comments", ColumnRole.Resolution)]
    [InlineData("Cause / workaround", ColumnRole.Cause)]
    [InlineData("Severity", ColumnRole.Severity)]
    [InlineData("Version", ColumnRole.Other)]
    [InlineData("", ColumnRole.Other)]
    [InlineData("***", ColumnRole.Other)]
    [InlineData("This is a whole sentence about an error code and its many possible causes", ColumnRole.Other)]
    public void An_English_header_has_a_role(string header, ColumnRole role) => Check("en", header, role);

    [Theory]
    [InlineData("Fel", ColumnRole.Symptom)]
    [InlineData("Felkod", ColumnRole.Code)]
    [InlineData("H\u00E4ndelse-ID", ColumnRole.Code)]
    [InlineData("Utf\u00E4rda nummer", ColumnRole.Code)]
    [InlineData("Namn/meddelande", ColumnRole.Name)]
    [InlineData("M\u00F6jliga orsaker", ColumnRole.Cause)]
    [InlineData("Beskrivning", ColumnRole.Description)]
    [InlineData("Teknisk information", ColumnRole.Technical)]
    [InlineData("L\u00F6sning", ColumnRole.Resolution)]
    [InlineData("Mer information / rekommenderade \u00E5tg\u00E4rder", ColumnRole.Resolution)]
    [InlineData("Det h\u00E4r g\u00F6r du", ColumnRole.Resolution)]
    [InlineData("Solution", ColumnRole.Resolution)]
    public void A_Swedish_header_has_a_role(string header, ColumnRole role) => Check("sv", header, role);

    [Theory]
    [InlineData("ja", "Felkod", ColumnRole.Code)]
    [InlineData("en", "L\u00F6sning", ColumnRole.Resolution)]
    public void Headers_of_every_language_are_known_in_every_document(string language, string header, ColumnRole role) => Check(language, header, role);

    private static void Check(string language, string header, ColumnRole role) =>
        Assert.Equal(role, HeaderRoles.Find(header, Documents.Lexicons.For(language)));
}
