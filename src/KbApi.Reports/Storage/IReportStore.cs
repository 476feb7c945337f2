using System.Collections.Immutable;
using KbApi.Reports.Model;

namespace KbApi.Reports.Storage;

/// <summary>
/// Keeps reports. What a method that writes has returned from is durable: it outlives the process and the machine. Safe for any number of callers
/// at once. All methods throw <see cref="StoreUnavailableException"/> where the store can't be reached or is full; then nothing was promised, and
/// the same call may be made again.
/// </summary>
public interface IReportStore : IAsyncDisposable
{
    /// <summary>Creates or migrates the tables. Called by every other method where it has not been yet; may be called any number of times.</summary>
    public Task PrepareAsync(CancellationToken cancellation = default);

    /// <summary>The secret of this store, made with it, that hashes are keyed with (<see cref="Intake.Pseudonymizer"/>). The same for all replicas.</summary>
    public Task<byte[]> GetSecretAsync(CancellationToken cancellation = default);

    /// <summary>Keeps a report, once. A report with the same id or the same key of a request is not kept again.</summary>
    public Task<AddedReport> AddAsync(StoredReport report, CancellationToken cancellation = default);

    /// <summary>Keeps reports, all or none of them, each once.</summary>
    /// <param name="reports">The reports, <see cref="ReportStoreLimits.MaxBatch"/> at most.</param>
    /// <param name="cancellation">Gives up waiting; the reports may be kept nevertheless.</param>
    /// <returns>What became of each, in the order given.</returns>
    public Task<ImmutableArray<AddedReport>> AddAsync(IReadOnlyList<StoredReport> reports, CancellationToken cancellation = default);

    /// <summary>A report, or null where there is none.</summary>
    public Task<StoredReport?> FindAsync(ReportId id, CancellationToken cancellation = default);

    /// <summary>The report that was kept for a request, or null where there is none.</summary>
    /// <param name="keyHash">The <see cref="RequestIdentity.KeyHash"/> of the request.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<StoredReport?> FindByRequestAsync(string keyHash, CancellationToken cancellation = default);

    /// <summary>The next reports of a filter, in order of their ids.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="after">The last report of the page before, or null for the first page. It need not exist any more.</param>
    /// <param name="limit">How many at most, from 1 to <see cref="ReportStoreLimits.MaxPage"/>.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<ImmutableArray<StoredReport>> ListAsync(ReportFilter filter, ReportId? after, int limit, CancellationToken cancellation = default);

    /// <summary>How many reports a filter chooses.</summary>
    public Task<long> CountAsync(ReportFilter filter, CancellationToken cancellation = default);

    /// <summary>How many reports there were of what, in spans of time; counted by the database.</summary>
    /// <returns>Counts above zero, in order of time, then the highest first; <see cref="ReportStoreLimits.MaxCounts"/> at most.</returns>
    public Task<ImmutableArray<ReportCount>> CountAsync(ReportCountQuery query, CancellationToken cancellation = default);

    /// <summary>Deletes a report and its feedback.</summary>
    /// <returns>Whether there was one.</returns>
    public Task<bool> DeleteAsync(ReportId id, CancellationToken cancellation = default);

    /// <summary>Deletes the reports that were received before a time, and their feedback.</summary>
    /// <returns>How many.</returns>
    public Task<long> DeleteOlderAsync(DateTimeOffset time, CancellationToken cancellation = default);

    /// <summary>Deletes the reports about somebody, and their feedback.</summary>
    /// <param name="subjectHash">The <see cref="StoredReport.SubjectHash"/>.</param>
    /// <param name="cancellation">Gives up; what was deleted stays deleted.</param>
    /// <returns>How many.</returns>
    public Task<long> DeleteSubjectAsync(string subjectHash, CancellationToken cancellation = default);

    /// <summary>Keeps feedback on a report, once by its id.</summary>
    public Task<FeedbackOutcome> AddFeedbackAsync(ReportFeedback feedback, CancellationToken cancellation = default);

    /// <summary>The next feedback, in order of its ids.</summary>
    /// <param name="reportId">The report, or null for all.</param>
    /// <param name="after">The last of the page before, or null for the first page.</param>
    /// <param name="limit">How much at most, from 1 to <see cref="ReportStoreLimits.MaxPage"/>.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<ImmutableArray<ReportFeedback>> ListFeedbackAsync(ReportId? reportId, Guid? after, int limit, CancellationToken cancellation = default);
}
