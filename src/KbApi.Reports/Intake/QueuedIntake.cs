using System.Collections.Immutable;
using FluentValidation;
using KbApi.Content.Model;
using KbApi.Reports.Model;
using KbApi.Rules.Classification;
using KbApi.Rules.Redaction;
using KbApi.Rules.Reports;

namespace KbApi.Reports.Intake;

/// <summary>
/// Takes reports in two steps, on two machines: the first validates and redacts, so that nothing waits that must not be kept, and the second classifies.
/// Safe for several threads.
/// </summary>
/// <param name="pseudonymizer">Makes hashes of subjects and requests.</param>
/// <param name="time">Says when a report is received.</param>
public sealed class QueuedIntake(Pseudonymizer pseudonymizer, TimeProvider time)
{
    private readonly ErrorReportValidator _validator = new();

    /// <summary>The first step.</summary>
    /// <param name="submission">The report as it was sent.</param>
    /// <param name="locale">The language of the reporter, where the report does not say; null where it is not known.</param>
    /// <exception cref="ValidationException">The report is one that <see cref="ErrorReportValidator"/> refuses.</exception>
    public QueuedReport Take(ReportSubmission submission, LocaleTag? locale = null)
    {
        ArgumentNullException.ThrowIfNull(submission);
        _validator.ValidateAndThrow(submission.Report);
        var texts = new RedactedReport(submission.Report with { Locale = submission.Report.Locale ?? locale });
        return new QueuedReport
        {
            Id = ReportId.New(time),
            ReceivedAt = ReportIntake.ToMilliseconds(time.GetUtcNow()),
            OccurredAt = submission.OccurredAt is { } occurred ? ReportIntake.ToMilliseconds(occurred) : null,
            Content = texts.Content,
            Redactions = texts.Redactions,
            SubjectHash = string.IsNullOrWhiteSpace(submission.Subject) ? null : pseudonymizer.OfSubject(submission.Subject),
            Request = pseudonymizer.OfRequest(submission),
        };
    }

    /// <summary>The second step: the same report, classified. The same report and the same content give the same result.</summary>
    /// <param name="queued">The report.</param>
    /// <param name="classify">Compares it with the content.</param>
    /// <param name="snapshotId">The id of that content.</param>
    public static StoredReport Classify(QueuedReport queued, Func<ErrorReport, ReportClassification> classify, string snapshotId)
    {
        ArgumentNullException.ThrowIfNull(queued);
        ArgumentNullException.ThrowIfNull(classify);
        var classification = classify(ReportOf(queued.Content));
        var redactor = new Redactor();
        return new StoredReport
        {
            Id = queued.Id,
            ReceivedAt = queued.ReceivedAt,
            OccurredAt = queued.OccurredAt,
            Content = queued.Content,
            Redactions = queued.Redactions,
            Verdict = classification.Verdict,
            SnapshotId = snapshotId,
            Candidates = ReportIntake.CandidatesOf(classification),
            Codes = ReportIntake.CodesOf(classification),
            UnknownCodes = [.. classification.UnknownCodes.Where(c => redactor.Redact(c).Redactions.IsEmpty)],
            SubjectHash = queued.SubjectHash,
            Request = queued.Request,
        };
    }

    private static ErrorReport ReportOf(ReportContent content) => new()
    {
        Message = content.Message,
        Code = content.Code,
        Source = content.Source,
        Log = content.Log,
        Product = content.Product,
        Locale = LocaleTag.TryParse(content.Locale ?? "", out var locale) ? locale : null,
        Answers = content.Answers ?? ImmutableSortedDictionary<string, string>.Empty,
    };
}
