using KbApi.Reports.Intake;
using NATS.Client.Core;
using NATS.Client.JetStream;

namespace KbApi.Server.Queue;

/// <summary>Puts reports into the queue. What a call has returned from is with as many brokers as keep it.</summary>
internal sealed class ReportQueue(QueueConnection connection, QueueMetrics metrics) : IDisposable
{
    /// <summary>How many reports may be on their way to the brokers.</summary>
    public const int MaxUnderWay = 2_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan PatienceOfAttempt = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly SemaphoreSlim _underWay = new(MaxUnderWay);

    /// <summary>Publishes a report, once: while the brokers remember, a report with the same id or the same key of a request is not taken again.</summary>
    /// <returns>The report that is in the queue: the one given, or the earlier one; null where the earlier one was taken out of the queue already.</returns>
    /// <exception cref="QueueUnavailableException">The brokers did not acknowledge it.</exception>
    /// <exception cref="NatsPayloadTooLargeException">It is larger than a message at the brokers may be.</exception>
    public async Task<QueuedReport?> PublishAsync(QueuedReport report, CancellationToken cancellation)
    {
        if (!await _underWay.WaitAsync(TimeSpan.Zero, CancellationToken.None))
        {
            metrics.Published.Add(PublishOutcome.Refused);
            throw new QueueUnavailableException(QueueTrouble.Busy, "Too many reports are on their way to the broker.");
        }

        try
        {
            var (isDuplicate, sequence) = await PublishUntilAcknowledgedAsync(report, cancellation);
            metrics.Published.Add(isDuplicate ? PublishOutcome.Duplicate : PublishOutcome.Acknowledged);
            return isDuplicate ? await FindAsync(sequence, cancellation) : report;
        }
        catch (QueueUnavailableException)
        {
            metrics.Published.Add(PublishOutcome.Refused);
            throw;
        }
        finally
        {
            _underWay.Release();
        }
    }

    public void Dispose() => _underWay.Dispose();

    private async Task<(bool IsDuplicate, ulong Sequence)> PublishUntilAcknowledgedAsync(QueuedReport report, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        var bytes = QueuedReportDocument.Write(report);
        var isRepeated = false;
        while (true)
        {
            try
            {
                await connection.PrepareAsync(patience.Token);
                var (isDuplicate, sequence) = await PublishOnceAsync(report, bytes, patience.Token);

                // The attempt before may have reached the broker, and only its answer been lost.
                return (isDuplicate && !(isRepeated && await IsOwnAsync(report, sequence, patience.Token)), sequence);
            }
            catch (Exception e) when (QueueFailure.IsOfBroker(e, cancellation) || e is QueueUnavailableException { Reason: QueueTrouble.Away })
            {
                var failure = e as QueueUnavailableException ?? QueueFailure.Of(e);
                if (failure.Reason != QueueTrouble.Away || patience.IsCancellationRequested)
                {
                    throw failure;
                }

                isRepeated = true;
                await Task.Delay(Pause, patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task<(bool IsDuplicate, ulong Sequence)> PublishOnceAsync(QueuedReport report, byte[] bytes, CancellationToken cancellation)
    {
        using var attempt = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        attempt.CancelAfter(PatienceOfAttempt);
        var acknowledged = await connection.Context.PublishAsync(
            connection.Subject, bytes, opts: new NatsJSPubOpts { MsgId = report.Request?.KeyHash ?? report.Id.ToString() }, cancellationToken: attempt.Token);
        return acknowledged.Error is { } error ? throw QueueFailure.Of(error) : (acknowledged.Duplicate, acknowledged.Seq);
    }

    private async Task<bool> IsOwnAsync(QueuedReport report, ulong sequence, CancellationToken cancellation) =>
        report.Request is null || await FindAsync(sequence, cancellation) is { } found && found.Id == report.Id;

    private async Task<QueuedReport?> FindAsync(ulong sequence, CancellationToken cancellation)
    {
        try
        {
            var stream = await connection.Context.GetStreamAsync(connection.Stream, cancellationToken: cancellation);
            var message = await stream.GetAsync(new() { Seq = sequence }, cancellation);
            return QueuedReportDocument.Read(message.Message.Data.Span);
        }
        catch (NatsJSApiException e) when (e.Error.Code == StatusCodes.Status404NotFound)
        {
            return null;
        }
        catch (Exception e) when (QueueFailure.IsOfBroker(e, cancellation))
        {
            throw QueueFailure.Of(e);
        }
    }
}
