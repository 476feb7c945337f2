using System.Text.Json;
using System.Text.Json.Serialization;
using KbApi.Reports.Intake;
using KbApi.Reports.Model;
using KbApi.Rules.Classification;

namespace KbApi.Reports;

/// <summary>How reports are written to stores and exported: one JSON object each, in camel case, without members that say nothing.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    Converters = [typeof(ReportIdConverter), typeof(CamelCaseEnumConverter<Verdict>), typeof(CamelCaseEnumConverter<SignalTier>)])]
[JsonSerializable(typeof(StoredReport))]
[JsonSerializable(typeof(QueuedReport))]
[JsonSerializable(typeof(ReportFeedback))]
[JsonSerializable(typeof(RequestForm))]
[JsonSerializable(typeof(string[]))]
internal sealed partial class ReportJson : JsonSerializerContext;

/// <summary>Ids as texts.</summary>
internal sealed class ReportIdConverter : JsonConverter<ReportId>
{
    public override ReportId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ReportId.TryParse(reader.GetString(), out var id) ? id : throw new JsonException("This is no id of a report.");

    public override void Write(Utf8JsonWriter writer, ReportId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}

/// <summary>Enumerations by their names in camel case.</summary>
/// <typeparam name="T">The enumeration.</typeparam>
internal sealed class CamelCaseEnumConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
