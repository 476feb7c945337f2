using System.Collections.Immutable;
using KbApi.Reports.Storage;

namespace KbApi.Reports.Insights;

/// <summary>Counts reports in a store and compares the recent time with the one before.</summary>
public static class TrendReader
{
    /// <summary>What occurs, the most frequent first.</summary>
    /// <exception cref="ArgumentException">The filter has no beginning or end, or the recent time is not within them.</exception>
    public static async Task<ImmutableArray<Trend>> ReadAsync(IReportStore store, TrendQuery query, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(query);
        if (query.Filter is not { From: { } from, Until: { } until } || query.RecentFrom <= from || query.RecentFrom >= until)
        {
            throw new ArgumentException("A trend needs a time that it is of, and a recent time within; set From and Until, and RecentFrom between them.", nameof(query));
        }

        var all = await store.CountAsync(new ReportCountQuery { Dimension = query.Dimension, Filter = query.Filter }, cancellation);
        var recent = await store.CountAsync(new ReportCountQuery { Dimension = query.Dimension, Filter = query.Filter with { From = query.RecentFrom } }, cancellation);
        var recentOf = recent.ToDictionary(r => r.Key, r => r.Count, StringComparer.Ordinal);
        var share = (until - query.RecentFrom) / (until - from);
        return [.. all.Select(a => Create(a, Math.Min(a.Count, recentOf.GetValueOrDefault(a.Key)), share)).OrderByDescending(t => t.Count).ThenBy(t => t.Key, StringComparer.Ordinal)];
    }

    /// <summary>How many reports there were of one thing, span by span; spans without are left out.</summary>
    public static Task<ImmutableArray<ReportCount>> ReadSeriesAsync(IReportStore store, TrendQuery query, string key, TimeSpan span, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(query);
        return store.CountAsync(new ReportCountQuery { Dimension = ReportDimension.All, Filter = Narrow(query.Filter, query.Dimension, key), Span = span }, cancellation);
    }

    private static Trend Create(ReportCount all, long recent, double share) =>
        new(all.Key, all.Count, recent, all.First, all.Last, RateTest.Compare(recent, all.Count - recent, share));

    private static ReportFilter Narrow(ReportFilter filter, ReportDimension dimension, string key) => dimension switch
    {
        ReportDimension.Entry => filter with { EntryId = key },
        ReportDimension.Code or ReportDimension.UnknownCode => filter with { Code = key },
        ReportDimension.Locale => filter with { Locale = key },
        ReportDimension.Product => filter with { Product = key },
        ReportDimension.Source => filter with { Source = key },
        _ => filter,
    };
}
