using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using KbApi.Content.Diagnostics;
using KbApi.Content.Lookup;
using KbApi.Content.Model;
using KbApi.Reports.Gaps;
using KbApi.Reports.Insights;
using KbApi.Rules.Classification;
using KbApi.Rules.Logs;
using KbApi.Rules.Redaction;
using KbApi.Rules.Reports;
using KbApi.Server.Contracts;
using KbApi.Server.Mcp.Contracts;
using Microsoft.AspNetCore.Mvc;

namespace KbApi.Server.Http;

/// <summary>How answers become JSON: camel case, no nulls, letters of every script as they are.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.Strict,
    Converters =
    [
        typeof(CamelCaseEnumConverter<EntrySeverity>), typeof(CamelCaseEnumConverter<Audience>), typeof(CamelCaseEnumConverter<HandOff>),
        typeof(CamelCaseEnumConverter<CodeRole>), typeof(CamelCaseEnumConverter<ConstraintKind>), typeof(CamelCaseEnumConverter<ConstraintBound>),
        typeof(CamelCaseEnumConverter<RelationKind>), typeof(CamelCaseEnumConverter<OperationRole>), typeof(CamelCaseEnumConverter<StalenessState>), typeof(CamelCaseEnumConverter<SearchHitKind>),
        typeof(CamelCaseEnumConverter<MessageMatchKind>), typeof(CamelCaseEnumConverter<ChangeKind>), typeof(CamelCaseEnumConverter<DiagnosticSeverity>),
        typeof(CamelCaseEnumConverter<Verdict>), typeof(CamelCaseEnumConverter<SignalTier>), typeof(CamelCaseEnumConverter<ReportField>), typeof(CamelCaseEnumConverter<RedactionKind>),
        typeof(CamelCaseEnumConverter<LogFormat>), typeof(CamelCaseEnumConverter<LookupStatus>), typeof(CamelCaseEnumConverter<NextOutcome>),
        typeof(CamelCaseEnumConverter<GapKind>), typeof(CamelCaseEnumConverter<NearReason>),
    ])]
[JsonSerializable(typeof(EntryResponse))]
[JsonSerializable(typeof(EntryPage))]
[JsonSerializable(typeof(CodeAnswer))]
[JsonSerializable(typeof(CodeMatches))]
[JsonSerializable(typeof(NearCodeResponse[]))]
[JsonSerializable(typeof(CodeFamilyResponse))]
[JsonSerializable(typeof(ArticlePage))]
[JsonSerializable(typeof(ArticleResponse))]
[JsonSerializable(typeof(ProcedureResponse))]
[JsonSerializable(typeof(LadderResponse))]
[JsonSerializable(typeof(ChecklistResponse))]
[JsonSerializable(typeof(OperationsResponse))]
[JsonSerializable(typeof(LocalesResponse))]
[JsonSerializable(typeof(SearchResponse))]
[JsonSerializable(typeof(SearchFacetResponse[]))]
[JsonSerializable(typeof(SuggestResponse))]
[JsonSerializable(typeof(MessageResolution))]
[JsonSerializable(typeof(ChangePage))]
[JsonSerializable(typeof(DiagnosticPage))]
[JsonSerializable(typeof(RulesResponse))]
[JsonSerializable(typeof(LiveResponse))]
[JsonSerializable(typeof(ReadyResponse))]
[JsonSerializable(typeof(ProblemDetails))]
[JsonSerializable(typeof(ProblemErrorResponse[]))]
[JsonSerializable(typeof(ProblemResponse))]
[JsonSerializable(typeof(ClassificationRequest))]
[JsonSerializable(typeof(ClassificationResponse))]
[JsonSerializable(typeof(BatchRequestLine))]
[JsonSerializable(typeof(BatchResponseLine))]
[JsonSerializable(typeof(LogAnalysisResponse))]
[JsonSerializable(typeof(CreatedReportResponse))]
[JsonSerializable(typeof(QueuedReportResponse))]
[JsonSerializable(typeof(ReportResponse))]
[JsonSerializable(typeof(ReportPage))]
[JsonSerializable(typeof(DeletionResponse))]
[JsonSerializable(typeof(FeedbackResponse))]
[JsonSerializable(typeof(LookupAnswer))]
[JsonSerializable(typeof(SearchAnswer))]
[JsonSerializable(typeof(NextQuestionAnswer))]
[JsonSerializable(typeof(LogAnswer))]
[JsonSerializable(typeof(GapPage))]
[JsonSerializable(typeof(TrendPage))]
[JsonSerializable(typeof(long))]
[JsonSerializable(typeof(JsonNode))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(double))]
internal sealed partial class ApiJson : JsonSerializerContext
{
    /// <summary>What writes answers into a buffer.</summary>
    public static Utf8JsonWriter WriterTo(IBufferWriter<byte> buffer, JsonSerializerOptions options) =>
        new(buffer, new JsonWriterOptions { Encoder = options.Encoder, SkipValidation = true });

    public static void Configure(JsonSerializerOptions options)
    {
        options.TypeInfoResolverChain.Insert(0, Default);
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.NumberHandling = JsonNumberHandling.Strict;

        // Answers are JSON and nothing else (nosniff), so what is special in HTML needs no escape.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        foreach (var converter in Default.Options.Converters)
        {
            options.Converters.Add(converter);
        }
    }
}

/// <summary>Enumerations by their names in camel case.</summary>
/// <typeparam name="T">The enumeration.</typeparam>
internal sealed class CamelCaseEnumConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
