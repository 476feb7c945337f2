namespace KbApi.Reports.Model;

/// <summary>What somebody says of the answer to a report. It is kept beside the report, and deleted with it.</summary>
public sealed record ReportFeedback
{
    /// <summary>Identifies it; a UUID of version 7.</summary>
    public required Guid Id { get; init; }

    /// <summary>The report.</summary>
    public required ReportId ReportId { get; init; }

    /// <summary>When it was given.</summary>
    public required DateTimeOffset GivenAt { get; init; }

    /// <summary>Whether the answer helped; null where only the right entry is named.</summary>
    public bool? Helpful { get; init; }

    /// <summary>The entry that would have been the right answer, or null.</summary>
    public string? RightEntryId { get; init; }

    /// <summary>The content that was served when it was given; <see cref="RightEntryId"/> is an entry of it.</summary>
    public required string SnapshotId { get; init; }

    /// <summary>An id for feedback that no other has.</summary>
    /// <param name="time">Says what time it is.</param>
    public static Guid NewId(TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        return TimeOrderedId.New(time);
    }
}
