using System.Diagnostics;
using System.Diagnostics.Metrics;
using KbApi.Reports.Storage;

namespace KbApi.Server.Telemetry;

/// <summary>How long the store takes, and how it ends.</summary>
internal sealed class StoreMetrics
{
    private const string Completed = "completed";
    private const string Unavailable = "unavailable";
    private const string Failed = "failed";

    private readonly Histogram<double> _operations;
    private readonly TimeProvider _time;

    public StoreMetrics(IMeterFactory meters, TimeProvider time)
    {
        _time = time;
        _operations = meters.Create(KbMetrics.MeterName).CreateHistogram<double>("kb.store.operation.duration", "s", "How long an operation of the store of reports took, by how it ended.");
    }

    /// <summary>Measures an operation.</summary>
    /// <param name="operation">Its name, one of a few.</param>
    /// <param name="run">Runs it.</param>
    public async Task<T> MeasureAsync<T>(string operation, Func<Task<T>> run)
    {
        using var span = KbTracing.Source.StartActivity("kb.store." + operation);
        var start = _time.GetTimestamp();
        var outcome = Failed;
        try
        {
            var result = await run();
            outcome = Completed;
            return result;
        }
        catch (StoreUnavailableException e)
        {
            outcome = Unavailable;
            span?.SetStatus(ActivityStatusCode.Error, e.Reason.ToString());
            throw;
        }
        finally
        {
            _operations.Record(_time.GetElapsedTime(start).TotalSeconds, new KeyValuePair<string, object?>("db.operation.name", operation), new("kb.outcome", outcome));
        }
    }
}
