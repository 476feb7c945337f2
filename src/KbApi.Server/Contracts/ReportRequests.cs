using System.ComponentModel.DataAnnotations;
using KbApi.Rules.Reports;

namespace KbApi.Server.Contracts;

/// <summary>An error report to be kept. `message`, `code` or `log` has to be given.</summary>
/// <remarks>Describes the body in the contract; <see cref="Classification.ReportReader"/> reads it.</remarks>
internal sealed record ReportRequest : ClassificationRequest
{
    /// <summary>When the problem occurred, as RFC 3339 has it, with an offset.</summary>
    /// <example>2026-01-31T11:58:00+01:00</example>
    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>Whom the report is about, such as an account's id. Only a keyed hash of it is kept, so that all about somebody can be deleted.</summary>
    /// <example>employee-4711</example>
    [MaxLength(ReportLimits.NameLength)]
    public string? Subject { get; init; }
}

/// <summary>What somebody says of the answer to a report. `helpful`, `rightEntry` or both have to be given.</summary>
internal sealed record FeedbackRequest
{
    /// <summary>Whether the answer helped.</summary>
    /// <example>false</example>
    public bool? Helpful { get; init; }

    /// <summary>The id of the entry that would have been the right answer.</summary>
    /// <example>sspr/31003</example>
    public string? RightEntry { get; init; }
}

/// <summary>Which reports to delete. `subject` or `before` has to be given, not both.</summary>
internal sealed record DeletionRequest
{
    /// <summary>Whom the reports are about, written as in the reports.</summary>
    /// <example>employee-4711</example>
    public string? Subject { get; init; }

    /// <summary>Reports that were received before this time, as RFC 3339 has it, with an offset.</summary>
    public DateTimeOffset? Before { get; init; }
}
