using System.Collections.Immutable;
using KbApi.Rules.Classification;

namespace KbApi.Reports.Model;

/// <summary>A report as it is kept: redacted, classified, and never changed. Times are in UTC, to the millisecond.</summary>
public sealed record StoredReport
{
    /// <summary>The form that reports have which are made by this version.</summary>
    public const int CurrentSchemaVersion = 1;

    /// <summary>The form of this record; readers know all forms up to <see cref="CurrentSchemaVersion"/>.</summary>
    public int SchemaVersion { get; init; } = CurrentSchemaVersion;

    /// <summary>Identifies it.</summary>
    public required ReportId Id { get; init; }

    /// <summary>When it was received.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>When the problem occurred as the reporter says, or null.</summary>
    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>What was said, redacted.</summary>
    public required ReportContent Content { get; init; }

    /// <summary>How sure the classification was.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The content that the report was compared with.</summary>
    public required string SnapshotId { get; init; }

    /// <summary>The entries that may answer, best first, ten at most. The first is the answer where the verdict is <see cref="Verdict.Matched"/>.</summary>
    public ImmutableArray<StoredCandidate> Candidates { get; init; } = [];

    /// <summary>The codes that identify the matched entry, in the entry's order; empty where the verdict is not <see cref="Verdict.Matched"/>.</summary>
    public ImmutableArray<ReportedCode> Codes { get; init; } = [];

    /// <summary>Codes that the report names and no entry has, as written, in the report's order, each once.</summary>
    public ImmutableArray<string> UnknownCodes { get; init; } = [];

    /// <summary>How many things were taken out of the texts.</summary>
    public int Redactions { get; init; }

    /// <summary>Whom the report is about, as a keyed hash (<see cref="Intake.Pseudonymizer"/>); null where nobody was named.</summary>
    public string? SubjectHash { get; init; }

    /// <summary>What tells a repeated request from a new one; null where the client gave no key.</summary>
    public RequestIdentity? Request { get; init; }

    /// <summary>The entry that answers, or null where the verdict is not <see cref="Verdict.Matched"/>.</summary>
    public string? EntryId => Verdict == Verdict.Matched && !Candidates.IsDefaultOrEmpty ? Candidates[0].EntryId : null;

    /// <summary>How likely the first candidate is right, from 0 to 1; null where there is none.</summary>
    public double? Score => Candidates.IsDefaultOrEmpty ? null : Candidates[0].Score;
}
