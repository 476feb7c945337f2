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
