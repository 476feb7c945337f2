namespace KbApi.Reports.Storage;

/// <summary>Asks how many reports there were of what.</summary>
public sealed record ReportCountQuery
{
    /// <summary>Where spans of time begin to be counted from: a Monday, so that spans of seven days are weeks.</summary>
    public static DateTimeOffset Origin { get; } = new(1970, 1, 5, 0, 0, 0, TimeSpan.Zero);

    /// <summary>What is told apart.</summary>
    public required ReportDimension Dimension { get; init; }

    /// <summary>The reports that are counted.</summary>
    public ReportFilter Filter { get; init; } = ReportFilter.All;

    /// <summary>How long a span of time is, at least a second; null for one count of all time.</summary>
    public TimeSpan? Span { get; init; }

    /// <summary>How many counts at most, from 1 to <see cref="ReportStoreLimits.MaxCounts"/>.</summary>
    public int Limit { get; init; } = ReportStoreLimits.MaxCounts;
}

/// <summary>What counts tell apart.</summary>
public enum ReportDimension
{
    /// <summary>Nothing: all reports together, under the key <c>""</c>.</summary>
    All,

    /// <summary>The codes of matched entries; a report of an entry with two codes counts for both.</summary>
    Code,

    /// <summary>Codes that no entry has.</summary>
    UnknownCode,

    /// <summary>The matched entry.</summary>
    Entry,

    /// <summary>The locale of the reporter.</summary>
    Locale,

    /// <summary>The product.</summary>
    Product,

    /// <summary>The program or log.</summary>
    Source,

    /// <summary>The verdict, in camel case.</summary>
    Verdict,

    /// <summary>The content that was served.</summary>
    Snapshot,
}

/// <summary>How many reports there were of something in a span of time.</summary>
/// <param name="Start">When the span begins; null where the query has no span.</param>
/// <param name="Key">What was counted: the code, the entry's id and so on.</param>
/// <param name="Count">How many reports.</param>
/// <param name="First">When the first of them was received.</param>
/// <param name="Last">When the last of them was received.</param>
public sealed record ReportCount(DateTimeOffset? Start, string Key, long Count, DateTimeOffset First, DateTimeOffset Last);
