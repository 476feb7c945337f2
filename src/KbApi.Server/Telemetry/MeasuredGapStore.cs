using KbApi.Reports.Gaps;

namespace KbApi.Server.Telemetry;

/// <summary>A store of counts whose operations are measured.</summary>
internal sealed class MeasuredGapStore(IGapStore inner, StoreMetrics metrics) : IGapStore
{
    public Task AddAsync(GapCounts counts, CancellationToken cancellation = default) => metrics.MeasureAsync("add_gaps", async () =>
    {
        await inner.AddAsync(counts, cancellation);
        return true;
    });

    public Task<GapCounts> ReadAsync(DateOnly from, CancellationToken cancellation = default) => metrics.MeasureAsync("read_gaps", () => inner.ReadAsync(from, cancellation));

    public Task<long> DeleteOlderAsync(DateOnly day, CancellationToken cancellation = default) => metrics.MeasureAsync("delete_gaps", () => inner.DeleteOlderAsync(day, cancellation));
}
