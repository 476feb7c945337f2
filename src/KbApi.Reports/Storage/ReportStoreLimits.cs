namespace KbApi.Reports.Storage;

/// <summary>How much of everything a store takes or gives at once.</summary>
public static class ReportStoreLimits
{
    /// <summary>The most reports that are kept by one call.</summary>
    public const int MaxBatch = 1000;

    /// <summary>The longest page.</summary>
    public const int MaxPage = 1000;

    /// <summary>The most counts that one query gives.</summary>
    public const int MaxCounts = 10_000;

    /// <summary>How much feedback a report may have.</summary>
    public const int MaxFeedback = 50;
}
