using KbApi.Reports.Intake;
using KbApi.Reports.Model;
using KbApi.Reports.Storage;
using KbApi.Server.Queue;
using KbApi.Server.Reports;
using KbApi.Server.Snapshots;
using KbApi.Server.Telemetry;
using NATS.Client.JetStream;

namespace KbApi.Server.Workers;

/// <summary>
/// Classifies reports of the queue and stores them together. A report leaves the queue when it is stored, and not before: whatever happens in between,
/// another worker gets it, and the id that it was given when it was received keeps it from being stored twice.
/// </summary>
internal sealed partial class BatchProcessor(
    SnapshotStore snapshots, ReportDesk desk, DeadLetters dead, KbMetrics metrics, QueueMetrics queueMetrics, TimeProvider time, ILogger<BatchProcessor> logger)
{
    /// <summary>How often a report is tried that is there and can't be stored, before it is put aside.</summary>
    public const int MaxDeliveries = 5;

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    /// <summary>Does all that is to be done with some messages.</summary>
    /// <returns>How long to wait before the next: zero, or more where the store can't be used now.</returns>
    public async Task<TimeSpan> ProcessAsync(IReadOnlyList<INatsJSMsg<byte[]>> messages)
    {
        var start = time.GetTimestamp();
        using var span = KbTracing.Source.StartActivity("kb.worker.batch");
        span?.SetTag("messaging.batch.message_count", messages.Count);
        queueMetrics.Redelivered.Add(messages.Count(m => m.Metadata?.NumDelivered > 1));
        var works = new List<Work>(messages.Count);
        foreach (var message in messages)
        {
            if (await ClassifyAsync(message) is { } work)
            {
                works.Add(work);
            }
        }

        var pause = await StoreAsync(works);
        queueMetrics.BatchDone(time.GetElapsedTime(start));
        return pause;
    }

    private async Task<Work?> ClassifyAsync(INatsJSMsg<byte[]> message)
    {
        QueuedReport queued;
        try
        {
            queued = QueuedReportDocument.Read(message.Data);
        }
        catch (System.Text.Json.JsonException e)
        {
            // It will not be readable the next time either.
            await dead.TakeAsync(message, "It is no report: " + e.Message);
            return null;
        }

        try
        {
            var snapshot = snapshots.Current!;
            return new Work(message, QueuedIntake.Classify(queued, report => metrics.Classify(snapshot, report), snapshot.Id));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            await RefuseAsync(message, "It cannot be classified: " + e.GetType().Name, e);
            return null;
        }
    }

    private async Task<TimeSpan> StoreAsync(IReadOnlyList<Work> works)
    {
        if (works.Count == 0)
        {
            return TimeSpan.Zero;
        }

        try
        {
            var added = await desk.Store.AddAsync([.. works.Select(w => w.Report)], CancellationToken.None);
            for (var i = 0; i < works.Count; i++)
            {
                queueMetrics.Worked.Add(added[i].Outcome == AddOutcome.Added ? WorkOutcome.Stored : WorkOutcome.Duplicate);
                await works[i].Message.AckAsync();
            }

            return TimeSpan.Zero;
        }
        catch (StoreUnavailableException e)
        {
            Log.StoreAway(logger, works.Count, e.RetryAfter.TotalSeconds, e.Message);
            foreach (var work in works)
            {
                await ReturnAsync(work.Message, e.RetryAfter);
            }

            return e.RetryAfter;
        }
        catch (Exception e) when (e is not (OutOfMemoryException or NATS.Client.Core.NatsException))
        {
            return await StoreOneByOneAsync(works, e);
        }
    }

    /// <summary>One report that the database does not take is not to hold up the others.</summary>
    private async Task<TimeSpan> StoreOneByOneAsync(IReadOnlyList<Work> works, Exception failure)
    {
        if (works.Count == 1)
        {
            await RefuseAsync(works[0].Message, "It cannot be stored: " + failure.GetType().Name, failure);
            return TimeSpan.Zero;
        }

        var pause = TimeSpan.Zero;
        foreach (var work in works)
        {
            var wait = await StoreAsync([work]);
            pause = wait > pause ? wait : pause;
        }

        return pause;
    }

    private async Task RefuseAsync(INatsJSMsg<byte[]> message, string reason, Exception failure)
    {
        var deliveries = (int)Math.Min(message.Metadata?.NumDelivered ?? 1, int.MaxValue);
        Log.Failed(logger, message.Metadata?.Sequence.Stream ?? 0, deliveries, failure);
        if (deliveries < MaxDeliveries || !await dead.TakeAsync(message, reason))
        {
            await ReturnAsync(message, WaitBefore(deliveries));
        }
    }

    private async Task ReturnAsync(INatsJSMsg<byte[]> message, TimeSpan wait)
    {
        queueMetrics.Worked.Add(WorkOutcome.Returned);
        await message.NakAsync(new AckOpts { NakDelay = wait });
    }

    /// <summary>1, 2, 4 … seconds.</summary>
    private static TimeSpan WaitBefore(int deliveries) => TimeSpan.FromSeconds(Math.Min(Math.Pow(2, deliveries - 1), LongestWait.TotalSeconds));

    private readonly record struct Work(INatsJSMsg<byte[]> Message, StoredReport Report);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The store cannot be used; {Count} reports go back into the queue for {Seconds} s: {Reason}")]
        public static partial void StoreAway(ILogger logger, int count, double seconds, string reason);

        [LoggerMessage(2, LogLevel.Error, "Report {Sequence} of the queue failed, given for the {Deliveries}. time")]
        public static partial void Failed(ILogger logger, ulong sequence, int deliveries, Exception failure);
    }
}
