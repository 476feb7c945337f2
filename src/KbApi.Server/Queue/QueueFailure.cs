using NATS.Client.Core;
using NATS.Client.JetStream;
using NATS.Client.JetStream.Models;

namespace KbApi.Server.Queue;

/// <summary>What goes wrong at brokers, in our words.</summary>
internal static class QueueFailure
{
    /// <summary>How long a broker may take for one answer; a new leader is chosen in less.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>The number of JetStream for a stream that it can't hold.</summary>
    public const int NoRoom = 10047;

    /// <summary>The number of JetStream for a stream that it does not know.</summary>
    public const int NoStream = 10059;

    /// <summary>The number of JetStream for a message that it does not have.</summary>
    public const int NoMessage = 10037;

    /// <summary>The number of JetStream for a message that can't be deleted, as there is none of that sequence.</summary>
    public const int NoSuchSequence = 10043;

    /// <summary>Numbers of JetStream: the limits of the stream, of the account and of the disk.</summary>
    private static readonly HashSet<int> Full = [10023, NoRoom, 10077, 10028, 10054];

    /// <summary>Whether the broker, and not the caller's patience, ended something.</summary>
    public static bool IsOfBroker(Exception e, CancellationToken caller) =>
        e is (NatsException and not NatsPayloadTooLargeException) or IOException or System.Net.Sockets.SocketException or TimeoutException || e is OperationCanceledException && !caller.IsCancellationRequested;

    public static QueueUnavailableException Of(Exception e) => e switch
    {
        NatsJSApiException api => Of(api.Error),
        OperationCanceledException => new(QueueTrouble.Away, "The broker does not answer.", e),
        _ => new(QueueTrouble.Away, e.Message, e),
    };

    public static QueueUnavailableException Of(ApiError error) =>
        new(Full.Contains(error.ErrCode) ? QueueTrouble.Full : QueueTrouble.Away, error.Description ?? "The broker refuses without a reason.");
}
