using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using KbApi.Cli.Classify;
using KbApi.Rules.Logs;
using KbApi.Rules.Triage;

namespace KbApi.Cli.Triage;

/// <summary>Writes what is known of a ticket as a JSON object.</summary>
internal static class TriageJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(TriageReport report, CultureInfo culture)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WritePropertyName("classification");
            ClassificationJson.Write(json, null, report.Classification);
            WriteAll(json, "entries", report.Entries, e => json.WriteStringValue(e.Id));
            WriteAll(json, "logs", report.Logs, l => WriteLog(json, l, culture));
            if (report.Ladder is { } ladder)
            {
                WriteLadder(json, ladder);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length) + "\n";
    }

    private static void WriteLadder(Utf8JsonWriter json, LadderPosition position)
    {
        json.WriteStartObject("ladder");
        json.WriteString("id", position.Ladder.Id);
        if (position.Next is { } next)
        {
            json.WriteStartObject("next");
            json.WriteNumber("number", next + 1);
            json.WriteString("title", position.Ladder.Rungs[next].Text.Text);
            WriteText(json, "procedure", position.Procedure?.Id);
            json.WriteEndObject();
        }

        WriteAll(json, "tried", position.Tried, i => json.WriteNumberValue(i + 1));
        json.WriteEndObject();
    }

    private static void WriteLog(Utf8JsonWriter json, LogAnalysis log, CultureInfo culture)
    {
        json.WriteStartObject();
        json.WriteString("name", log.Name);
        json.WriteString("format", ClassificationJson.NameOf(log.Format));
        json.WriteNumber("records", log.Records);
        json.WriteNumber("brokenRecords", log.BrokenRecords);
        json.WriteNumber("documented", log.Documented);
        WriteTime(json, "from", log.From);
        WriteTime(json, "to", log.To);
        json.WriteBoolean("hasZone", log.HasZone);
        WriteAll(json, "operations", log.Operations, o => WriteOperation(json, o));
        WriteAll(json, "findings", log.Findings, f => WriteFinding(json, f, culture));
        json.WriteEndObject();
    }

    private static void WriteOperation(Utf8JsonWriter json, OperationSummary operation)
    {
        json.WriteStartObject();
        json.WriteString("id", operation.Id);
        json.WriteString("name", operation.Name);
        json.WriteNumber("started", operation.Started);
        json.WriteNumber("succeeded", operation.Succeeded);
        json.WriteNumber("failed", operation.Failed);
        json.WriteNumber("withoutOutcome", operation.WithoutOutcome);
        json.WriteNumber("open", operation.Open);
        json.WriteEndObject();
    }

    private static void WriteFinding(Utf8JsonWriter json, LogFinding finding, CultureInfo culture)
    {
        json.WriteStartObject();
        json.WriteString("id", finding.Diagnostic.Id);
        json.WriteString("severity", ClassificationJson.NameOf(finding.Diagnostic.Severity));
        json.WriteString("message", finding.Diagnostic.GetMessage(culture));
        json.WriteNumber("line", finding.Diagnostic.Location.Start.Line + 1);
        json.WriteNumber("count", finding.Count);
        WriteText(json, "subject", finding.Subject);
        WriteText(json, "code", finding.Code);
        WriteText(json, "trackingId", finding.TrackingId);
        WriteTime(json, "from", finding.From);
        WriteTime(json, "to", finding.To);
        WriteAll(json, "entries", finding.Entries, e => json.WriteStringValue(e));
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    private static void WriteTime(Utf8JsonWriter json, string name, DateTimeOffset? time)
    {
        if (time is { } value)
        {
            json.WriteString(name, value);
        }
    }

    private static void WriteAll<T>(Utf8JsonWriter json, string name, ImmutableArray<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(item);
        }

        json.WriteEndArray();
    }
}
