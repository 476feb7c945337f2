using NATS.Client.JetStream.Models;

namespace KbApi.Server.Queue;

/// <summary>How reports are kept at the brokers; docs/adr/0041 says why.</summary>
internal static class QueueStreams
{
    /// <summary>How long the brokers remember what was published, so that it can be published again without being there twice.</summary>
    public static readonly TimeSpan DuplicateWindow = TimeSpan.FromMinutes(2);

    /// <summary>How much all workers together may have in hand.</summary>
    private const int MaxAckPending = 20_000;

    private static readonly TimeSpan DeadLettersKept = TimeSpan.FromDays(90);

    /// <summary>Reports until a worker has stored them. When it is full, new ones are refused: none that was taken is dropped for another.</summary>
    public static StreamConfig Reports(QueueConnection queue, QueueOptions options) => new(queue.Stream, [queue.Subject])
    {
        Description = "Reports that wait to be classified and stored",
        Retention = StreamConfigRetention.Workqueue,
        Storage = StreamConfigStorage.File,
        Discard = StreamConfigDiscard.New,
        NumReplicas = options.EffectiveReplicas,
        MaxBytes = options.MaxBytes,
        MaxMsgs = options.MaxReports > 0 ? options.MaxReports : -1,
        MaxMsgsPerSubject = -1,
        MaxMsgSize = -1,
        MaxConsumers = -1,
        DuplicateWindow = DuplicateWindow,
    };

    /// <summary>Letters that nobody could read, with the reason.</summary>
    public static StreamConfig DeadLetters(QueueConnection queue, QueueOptions options) => new(queue.DeadStream, [queue.DeadSubject])
    {
        Description = "Reports that no worker could store, with the reason in their headers",
        Retention = StreamConfigRetention.Limits,
        Storage = StreamConfigStorage.File,
        Discard = StreamConfigDiscard.New,
        NumReplicas = options.EffectiveReplicas,
        MaxBytes = Math.Max(1024 * 1024, options.MaxBytes / 8),
        MaxAge = DeadLettersKept,
        MaxMsgs = -1,
        MaxMsgsPerSubject = -1,
        MaxMsgSize = -1,
        MaxConsumers = -1,
        DuplicateWindow = DuplicateWindow,
    };

    /// <summary>What workers read with. How often a report is tried is theirs to decide: the broker tries for ever.</summary>
    public static ConsumerConfig Workers(QueueConnection queue, QueueOptions options) => new(QueueConnection.Consumer)
    {
        Description = "kb worker",
        AckPolicy = ConsumerConfigAckPolicy.Explicit,
        DeliverPolicy = ConsumerConfigDeliverPolicy.All,
        AckWait = options.AckWait,
        MaxDeliver = -1,
        MaxAckPending = MaxAckPending,
    };
}
