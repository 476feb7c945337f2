using System.Collections.Immutable;
using KbApi.Reports.Model;
using KbApi.Reports.Storage;

namespace KbApi.Server.Telemetry;

/// <summary>A store whose operations are measured.</summary>
internal sealed class MeasuredReportStore(IReportStore inner, StoreMetrics metrics) : IReportStore
{
    public Task PrepareAsync(CancellationToken cancellation = default) => metrics.MeasureAsync("prepare", async () =>
    {
        await inner.PrepareAsync(cancellation);
        return true;
    });

    public Task<byte[]> GetSecretAsync(CancellationToken cancellation = default) => metrics.MeasureAsync("secret", () => inner.GetSecretAsync(cancellation));

    public Task<AddedReport> AddAsync(StoredReport report, CancellationToken cancellation = default) =>
        metrics.MeasureAsync("add", () => inner.AddAsync(report, cancellation));

    public Task<ImmutableArray<AddedReport>> AddAsync(IReadOnlyList<StoredReport> reports, CancellationToken cancellation = default) =>
        metrics.MeasureAsync("add_batch", () => inner.AddAsync(reports, cancellation));

    public Task<StoredReport?> FindAsync(ReportId id, CancellationToken cancellation = default) => metrics.MeasureAsync("find", () => inner.FindAsync(id, cancellation));

    public Task<StoredReport?> FindByRequestAsync(string keyHash, CancellationToken cancellation = default) =>
        metrics.MeasureAsync("find_by_request", () => inner.FindByRequestAsync(keyHash, cancellation));

    public Task<ImmutableArray<StoredReport>> ListAsync(ReportFilter filter, ReportId? after, int limit, CancellationToken cancellation = default) =>
        metrics.MeasureAsync("list", () => inner.ListAsync(filter, after, limit, cancellation));

    public Task<long> CountAsync(ReportFilter filter, CancellationToken cancellation = default) => metrics.MeasureAsync("count", () => inner.CountAsync(filter, cancellation));

    public Task<ImmutableArray<ReportCount>> CountAsync(ReportCountQuery query, CancellationToken cancellation = default) =>
        metrics.MeasureAsync("count_by", () => inner.CountAsync(query, cancellation));

    public Task<bool> DeleteAsync(ReportId id, CancellationToken cancellation = default) => metrics.MeasureAsync("delete", () => inner.DeleteAsync(id, cancellation));

    public Task<long> DeleteOlderAsync(DateTimeOffset time, CancellationToken cancellation = default) =>
        metrics.MeasureAsync("delete_older", () => inner.DeleteOlderAsync(time, cancellation));

    public Task<long> DeleteSubjectAsync(string subjectHash, CancellationToken cancellation = default) =>
        metrics.MeasureAsync("delete_subject", () => inner.DeleteSubjectAsync(subjectHash, cancellation));

    public Task<FeedbackOutcome> AddFeedbackAsync(ReportFeedback feedback, CancellationToken cancellation = default) =>
        metrics.MeasureAsync("add_feedback", () => inner.AddFeedbackAsync(feedback, cancellation));

    public Task<ImmutableArray<ReportFeedback>> ListFeedbackAsync(ReportId? reportId, Guid? after, int limit, CancellationToken cancellation = default) =>
        metrics.MeasureAsync("list_feedback", () => inner.ListFeedbackAsync(reportId, after, limit, cancellation));

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
