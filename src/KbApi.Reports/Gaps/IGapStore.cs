using KbApi.Reports.Storage;

namespace KbApi.Reports.Gaps;

/// <summary>
/// Keeps counts of what was asked and not answered. Bounded: where there are more than <see cref="GapLimits.MaxStored"/> gaps of a kind, those that
/// are asked least are given up and counted together. Both methods throw <see cref="StoreUnavailableException"/> where the store can't be reached.
/// </summary>
public interface IGapStore
{
    /// <summary>Adds counts, all or none.</summary>
    public Task AddAsync(GapCounts counts, CancellationToken cancellation = default);

    /// <summary>The gaps that were asked on a day or later, and the others of these days. What was counted before is not in their days.</summary>
    public Task<GapCounts> ReadAsync(DateOnly from, CancellationToken cancellation = default);

    /// <summary>Forgets what was asked before a day, and gaps that have not been asked since.</summary>
    /// <returns>How many gaps were forgotten.</returns>
    public Task<long> DeleteOlderAsync(DateOnly day, CancellationToken cancellation = default);
}
