using KbApi.Rules.Logs;
using KbApi.Server.Contracts;
using KbApi.Server.Http;

namespace KbApi.Server.Logs;

/// <summary>Makes answers of analyses.</summary>
internal static class LogMapper
{
    public static LogAnalysisResponse Map(LogAnalysis analysis, AnswerScope request)
    {
        var culture = request.Locale.Requested.ToCulture();
        return new LogAnalysisResponse
        {
            Format = analysis.Format,
            Records = analysis.Records,
            BrokenRecords = analysis.BrokenRecords,
            Documented = analysis.Documented,
            From = analysis.From,
            To = analysis.To,
            HasZone = analysis.HasZone,
            Findings = [.. analysis.Findings.Select(f => new LogFindingResponse
            {
                Id = f.Diagnostic.Id,
                Severity = f.Diagnostic.Severity,
                Message = f.Diagnostic.GetMessage(culture),
                Line = f.Diagnostic.Location.Start.Line + 1,
                RelatedLines = [.. f.Diagnostic.AdditionalLocations.Select(l => l.Start.Line + 1)],
                Count = f.Count,
                From = f.From,
                To = f.To,
                Subject = f.Subject,
                Code = f.Code,
                TrackingId = f.TrackingId,
                Entries = f.Entries,
                Nearest = f.Nearest.IsEmpty ? null : f.Nearest,
            })],
            NextStep = NextStep(analysis, request),
            Operations = [.. analysis.Operations.Select(o => new OperationSummaryResponse
            {
                Id = o.Id,
                Name = o.Name,
                Started = o.Started,
                Succeeded = o.Succeeded,
                Failed = o.Failed,
                WithoutOutcome = o.WithoutOutcome,
                Open = o.Open,
            })],
            Timeline = [.. analysis.Timeline.Select(t => new TimelineEventResponse { Line = t.Line, Time = t.Time, Source = t.Source, Code = t.Code, Entry = t.EntryId })],
        };
    }

    private static NextStepResponse? NextStep(LogAnalysis analysis, AnswerScope request) =>
        request.Snapshot.Triage.LadderFor(analysis, request.Locale.Requested) is { Next: { } next } position
            ? new NextStepResponse
            {
                Ladder = position.Ladder.Id,
                Number = next + 1,
                Title = position.Ladder.Rungs[next].Text.Text,
                Procedure = position.Ladder.Rungs[next].Procedure,
            }
            : null;
}
