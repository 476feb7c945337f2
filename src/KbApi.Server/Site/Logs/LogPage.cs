using KbApi.Rules.Logs;
using KbApi.Server.Http;
using KbApi.Server.Logs;
using KbApi.Server.Site.Parts;
using KbApi.Server.Site.Paste;
using KbApi.Server.Site.Rendering;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace KbApi.Server.Site.Logs;

/// <summary>What an event log tells: a timeline, what was found in it, and what to do next. The log is read as it comes in and not kept.</summary>
internal static class LogPage
{
    private const int MaxNameLength = 200;
    private const int FormAroundFile = 64 * 1024;

    public static async ValueTask<SitePage> AnswerAsync(SiteRequest request)
    {
        if (request.Context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } bound)
        {
            // The form around the file takes a little more than the file.
            bound.MaxRequestBodySize = LogEndpoints.MaxBytes + FormAroundFile;
        }

        try
        {
            var analysis = await ReadAsync(request);
            return analysis is null ? Refused(request, "LogEmpty", StatusCodes.Status422UnprocessableEntity)
                : analysis.IsRefused || analysis.Records + analysis.BrokenRecords == 0 ? Refused(request, "LogUnknown", StatusCodes.Status422UnprocessableEntity)
                : Show(analysis, request);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Refused(request, "LogTooLarge", e.StatusCode);
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            // A form that breaks off, or is none.
            return Refused(request, "LogEmpty", StatusCodes.Status400BadRequest);
        }
    }

    private static async Task<LogAnalysis?> ReadAsync(SiteRequest request)
    {
        var http = request.Context.Request;
        if (!MediaTypeHeaderValue.TryParse(http.ContentType, out var type) || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 } boundary)
        {
            return null;
        }

        var reader = new MultipartReader(boundary, http.Body);
        while (await reader.ReadNextSectionAsync(request.Cancellation) is { } section)
        {
            if (section.GetContentDispositionHeader() is { } disposition && disposition.IsFileDisposition())
            {
                var name = Path.GetFileName(HeaderUtilities.RemoveQuotes(disposition.FileName).Value ?? "");
                return name.Length == 0 ? null : await request.Snapshot.Logs.AnalyzeAsync(section.Body, Beginning.Of(name, MaxNameLength), request.Context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(), request.Cancellation);
            }
        }

        return null;
    }

    private static SitePage Refused(SiteRequest request, string reason, int status) => new(request.Words["Paste"], Html.Of($"""
        <div class="page narrow">
        <h1>{request.Words["LogTitle"]}</h1>
        {PasteForm.Log(request, request.Words[reason])}
        <p><a href="{request.To("/paste")}">{request.Words["Paste"]}</a></p>
        </div>
        """))
    {
        Area = SiteArea.Paste,
        Status = status,
    };

    private static SitePage Show(LogAnalysis analysis, SiteRequest request)
    {
        var words = request.Words;
        var position = request.Snapshot.Triage.LadderFor(analysis, request.Locale.Requested);
        var body = Html.Of($"""
            <div class="page log-page">
            <nav class="crumbs" aria-label="{words["Breadcrumb"]}"><ol><li><a href="{request.To("/paste")}">{words["Paste"]}</a></li></ol></nav>
            <h1>{words.With("LogOf", analysis.Name)}</h1>
            <p class="lead">{words.With("LogSummary", analysis.Records, analysis.Documented)} {Span(analysis, words)}</p>
            <section aria-labelledby="timeline"><h2 id="timeline">{words["Timeline"]}</h2>{TimelineParts.All(analysis, request)}</section>
            <section aria-labelledby="findings"><h2 id="findings">{words["Findings"]}</h2>{LogFindings.List(analysis, request)}</section>
            {Html.When(position is { Next: not null }, () => Html.Of($"""<div class="next-step"><p class="eyebrow">{words["NextStep"]}</p>{HelpParts.Ladder(position!.Ladder, request, position.Next)}</div>"""))}
            {LogFindings.Operations(analysis, request)}
            </div>
            """);
        return new SitePage(words.With("LogOf", analysis.Name), body) { Area = SiteArea.Paste };
    }

    private static string Span(LogAnalysis analysis, SiteWords words) => analysis is { From: { } from, To: { } to }
        ? words.With(analysis.HasZone ? "LogSpan" : "LogSpanLocal", TimeScale.Full(from, words.Culture), TimeScale.Full(to, words.Culture))
        : words["LogNoTimes"];
}
