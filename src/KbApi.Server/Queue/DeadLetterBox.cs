using System.Runtime.CompilerServices;
using NATS.Client.JetStream;
using NATS.Client.JetStream.Models;

namespace KbApi.Server.Queue;

/// <summary>Looks at dead letters, gives them to workers again, and drops them. It makes no streams, and leaves the settings of those that are there alone.</summary>
internal sealed class DeadLetterBox(QueueConnection connection)
{
    /// <summary>The letters, oldest first.</summary>
    public async IAsyncEnumerable<DeadLetter> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var stream = await connection.Context.GetStreamAsync(connection.DeadStream, cancellationToken: cancellation);
        var last = stream.Info.State.LastSeq;
        for (ulong next = 1; next <= last;)
        {
            // The first at this number or behind it: letters in between may have been dropped.
            if (await GetAsync(stream, new() { Seq = next, NextBySubj = connection.DeadSubject }, cancellation) is not { } letter)
            {
                break;
            }

            next = letter.Number + 1;
            yield return letter;
        }
    }

    /// <summary>A letter, or null where there is none of that number.</summary>
    public async Task<DeadLetter?> FindAsync(ulong number, CancellationToken cancellation) =>
        number == 0 ? null : await GetAsync(await connection.Context.GetStreamAsync(connection.DeadStream, cancellationToken: cancellation), new() { Seq = number }, cancellation);

    /// <summary>
    /// Puts a letter back into the queue, and takes it away here when the brokers have it there. Whoever breaks off in between finds it in both places: it is
    /// stored once whatever happens, since it keeps the id that it was given when it was received.
    /// </summary>
    public async Task ReplayAsync(DeadLetter letter, CancellationToken cancellation)
    {
        var acknowledged = await connection.Context.PublishAsync(connection.Subject, letter.Data.ToArray(), cancellationToken: cancellation);
        if (acknowledged.Error is { } error)
        {
            throw QueueFailure.Of(error);
        }

        await DropAsync(letter.Number, cancellation);
    }

    /// <summary>Drops a letter for good: the brokers overwrite it.</summary>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> DropAsync(ulong number, CancellationToken cancellation)
    {
        try
        {
            var stream = await connection.Context.GetStreamAsync(connection.DeadStream, cancellationToken: cancellation);
            return number > 0 && (await stream.DeleteMessageAsync(new StreamMsgDeleteRequest { Seq = number }, cancellation)).Success;
        }
        catch (NatsJSApiException e) when (IsNoMessage(e))
        {
            return false;
        }
    }

    private static async Task<DeadLetter?> GetAsync(INatsJSStream stream, StreamMsgGetRequest request, CancellationToken cancellation)
    {
        try
        {
            return DeadLetter.Of((await stream.GetAsync(request, cancellation)).Message);
        }
        catch (NatsJSApiException e) when (IsNoMessage(e))
        {
            return null;
        }
    }

    private static bool IsNoMessage(NatsJSApiException e) => e.Error.ErrCode is QueueFailure.NoMessage or QueueFailure.NoSuchSequence;
}
