using System.Globalization;
using NATS.Client.JetStream;

namespace KbApi.Server.Queue;

/// <summary>Reads how much is in the queue. It makes no streams, and leaves those that are there as they are.</summary>
internal sealed class QueueReader(QueueConnection connection, TimeProvider time)
{
    /// <summary>How much is in the queue now.</summary>
    public async Task<QueueState> ReadAsync(CancellationToken cancellation)
    {
        var stream = await connection.Context.GetStreamAsync(connection.Stream, cancellationToken: cancellation);
        var dead = await connection.Context.GetStreamAsync(connection.DeadStream, cancellationToken: cancellation);
        var reports = stream.Info.State;
        var (pending, inHand, redelivering) = await ConsumerAsync(cancellation) ?? (reports.Messages, 0, 0);
        DateTimeOffset? oldest = reports.Messages > 0 && DateTimeOffset.TryParse(reports.FirstTs, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var first) ? first : null;
        var lag = oldest is { } published && time.GetUtcNow() - published is { Ticks: > 0 } waited ? waited : TimeSpan.Zero;
        return new QueueState(pending, inHand, redelivering, reports.Bytes, dead.Info.State.Messages, oldest, lag);
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
