using KbApi.Reports.Model;

namespace KbApi.Reports.Intake;

/// <summary>A report that was received, validated and redacted, and waits to be classified and kept. Times are in UTC, to the millisecond.</summary>
public sealed record QueuedReport
{
    /// <summary>The form that reports have which are made by this version.</summary>
    public const int CurrentSchemaVersion = 1;

    /// <summary>The form of this record; readers know all forms up to <see cref="CurrentSchemaVersion"/>.</summary>
    public int SchemaVersion { get; init; } = CurrentSchemaVersion;

    /// <summary>Identifies it, here and where it is kept.</summary>
    public required ReportId Id { get; init; }

    /// <summary>When it was received.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>When the problem occurred as the reporter says, or null.</summary>
    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>What was said, redacted.</summary>
    public required ReportContent Content { get; init; }

    /// <summary>How many things were taken out of the texts.</summary>
    public int Redactions { get; init; }

    /// <summary>Whom the report is about, as a keyed hash; null where nobody was named.</summary>
    public string? SubjectHash { get; init; }

    /// <summary>What tells a repeated request from a new one; null where the client gave no key.</summary>
    public RequestIdentity? Request { get; init; }
}
