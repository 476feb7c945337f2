using System.Collections.Immutable;
using FluentValidation;
using KbApi.Content.Model;
using KbApi.Reports.Model;
using KbApi.Rules.Classification;
using KbApi.Rules.Reports;

namespace KbApi.Reports.Intake;

/// <summary>
/// Makes of a report that was sent the report that is kept: validated, redacted, and classified. Nothing of what was taken out is in the result. Safe for
/// several threads.
/// </summary>
/// <param name="pseudonymizer">Makes hashes of subjects and requests.</param>
/// <param name="time">Says when a report is received.</param>
public sealed class ReportIntake(Pseudonymizer pseudonymizer, TimeProvider time)
{
    private const int MaxCandidates = 10;

    private readonly ErrorReportValidator _validator = new();

    /// <summary>Takes a report in.</summary>
    /// <param name="submission">The report as it was sent.</param>
    /// <param name="classifier">Compares it with the content.</param>
    /// <param name="snapshotId">The id of that content.</param>
    /// <param name="locale">The language of the reporter, where the report does not say; null where it is not known.</param>
    /// <exception cref="ValidationException">The report is one that <see cref="ErrorReportValidator"/> refuses.</exception>
    public TakenReport Take(ReportSubmission submission, ReportClassifier classifier, string snapshotId, LocaleTag? locale = null)
    {
        ArgumentNullException.ThrowIfNull(submission);
        ArgumentNullException.ThrowIfNull(classifier);
        _validator.ValidateAndThrow(submission.Report);
        var sent = submission.Report with { Locale = submission.Report.Locale ?? locale };
        var classification = classifier.Classify(sent);
        var texts = new RedactedReport(sent);
        var id = ReportId.New(time);
        var report = new StoredReport
        {
            Id = id,
            ReceivedAt = ToMilliseconds(time.GetUtcNow()),
            OccurredAt = submission.OccurredAt is { } occurred ? ToMilliseconds(occurred) : null,
            Content = texts.Content,
            Redactions = texts.Redactions,
            Verdict = classification.Verdict,
            SnapshotId = snapshotId,
            Candidates = [.. classification.Candidates.Take(MaxCandidates).Select(c => new StoredCandidate(c.Entry.Id, c.Score, c.Tier))],
            Codes = classification.Verdict == Verdict.Matched ? CodesOf(classification.Candidates[0].Entry) : [],
            UnknownCodes = [.. classification.UnknownCodes.Where(texts.MayBeKept)],
            SubjectHash = string.IsNullOrWhiteSpace(submission.Subject) ? null : pseudonymizer.OfSubject(submission.Subject),
            Request = pseudonymizer.OfRequest(submission),
        };
        return new TakenReport(report, classification);
    }

    private static ImmutableArray<ReportedCode> CodesOf(Entry entry) =>
        [.. entry.Codes.Where(c => c.Role == CodeRole.Identifying).Select(c => new ReportedCode(c.Code.Scheme, c.Code.Value, c.Code.Source)).Distinct()];

    private static DateTimeOffset ToMilliseconds(DateTimeOffset time) => DateTimeOffset.FromUnixTimeMilliseconds(time.ToUnixTimeMilliseconds());
}

/// <summary>A report that is ready to be kept, and what was said to it.</summary>
/// <param name="Report">The report.</param>
/// <param name="Classification">What the knowledge base says, with places in the texts as they were sent.</param>
public sealed record TakenReport(StoredReport Report, ReportClassification Classification);
