using System.Globalization;
using NATS.Client.JetStream;

namespace KbApi.Server.Queue;

/// <summary>How much is in the queue.</summary>
/// <param name="Pending">Reports that no worker has been given.</param>
/// <param name="InHand">Reports that a worker has been given and not acknowledged.</param>
/// <param name="Redelivering">Those of them that were given before.</param>
/// <param name="Bytes">Bytes of all of them, at one broker.</param>
/// <param name="DeadLetters">Reports among the dead letters.</param>
/// <param name="Oldest">When the oldest was published; null where the queue is empty.</param>
/// <param name="Lag">How long ago that was.</param>
internal sealed record QueueState(long Pending, long InHand, long Redelivering, long Bytes, long DeadLetters, DateTimeOffset? Oldest, TimeSpan Lag);

/// <summary>Looks at the queue every few seconds, so that metrics are there without anybody waiting for the brokers.</summary>
internal sealed partial class QueueMonitor(QueueConnection connection, TimeProvider time, ILogger<QueueMonitor> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);

    private volatile QueueState? _state;
    private string? _trouble;

    /// <summary>Whether there is a queue.</summary>
    public bool IsOn => connection.IsOn;

    /// <summary>How much is in the queue as of a few seconds ago; null while the brokers do not answer.</summary>
    public QueueState? State => _state;

    /// <summary>How much is in the queue now.</summary>
    /// <exception cref="QueueUnavailableException">The brokers do not answer.</exception>
    public async Task<QueueState> LookAsync(CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(QueueFailure.Patience);
        try
        {
            await connection.PrepareAsync(patience.Token);
            var stream = await connection.Context.GetStreamAsync(connection.Stream, cancellationToken: patience.Token);
            var dead = await connection.Context.GetStreamAsync(connection.DeadStream, cancellationToken: patience.Token);
            var reports = stream.Info.State;
            var (pending, inHand, redelivering) = await ConsumerAsync(patience.Token) ?? (reports.Messages, 0, 0);
            DateTimeOffset? oldest = reports.Messages > 0 && DateTimeOffset.TryParse(reports.FirstTs, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var first) ? first : null;
            var lag = oldest is { } published && time.GetUtcNow() - published is { Ticks: > 0 } waited ? waited : TimeSpan.Zero;
            return new QueueState(pending, inHand, redelivering, reports.Bytes, dead.Info.State.Messages, oldest, lag);
        }
        catch (Exception e) when (QueueFailure.IsOfBroker(e, cancellation))
        {
            throw QueueFailure.Of(e);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!connection.IsOn)
        {
            return;
        }

        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            do
            {
                try
                {
                    _state = await LookAsync(stoppingToken);
                    if (_trouble is not null)
                    {
                        _trouble = null;
                        Log.Back(logger);
                    }
                }
                catch (QueueUnavailableException e)
                {
                    _state = null;
                    if (_trouble != e.Message)
                    {
                        // Once for each reason, not every three seconds.
                        _trouble = e.Message;
                        Log.Away(logger, e.Reason, e.Message);
                    }

                    if (e.Reason == QueueTrouble.Away)
                    {
                        connection.Forget();
                    }
                }
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The queue cannot be used ({Trouble}): {Reason}")]
        public static partial void Away(ILogger logger, QueueTrouble trouble, string reason);

        [LoggerMessage(2, LogLevel.Information, "The queue can be used again")]
        public static partial void Back(ILogger logger);
    }

    /// <summary>What workers have in hand; null where none has ever been there.</summary>
    private async Task<(long Pending, long InHand, long Redelivering)?> ConsumerAsync(CancellationToken cancellation)
    {
        try
        {
            var info = (await connection.Context.GetConsumerAsync(connection.Stream, QueueConnection.Consumer, cancellation)).Info;
            return ((long)info.NumPending, info.NumAckPending, info.NumRedelivered);
        }
        catch (NatsJSApiException e) when (e.Error.Code == StatusCodes.Status404NotFound)
        {
            return null;
        }
    }
}
