using KbApi.Rules.Classification;

namespace KbApi.Server.Contracts;

/// <summary>A report that is kept now, and what the knowledge base says to it.</summary>
internal sealed record CreatedReportResponse : ClassificationResponse
{
    /// <summary>The report's id; `Location` leads to it.</summary>
    /// <example>019bf5a0-6e00-7a5c-8d3e-0b1f2c3d4e5f</example>
    public required string Id { get; init; }

    /// <summary>When it was received.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>When it may be deleted at the earliest; absent where reports are kept until somebody deletes them.</summary>
    public DateTimeOffset? DeletedAfter { get; init; }
}

/// <summary>A report as it is kept: redacted, and classified when it was received.</summary>
internal sealed record ReportResponse
{
    /// <summary>Its id.</summary>
    /// <example>019bf5a0-6e00-7a5c-8d3e-0b1f2c3d4e5f</example>
    public required string Id { get; init; }

    /// <summary>When it was received.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>When the problem occurred, as the reporter says; absent where nothing is said.</summary>
    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>When it may be deleted at the earliest; absent where reports are kept until somebody deletes them.</summary>
    public DateTimeOffset? DeletedAfter { get; init; }

    /// <summary>How sure the classification was.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The snapshot of the content that it was compared with.</summary>
    public required string Snapshot { get; init; }

    /// <summary>The entries that may answer, best first.</summary>
    public required IReadOnlyList<StoredCandidateResponse> Candidates { get; init; }

    /// <summary>Codes that it names and no entry had.</summary>
    public required IReadOnlyList<string> UnknownCodes { get; init; }

    /// <summary>The words of the report, with placeholders for what was masked.</summary>
    public required string Message { get; init; }

    /// <summary>The code that was named apart.</summary>
    public string? Code { get; init; }

    /// <summary>The program or log that reported the problem.</summary>
    public string? Source { get; init; }

    /// <summary>Lines of a log, with placeholders for what was masked.</summary>
    public string? Log { get; init; }

    /// <summary>The locale of the reporter.</summary>
    public string? Locale { get; init; }

    /// <summary>The product, as the reporter named it.</summary>
    public string? Product { get; init; }

    /// <summary>Answers to questions, by the question's id.</summary>
    public IReadOnlyDictionary<string, string>? Answers { get; init; }

    /// <summary>What was said of the answer, oldest first.</summary>
    public required IReadOnlyList<FeedbackResponse> Feedback { get; init; }

    /// <summary>True where parts are left out to keep to `maxTokens`; absent where nothing is.</summary>
    public bool? Truncated { get; init; }
}

/// <summary>A report that waits to be classified and kept.</summary>
internal sealed record QueuedReportResponse
{
    /// <summary>Its id; `Location` is its address.</summary>
    public required string Id { get; init; }

    /// <summary>Always `queued`.</summary>
    public required string Status { get; init; }

    /// <summary>When it was received.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }
}

/// <summary>An entry that may answer a report.</summary>
internal sealed record StoredCandidateResponse
{
    /// <summary>The id of the entry.</summary>
    /// <example>sspr/31003</example>
    public required string Id { get; init; }

    /// <summary>How likely it was, from 0 to 1.</summary>
    public required double Score { get; init; }

    /// <summary>The strongest evidence for it.</summary>
    public required SignalTier Rule { get; init; }
}

/// <summary>What somebody said of the answer to a report.</summary>
internal sealed record FeedbackResponse
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>When it was given.</summary>
    public required DateTimeOffset GivenAt { get; init; }

    /// <summary>Whether the answer helped; absent where nothing was said of that.</summary>
    public bool? Helpful { get; init; }

    /// <summary>The entry that would have been the right answer; absent where none was named.</summary>
    public string? RightEntry { get; init; }
}

/// <summary>A page of reports.</summary>
internal sealed record ReportPage
{
    /// <summary>The reports, in the order in which they were received.</summary>
    public required IReadOnlyList<ReportResponse> Items { get; init; }

    /// <summary>What to give as `cursor` for the next page; absent on the last. The `Link` header has the whole address.</summary>
    public string? NextCursor { get; init; }

    /// <summary>True where the page has fewer items, or shortened ones, to keep to `maxTokens`; absent where it has not.</summary>
    public bool? Truncated { get; init; }
}

/// <summary>How many reports were deleted.</summary>
internal sealed record DeletionResponse
{
    /// <summary>How many.</summary>
    /// <example>3</example>
    public required long Deleted { get; init; }
}
