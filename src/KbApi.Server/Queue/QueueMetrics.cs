using System.Diagnostics.Metrics;
using KbApi.Server.Telemetry;

namespace KbApi.Server.Queue;

/// <summary>What became of a report that was to be put into the queue.</summary>
internal enum PublishOutcome
{
    /// <summary>The brokers have it.</summary>
    Acknowledged,

    /// <summary>They had it before.</summary>
    Duplicate,

    /// <summary>They did not acknowledge it.</summary>
    Refused,
}

/// <summary>What became of a report that a worker was given.</summary>
internal enum WorkOutcome
{
    /// <summary>It is stored.</summary>
    Stored,

    /// <summary>It was stored before.</summary>
    Duplicate,

    /// <summary>It could not be stored now, and is given to a worker again later.</summary>
    Returned,

    /// <summary>It can't be read or stored at all, and lies among the dead letters.</summary>
    DeadLettered,
}

/// <summary>What is measured of the queue.</summary>
internal sealed class QueueMetrics
{
    private readonly Histogram<double> _batches;

    public QueueMetrics(IMeterFactory meters, QueueMonitor monitor)
    {
        var meter = meters.Create(KbMetrics.MeterName);
        Published = new(meter, "kb.queue.published", "{report}", "Reports that were to be put into the queue, by what became of them.", "kb.outcome");
        Worked = new(meter, "kb.worker.reports", "{report}", "Reports that this worker was given, by what became of them.", "kb.outcome");
        Redelivered = new(meter, "kb.worker.redelivered", "{report}", "Reports that this worker was given and another, or this one, had been given before.");
        _batches = meter.CreateHistogram<double>("kb.worker.batch.duration", "s", "How long a batch took from the first report in hand to the last acknowledged.");
        meter.CreateObservableGauge("kb.queue.connected", () => monitor.IsOn ? [new Measurement<int>(monitor.State is null ? 0 : 1)] : Array.Empty<Measurement<int>>(), unit: null, "1 while the brokers answer, else 0.");
        Gauge("kb.queue.pending", "{report}", "Reports that no worker has been given yet.", s => s.Pending);
        Gauge("kb.queue.in_hand", "{report}", "Reports that a worker has been given and not yet acknowledged.", s => s.InHand);
        Gauge("kb.queue.redelivering", "{report}", "Reports in hand that were given before.", s => s.Redelivering);
        Gauge("kb.queue.size", "By", "Bytes of the reports in the queue, at one broker.", s => s.Bytes);
        Gauge("kb.queue.dead_letters", "{report}", "Reports among the dead letters.", s => s.DeadLetters);
        Gauge("kb.queue.lag", "s", "How long the oldest report has been waiting; 0 where none is.", s => s.Lag.TotalSeconds);

        void Gauge(string name, string unit, string description, Func<QueueState, double> measure) => meter.CreateObservableGauge(
            name, () => monitor.State is { } state ? [new Measurement<double>(measure(state))] : Array.Empty<Measurement<double>>(), unit, description);
    }

    /// <summary>Reports that were to be put into the queue.</summary>
    public Tally<PublishOutcome> Published { get; }

    /// <summary>Reports that this worker was given.</summary>
    public Tally<WorkOutcome> Worked { get; }

    /// <summary>Reports that this worker was given and that had been given before.</summary>
    public Tally Redelivered { get; }

    /// <summary>A batch is done.</summary>
    public void BatchDone(TimeSpan elapsed) => _batches.Record(elapsed.TotalSeconds);
}
