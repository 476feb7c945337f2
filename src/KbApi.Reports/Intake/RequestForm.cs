using System.Collections.Immutable;

namespace KbApi.Reports.Intake;

/// <summary>All that a request says, in one order: two requests with the same form say the same, however their JSON is written.</summary>
internal sealed record RequestForm(
    string Message,
    string? Code,
    string? Source,
    string? Log,
    string? Locale,
    string? Product,
    ImmutableSortedDictionary<string, string> Answers,
    DateTimeOffset? OccurredAt,
    string? Subject)
{
    public static RequestForm Of(ReportSubmission submission)
    {
        var report = submission.Report;
        return new(
            report.Message, report.Code, report.Source, report.Log, report.Locale?.Value, report.Product, report.Answers,
            submission.OccurredAt?.ToUniversalTime(), submission.Subject);
    }
}
