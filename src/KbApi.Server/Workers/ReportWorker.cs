using System.Threading.Channels;
using KbApi.Server.Queue;
using KbApi.Server.Snapshots;
using NATS.Client.JetStream;

namespace KbApi.Server.Workers;

/// <summary>
/// Takes reports out of the queue, batch by batch. When it is told to stop it takes no more, and finishes what it has in hand. What it has in hand is
/// bounded, so a slow store slows it down, and the queue holds the rest.
/// </summary>
internal sealed partial class ReportWorker(
    QueueConnection connection, SnapshotStore snapshots, BatchProcessor processor, WorkerState state, TimeProvider time, ILogger<ReportWorker> logger) : BackgroundService
{
    /// <summary>The most reports that are stored together.</summary>
    public const int MaxBatch = 200;

    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(16);

    private TimeSpan _pause = ShortestPause;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await snapshots.GetAsync(stoppingToken);
            while (!stoppingToken.IsCancellationRequested)
            {
                try
                {
                    await WorkAsync(stoppingToken);
                }
                catch (Exception e) when (QueueFailure.IsOfBroker(e, stoppingToken) || e is QueueUnavailableException)
                {
                    state.IsConnected = false;
                    connection.Forget();
                    Log.QueueAway(logger, _pause.TotalSeconds, e.Message);
                    await Task.Delay(_pause, time, stoppingToken);
                    _pause = _pause < LongestPause ? 2 * _pause : LongestPause;
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // It stops.
        }
    }

    private async Task WorkAsync(CancellationToken stopping)
    {
        var consumer = await connection.OpenConsumerAsync(stopping);
        state.IsConnected = true;
        _pause = ShortestPause;
        var inHand = Channel.CreateBounded<INatsJSMsg<byte[]>>(MaxBatch);
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var filling = FillAsync(consumer, inHand.Writer, reading.Token);
        try
        {
            while (await inHand.Reader.WaitToReadAsync(CancellationToken.None))
            {
                var pause = await processor.ProcessAsync(Take(inHand.Reader));
                if (pause > TimeSpan.Zero)
                {
                    await Task.Delay(pause, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                }
            }
        }
        finally
        {
            await reading.CancelAsync();
            inHand.Writer.TryComplete();
            await filling.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await filling;
    }

    private static async Task FillAsync(INatsJSConsumer consumer, ChannelWriter<INatsJSMsg<byte[]>> inHand, CancellationToken stopping)
    {
        try
        {
            // What was sent before it is told to stop is still delivered, and worked on.
            var options = new NatsJSConsumeOpts { MaxMsgs = MaxBatch, ThresholdMsgs = MaxBatch / 2, DrainOnCancel = true };
            await foreach (var message in consumer.ConsumeAsync<byte[]>(opts: options, cancellationToken: stopping))
            {
                await inHand.WriteAsync(message, CancellationToken.None);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // It stops.
        }
        catch (ChannelClosedException)
        {
            // Nobody works on it any more: the broker gives it to another.
        }
        finally
        {
            inHand.TryComplete();
        }
    }

    private static List<INatsJSMsg<byte[]>> Take(ChannelReader<INatsJSMsg<byte[]>> inHand)
    {
        var batch = new List<INatsJSMsg<byte[]>>();
        while (batch.Count < MaxBatch && inHand.TryRead(out var message))
        {
            batch.Add(message);
        }

        return batch;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The queue cannot be read; it is tried again in {Seconds} s: {Reason}")]
        public static partial void QueueAway(ILogger logger, double seconds, string reason);
    }
}

/// <summary>How a worker is doing.</summary>
internal sealed class WorkerState
{
    private volatile bool _isConnected;

    /// <summary>Whether it reads from the queue.</summary>
    public bool IsConnected
    {
        get => _isConnected;
        set => _isConnected = value;
    }
}
