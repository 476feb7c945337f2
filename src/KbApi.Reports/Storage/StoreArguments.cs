using KbApi.Reports.Model;

namespace KbApi.Reports.Storage;

/// <summary>Refuses calls that no store can answer.</summary>
internal static class StoreArguments
{
    public static void CheckBatch(IReadOnlyList<StoredReport> reports)
    {
        ArgumentNullException.ThrowIfNull(reports);
        if (reports.Count > ReportStoreLimits.MaxBatch)
        {
            throw new ArgumentException($"These are {reports.Count} reports; give at most {ReportStoreLimits.MaxBatch} at once.", nameof(reports));
        }
    }

    public static void CheckPage(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, ReportStoreLimits.MaxPage);
    }

    public static void CheckCount(ReportCountQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.Span < TimeSpan.FromSeconds(1))
        {
            throw new ArgumentException("A span is a second at least.", nameof(query));
        }

        if (query.Limit is < 1 or > ReportStoreLimits.MaxCounts)
        {
            throw new ArgumentException($"The limit is a number from 1 to {ReportStoreLimits.MaxCounts}.", nameof(query));
        }
    }
}
