using KbApi.Content.Model;
using KbApi.Content.Tests.Support;

namespace KbApi.Content.Tests.Reading;

public sealed class SeverityTests
{
    [Theory]
    [InlineData("| Error code | Level | Description |", "| 17 | Warning | It is full. |", EntrySeverity.Warning)]
    [InlineData("| Error code | Level | Description |", "| 17 | Information | It is full. |", EntrySeverity.Info)]
    [InlineData("| Error code | Level | Description |", "| 17 | Error | It is full. |", EntrySeverity.Error)]
    [InlineData("| Error code | Description |", "| LAMP_SUCCESS 0x00000000 | All is well. |", EntrySeverity.Info)]
    [InlineData("| Error code | Description |", "| ERROR_SUCCESS 0x0 | All is well. |", EntrySeverity.Info)]
    [InlineData("| Error code | Description |", "| 0x00000000 | All is well. |", EntrySeverity.Info)]
    [InlineData("| Error code | Description |", "| LAMP_S_ALREADY_ON 0x00240006 | It is on already. |", EntrySeverity.Info)]
    [InlineData("| Error code | Description |", "| LAMP_I_SWITCHING 0x00240007 | It is switching on. |", EntrySeverity.Info)]
    [InlineData("| Error code | Description |", "| LAMP_STATUS_OK 0x00240008 | It is on. |", EntrySeverity.Info)]
    [InlineData("| Error code | Description |", "| LAMP_I_0005 | It is dark. |", EntrySeverity.Error)]
    [InlineData("| Error code | Description |", "| LAMP_E_DARK 0x80240006 | It is dark. |", EntrySeverity.Error)]
    [InlineData("| Error code | Description |", "| RPC_S_CALL_CANCELLED 1818 | The call was cancelled. |", EntrySeverity.Error)]
    [InlineData("| Error code | Description |", "| LAMP_DIM_WARNING | It is dim. |", EntrySeverity.Warning)]
    [InlineData("| Error code | Description |", "| LampCanNotBeStarted | It is dark. |", EntrySeverity.Error)]
    [InlineData("| Error code | Description |", "| 17 | The restore succeeded. |", EntrySeverity.Error)]
    [InlineData("| Event ID | Description |", "| 17 | The restore succeeded. |", EntrySeverity.Info)]
    [InlineData("| Event ID | Description |", "| 17 | The restore failed, the backup succeeded. |", EntrySeverity.Error)]
    public void A_row_matters_as_much_as_its_column_its_code_or_its_event_says(string header, string row, EntrySeverity severity) =>
        Assert.Equal(severity, Documents.ReadRow(header, row).Severity);

    [Theory]
    [InlineData("Warning C4996", "en-US", EntrySeverity.Warning)]
    [InlineData("Warnung C4996", "de-DE", EntrySeverity.Warning)]
    [InlineData("Event ID 17: replication succeeded", "en-US", EntrySeverity.Info)]
    [InlineData("Händelse 17: replikeringen lyckades", "sv-SE", EntrySeverity.Info)]
    [InlineData("Event ID 17: replication failed", "en-US", EntrySeverity.Error)]
    [InlineData("The warning lamp doesn't light", "en-US", EntrySeverity.Error)]
    public void A_heading_matters_as_much_as_it_says(string heading, string locale, EntrySeverity severity) =>
        Assert.Equal(severity, Assert.Single(Documents.Read($"# Troubleshooting\n\n## {heading}\n\nThis error occurs at night. Wait.\n", locale).Entries).Severity);
}
