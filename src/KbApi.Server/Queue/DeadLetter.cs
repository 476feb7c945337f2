using System.Globalization;
using System.Text;
using KbApi.Server.Workers;
using NATS.Client.JetStream.Models;

namespace KbApi.Server.Queue;

/// <summary>A report that no worker could store, as it was published.</summary>
/// <param name="Number">Which of the dead letters it is.</param>
/// <param name="PutAside">When it was put there.</param>
/// <param name="Reason">Why.</param>
/// <param name="Deliveries">How often it was given to a worker.</param>
/// <param name="Sequence">Which message of the queue it was.</param>
/// <param name="Data">What was published; it may be no report at all.</param>
internal sealed record DeadLetter(ulong Number, DateTimeOffset PutAside, string Reason, long Deliveries, ulong Sequence, ReadOnlyMemory<byte> Data)
{
    public static DeadLetter Of(StoredMessage message)
    {
        var headers = HeadersOf(message.Hdrs);
        return new DeadLetter(
            message.Seq,
            message.Time,
            headers.GetValueOrDefault(DeadLetters.ReasonHeader, ""),
            long.TryParse(headers.GetValueOrDefault(DeadLetters.DeliveriesHeader), NumberStyles.None, CultureInfo.InvariantCulture, out var deliveries) ? deliveries : 0,
            ulong.TryParse(headers.GetValueOrDefault(DeadLetters.SequenceHeader), NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) ? sequence : 0,
            message.Data);
    }

    /// <summary>A stored message has its headers as they went over the wire: a line with the version, then a line each.</summary>
    private static Dictionary<string, string> HeadersOf(string? encoded) =>
        Encoding.ASCII.GetString(Convert.FromBase64String(encoded ?? "")).Split("\r\n")
            .Select(line => line.Split(':', 2)).Where(parts => parts.Length == 2)
            .DistinctBy(parts => parts[0], StringComparer.OrdinalIgnoreCase)
            .ToDictionary(parts => parts[0], parts => parts[1].Trim(), StringComparer.OrdinalIgnoreCase);
}
