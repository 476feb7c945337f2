using System.Collections.Immutable;
using KbApi.Reports.Intake;
using KbApi.Reports.Model;
using KbApi.Rules.Classification;
using Microsoft.Extensions.Time.Testing;

namespace KbApi.Reports.Tests.Support;

/// <summary>Reports as an intake makes them.</summary>
internal static class SomeReport
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    public static Pseudonymizer Pseudonymizer { get; } = new(new byte[Pseudonymizer.SecretLength]);

    public static StoredReport Create(string message = "It fails", DateTimeOffset? at = null) => new()
    {
        Id = ReportId.New(new FakeTimeProvider(at ?? Start)),
        ReceivedAt = at ?? Start,
        Content = new ReportContent { Message = message },
        Verdict = Verdict.Unknown,
        SnapshotId = "snapshot-1",
    };

    public static StoredReport Matched(string entry, string code, DateTimeOffset? at = null) => Create(at: at) with
    {
        Verdict = Verdict.Matched,
        Candidates = [new StoredCandidate(entry, 0.97, SignalTier.Code)],
        Codes = [new ReportedCode("event", code)],
    };

    public static RequestIdentity Request(string key, string message = "It fails") =>
        Pseudonymizer.OfRequest(new ReportSubmission(new() { Message = message }) { IdempotencyKey = key })!;

    public static StoredReport WithRequest(string key, string message = "It fails") => Create(message) with { Request = Request(key, message) };

    public static ReportFeedback Feedback(ReportId report, DateTimeOffset? at = null, string? rightEntry = null) => new()
    {
        Id = ReportFeedback.NewId(new FakeTimeProvider(at ?? Start)),
        ReportId = report,
        GivenAt = at ?? Start,
        Helpful = false,
        RightEntryId = rightEntry,
        SnapshotId = "snapshot-1",
    };

    public static ImmutableSortedDictionary<string, string> Answers(params (string Id, string Answer)[] answers) =>
        answers.ToImmutableSortedDictionary(a => a.Id, a => a.Answer, StringComparer.Ordinal);
}
