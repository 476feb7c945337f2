namespace KbApi.Server.Queue;

/// <summary>Looks at the queue every few seconds, so that metrics are there without anybody waiting for the brokers.</summary>
internal sealed partial class QueueMonitor(QueueConnection connection, QueueReader reader, TimeProvider time, ILogger<QueueMonitor> logger) : BackgroundService
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
            return await reader.ReadAsync(patience.Token);
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
}
