using System.Text.Encodings.Web;
using System.Text.Json;

namespace KbApi.Reports.Model;

/// <summary>Writes and reads reports and feedback as JSON, the form of stores, exports and queues.</summary>
public static class ReportDocument
{
    // Letters of every script as they are: what is stored is read by people and looked through for secrets.
    private static readonly ReportJson Json = new(new JsonSerializerOptions(ReportJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>Writes a report as one line of UTF-8.</summary>
    public static byte[] Write(StoredReport report) => JsonSerializer.SerializeToUtf8Bytes(report, Json.StoredReport);

    /// <summary>Writes feedback as one line of UTF-8.</summary>
    public static byte[] Write(ReportFeedback feedback) => JsonSerializer.SerializeToUtf8Bytes(feedback, Json.ReportFeedback);

    /// <summary>Reads a report.</summary>
    /// <exception cref="JsonException">It is no report, or one of a newer form.</exception>
    public static StoredReport Read(ReadOnlySpan<byte> utf8)
    {
        var report = JsonSerializer.Deserialize(utf8, Json.StoredReport) ?? throw new JsonException("There is no report.");
        return report.SchemaVersion is > 0 and <= StoredReport.CurrentSchemaVersion
            ? report
            : throw new JsonException($"The report has form {report.SchemaVersion}; this program reads forms up to {StoredReport.CurrentSchemaVersion}.");
    }

    /// <summary>Reads feedback.</summary>
    /// <exception cref="JsonException">It is no feedback.</exception>
    public static ReportFeedback ReadFeedback(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize(utf8, Json.ReportFeedback) ?? throw new JsonException("There is no feedback.");
}
