using System.Globalization;
using KbApi.Server.Queue;
using NATS.Client.Core;
using NATS.Client.JetStream;

namespace KbApi.Server.Workers;

/// <summary>Puts reports aside that no worker can store, as they were, with the reason.</summary>
internal sealed partial class DeadLetters(QueueConnection connection, QueueMetrics metrics, ILogger<DeadLetters> logger)
{
    /// <summary>The header that says why.</summary>
    public const string ReasonHeader = "Kb-Reason";

    /// <summary>The header that says how often it was given to a worker.</summary>
    public const string DeliveriesHeader = "Kb-Deliveries";

    /// <summary>The header that says which message of the queue it was.</summary>
    public const string SequenceHeader = "Kb-Sequence";

    private const int MaxReasonLength = 500;

    /// <summary>Puts a message aside and takes it out of the queue. Where that is not possible now, it stays in the queue.</summary>
    /// <returns>Whether it lies among the dead letters.</returns>
    public async Task<bool> TakeAsync(INatsJSMsg<byte[]> message, string reason)
    {
        var sequence = (message.Metadata?.Sequence.Stream ?? 0).ToString(CultureInfo.InvariantCulture);
        var headers = new NatsHeaders
        {
            [ReasonHeader] = Printable(reason),
            [DeliveriesHeader] = (message.Metadata?.NumDelivered ?? 1).ToString(CultureInfo.InvariantCulture),
            [SequenceHeader] = sequence,
        };
        using var patience = new CancellationTokenSource(QueueFailure.Patience);
        try
        {
            // A worker that is killed before it takes the message out of the queue leaves it to another, which puts it aside again, once.
            var acknowledged = await connection.Context.PublishAsync(
                connection.DeadSubject, message.Data ?? [], opts: new NatsJSPubOpts { MsgId = "dead-" + sequence }, headers: headers, cancellationToken: patience.Token);
            acknowledged.EnsureSuccess();
            await message.AckAsync(cancellationToken: patience.Token);
        }
        catch (Exception e) when (QueueFailure.IsOfBroker(e, CancellationToken.None) || e is NatsJSDuplicateMessageException)
        {
            if (e is not NatsJSDuplicateMessageException)
            {
                Log.CannotPutAside(logger, sequence, e.Message);
                return false;
            }

            await message.AckAsync(cancellationToken: CancellationToken.None);
        }

        metrics.Worked.Add(WorkOutcome.DeadLettered);
        Log.PutAside(logger, sequence, reason);
        return true;
    }

    /// <summary>Headers are of one line, in ASCII.</summary>
    private static string Printable(string reason)
    {
        var text = string.Concat(reason.Select(c => c is >= ' ' and <= '~' ? c : '?'));
        return text.Length <= MaxReasonLength ? text : text[..MaxReasonLength];
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Report {Sequence} of the queue lies among the dead letters: {Reason}")]
        public static partial void PutAside(ILogger logger, string sequence, string reason);

        [LoggerMessage(2, LogLevel.Warning, "Report {Sequence} cannot be put among the dead letters and stays in the queue: {Reason}")]
        public static partial void CannotPutAside(ILogger logger, string sequence, string reason);
    }
}
