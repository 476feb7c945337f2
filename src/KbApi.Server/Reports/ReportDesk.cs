using KbApi.Reports.Gaps;
using KbApi.Reports.Intake;
using KbApi.Reports.Storage;
using KbApi.Server.Telemetry;

namespace KbApi.Server.Reports;

/// <summary>Where reports are taken in and kept.</summary>
internal sealed class ReportDesk : IAsyncDisposable
{
    private readonly TimeProvider _time;
    private readonly IReportStore? _store;
    private volatile ReportIntake? _intake;
    private volatile QueuedIntake? _queuedIntake;
    private volatile Pseudonymizer? _pseudonymizer;

    public ReportDesk(ReportOptions options, TimeProvider time, StoreMetrics? metrics = null)
    {
        (Options, _time) = (options, time);
        var store = options.IsOn ? ReportStores.Create(options.Location, options.MaxBytes) : null;
        _store = store is null || metrics is null ? store : new MeasuredReportStore(store, metrics);
        Gaps = store is not IGapStore gaps ? null : metrics is null ? gaps : new MeasuredGapStore(gaps, metrics);
    }

    public ReportOptions Options { get; }

    /// <summary>The requests that are being answered and have a key.</summary>
    public RequestsInProgress InProgress { get; } = new();

    /// <summary>The store.</summary>
    /// <exception cref="InvalidOperationException">No reports are kept; ask <see cref="ReportOptions.IsOn"/> first.</exception>
    public IReportStore Store => _store ?? throw new InvalidOperationException("No reports are kept; ask Options.IsOn first.");

    /// <summary>Keeps counts of what was asked and not answered, beside the reports; null where none are kept.</summary>
    public IGapStore? Gaps { get; }

    /// <summary>Makes of reports what is kept of them. Asks the store for its secret the first time, where none is set.</summary>
    public async ValueTask<ReportIntake> GetIntakeAsync(CancellationToken cancellation)
    {
        return _intake ??= new ReportIntake(await GetPseudonymizerAsync(cancellation), _time);
    }

    /// <summary>The same for reports that wait to be classified.</summary>
    public async ValueTask<QueuedIntake> GetQueuedIntakeAsync(CancellationToken cancellation)
    {
        return _queuedIntake ??= new QueuedIntake(await GetPseudonymizerAsync(cancellation), _time);
    }

    /// <summary>Makes the hashes that are kept in the place of names.</summary>
    public async ValueTask<Pseudonymizer> GetPseudonymizerAsync(CancellationToken cancellation) =>
        _pseudonymizer ??= new Pseudonymizer(Options.Secret ?? await Store.GetSecretAsync(cancellation));

    public ValueTask DisposeAsync() => _store?.DisposeAsync() ?? ValueTask.CompletedTask;
}
