using System.Text.Encodings.Web;
using System.Text.Json;

namespace KbApi.Reports.Intake;

/// <summary>Writes and reads reports that wait as JSON.</summary>
public static class QueuedReportDocument
{
    private static readonly ReportJson Json = new(new JsonSerializerOptions(ReportJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>Writes a report as UTF-8.</summary>
    public static byte[] Write(QueuedReport report) => JsonSerializer.SerializeToUtf8Bytes(report, Json.QueuedReport);

    /// <summary>Reads a report.</summary>
    /// <exception cref="JsonException">It is no report, or one of a newer form.</exception>
    public static QueuedReport Read(ReadOnlySpan<byte> utf8)
    {
        var report = JsonSerializer.Deserialize(utf8, Json.QueuedReport) ?? throw new JsonException("There is no report.");
        return report.SchemaVersion is > 0 and <= QueuedReport.CurrentSchemaVersion && report.Content?.Message is not null
            ? report
            : throw new JsonException($"The report has form {report.SchemaVersion}; this program reads forms up to {QueuedReport.CurrentSchemaVersion}.");
    }
}
