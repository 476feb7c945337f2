using KbApi.Reports.Storage;

namespace KbApi.Reports.Insights;

/// <summary>Asks how often what occurs.</summary>
/// <param name="Dimension">What is told apart.</param>
/// <param name="Filter">The reports that are counted; its times are those of the whole.</param>
/// <param name="RecentFrom">When the recent time begins, which is compared with the time before it.</param>
public sealed record TrendQuery(ReportDimension Dimension, ReportFilter Filter, DateTimeOffset RecentFrom);

/// <summary>How often something occurs.</summary>
/// <param name="Key">What: the code, the entry's id and so on.</param>
/// <param name="Count">How many reports in all.</param>
/// <param name="Recent">How many in the recent time.</param>
/// <param name="First">When the first of them was received.</param>
/// <param name="Last">When the last of them was received.</param>
/// <param name="Change">How the recent time compares with the one before.</param>
public sealed record Trend(string Key, long Count, long Recent, DateTimeOffset First, DateTimeOffset Last, RateChange Change);
