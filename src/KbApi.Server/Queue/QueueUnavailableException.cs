namespace KbApi.Server.Queue;

/// <summary>The queue took nothing. What was sent may be sent again.</summary>
internal sealed class QueueUnavailableException(QueueTrouble reason, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The kind of trouble.</summary>
    public QueueTrouble Reason { get; } = reason;

    /// <summary>After how long it is worth trying again.</summary>
    public TimeSpan RetryAfter => Reason switch
    {
        QueueTrouble.Busy => TimeSpan.FromSeconds(1),
        QueueTrouble.Away => TimeSpan.FromSeconds(5),
        _ => TimeSpan.FromSeconds(30),
    };
}

/// <summary>Why a queue takes nothing.</summary>
internal enum QueueTrouble
{
    /// <summary>The brokers can't be reached, or are too few to agree.</summary>
    Away,

    /// <summary>More is on its way to them than they acknowledge.</summary>
    Busy,

    /// <summary>As much is waiting as may wait.</summary>
    Full,

    /// <summary>What there is under its name is not such a queue.</summary>
    Unusable,
}
