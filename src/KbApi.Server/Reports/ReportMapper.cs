using KbApi.Reports.Model;
using KbApi.Server.Contracts;

namespace KbApi.Server.Reports;

/// <summary>Makes answers of what is kept.</summary>
internal static class ReportMapper
{
    public static CreatedReportResponse Map(StoredReport report, ClassificationResponse classification, TimeSpan? retention) => new()
    {
        Id = report.Id.ToString(),
        ReceivedAt = report.ReceivedAt,
        DeletedAfter = report.ReceivedAt + retention,
        Verdict = classification.Verdict,
        Candidates = classification.Candidates,
        NextQuestions = classification.NextQuestions,
        Missing = classification.Missing,
        Redactions = classification.Redactions,
        Message = classification.Message,
    };

    public static ReportResponse Map(StoredReport report, IReadOnlyList<ReportFeedback> feedback, TimeSpan? retention) => new()
    {
        Id = report.Id.ToString(),
        ReceivedAt = report.ReceivedAt,
        OccurredAt = report.OccurredAt,
        DeletedAfter = report.ReceivedAt + retention,
        Verdict = report.Verdict,
        Snapshot = report.SnapshotId,
        Candidates = [.. report.Candidates.Select(c => new StoredCandidateResponse { Id = c.EntryId, Score = c.Score, Rule = c.Tier })],
        UnknownCodes = report.UnknownCodes,
        Message = report.Content.Message,
        Code = report.Content.Code,
        Source = report.Content.Source,
        Log = report.Content.Log,
        Locale = report.Content.Locale,
        Product = report.Content.Product,
        Answers = report.Content.Answers.IsEmpty ? null : report.Content.Answers,
        Feedback = [.. feedback.Select(Map)],
    };

    public static FeedbackResponse Map(ReportFeedback feedback) => new()
    {
        Id = feedback.Id.ToString("D"),
        GivenAt = feedback.GivenAt,
        Helpful = feedback.Helpful,
        RightEntry = feedback.RightEntryId,
    };
}
