using System.Collections.Immutable;
using KbApi.Rules.Logs;
using KbApi.Rules.Output;
using KbApi.Rules.Reports;
using KbApi.Server.Budget;
using KbApi.Server.Contracts;
using KbApi.Server.Http;
using KbApi.Server.Problems;
using Microsoft.AspNetCore.Http.Features;

namespace KbApi.Server.Logs;

/// <summary>From an event log to what it tells.</summary>
internal static class LogEndpoints
{
    /// <summary>The largest log.</summary>
    public const long MaxBytes = 32 * 1024 * 1024;

    private const string DefaultName = "log";

    public static void MapLogs(this IEndpointRouteBuilder group) =>
        group.MapAsking("/logs/analyze", AnalyzeAsync, Representations.Findings)
            .WithName("analyzeLog")
            .Accepts<string>(
                Representations.PlainText, "text/csv", "application/xml", "text/xml", Representations.JsonLines, Representations.NdJson, "application/octet-stream")
            .Produces<LogAnalysisResponse>().WithTags("Classification").WithRequestTimeout(Timeouts.Stream);

    /// <summary>Analyze an event log</summary>
    /// <remarks>
    /// A log of up to 32 MiB: Windows event XML, CSV of Event Viewer or `Export-Csv`, JSON Lines, or text, in UTF-8 or UTF-16. The content tells the
    /// format, whatever the media type says. It is read as it comes in and not kept. Which events start and end operations, tell whether a service runs or
    /// are signs of life comes from the documents; events are paired by tracking id where they have one, else by their order, and where that is ambiguous
    /// the answer says so. The text of events is not repeated.
    /// </remarks>
    /// <param name="request">The request.</param>
    /// <param name="name">What findings in SARIF call the log, such as the name of its file. Default: `log`.</param>
    internal static async Task<IResult> AnalyzeAsync(ApiRequest request, string? name = null)
    {
        if (name?.Length > ReportLimits.NameLength)
        {
            return ApiProblem.InvalidParameter(request.Context, "name", "AtMost", ReportLimits.NameLength);
        }

        var http = request.Context;
        if (http.Request.ContentLength > MaxBytes)
        {
            return ApiProblem.Create(http, ProblemType.BodyTooLarge);
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } bound)
        {
            bound.MaxRequestBodySize = MaxBytes;
        }

        LogAnalysis analysis;
        try
        {
            analysis = await request.Snapshot.Logs.AnalyzeAsync(http.Request.Body, string.IsNullOrEmpty(name) ? DefaultName : name, http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(), http.RequestAborted);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return ApiProblem.Create(http, ProblemType.BodyTooLarge);
        }

        if (analysis.IsRefused || analysis.Records + analysis.BrokenRecords == 0)
        {
            return ApiProblem.Create(http, ProblemType.InvalidBody, ApiProblem.ErrorsOf(http, [new InvalidField("", "Log")]));
        }

        request.SetLanguage(request.Locale.Requested);
        return request.MediaType == Representations.Sarif ? Sarif(request, analysis) : request.Answer(LogMapper.Map(analysis, request), AnswerPlans.Log);
    }

    private static AnswerBody Sarif(ApiRequest request, LogAnalysis analysis)
    {
        using var buffer = new MemoryStream();
        var server = new Uri($"{request.Context.Request.Scheme}://{request.Context.Request.Host}{request.Context.Request.PathBase}");
        new SarifWriter(request.Locale.Requested.ToCulture(), _ => null, server).Write(buffer, analysis.Findings.Select(f => f.Diagnostic).ToImmutableArray());
        return Answers.Body(buffer.ToArray(), Representations.Sarif, isTruncated: false);
    }
}
