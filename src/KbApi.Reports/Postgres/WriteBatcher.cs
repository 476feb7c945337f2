using System.Collections.Immutable;
using System.Threading.Channels;
using KbApi.Reports.Storage;

namespace KbApi.Reports.Postgres;

/// <summary>Joins reports that come at about the same time into one statement: while one is under way, those that come wait for the next.</summary>
internal sealed class WriteBatcher : IAsyncDisposable
{
    private const int MaxWaiting = 4096;
    private const int MaxTogether = 200;
    private const int Writers = 4;

    private readonly Channel<Waiting> _channel = Channel.CreateBounded<Waiting>(MaxWaiting);
    private readonly Func<ReportRow[], Task<ImmutableArray<AddedReport>>> _write;
    private readonly Task _writing;

    public WriteBatcher(Func<ReportRow[], Task<ImmutableArray<AddedReport>>> write)
    {
        _write = write;
        _writing = Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(WriteAllAsync)));
    }

    public async Task<AddedReport> AddAsync(ReportRow row, CancellationToken cancellation)
    {
        var waiting = new Waiting(row, new TaskCompletionSource<AddedReport>(TaskCreationOptions.RunContinuationsAsynchronously), cancellation);
        if (!_channel.Writer.TryWrite(waiting))
        {
            throw new StoreUnavailableException(StoreTrouble.Busy, "Too many reports wait already.");
        }

        return await waiting.Done.Task.WaitAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        _channel.Writer.TryComplete();
        await _writing;
    }

    private async Task WriteAllAsync()
    {
        var together = new List<Waiting>(MaxTogether);
        while (await _channel.Reader.WaitToReadAsync())
        {
            together.Clear();
            while (together.Count < MaxTogether && _channel.Reader.TryRead(out var waiting))
            {
                if (!waiting.Cancellation.IsCancellationRequested)
                {
                    together.Add(waiting);
                }
            }

            if (together.Count > 0)
            {
                await WriteAsync(together);
            }
        }
    }

    private async Task WriteAsync(IReadOnlyList<Waiting> together)
    {
        try
        {
            var added = await _write([.. together.Select(w => w.Row)]);
            foreach (var (i, waiting) in together.Index())
            {
                waiting.Done.TrySetResult(added[i]);
            }
        }
        catch (Exception e) when (e is not StoreUnavailableException && together.Count > 1)
        {
            // One that the database refuses fails alone.
            foreach (var waiting in together)
            {
                await WriteAsync([waiting]);
            }
        }
        catch (Exception e)
        {
            foreach (var waiting in together)
            {
                waiting.Done.TrySetException(e);
            }
        }
    }

    private sealed record Waiting(ReportRow Row, TaskCompletionSource<AddedReport> Done, CancellationToken Cancellation);
}
