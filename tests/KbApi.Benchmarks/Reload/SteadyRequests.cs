using System.Collections.Concurrent;
using System.Diagnostics;
using KbApi.Benchmarks.Http;

namespace KbApi.Benchmarks.Reload;

/// <summary>A few clients that ask at a steady pace, far from what the server can do, and keep how long each answer took.</summary>
internal sealed class SteadyRequests : IDisposable
{
    private const int Clients = 2;

    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(4);

    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<double> _times = new();
    private readonly Task[] _clients;

    /// <param name="port">Where the server listens.</param>
    /// <param name="requests">What is asked, in turn.</param>
    public SteadyRequests(int port, IReadOnlyList<byte[]> requests) =>
        _clients = [.. Enumerable.Range(0, Clients).Select(c => Task.Factory.StartNew(() => Ask(port, requests, c), TaskCreationOptions.LongRunning))];

    /// <summary>The milliseconds of the answers since the last time.</summary>
    public List<double> Take()
    {
        var taken = new List<double>();
        while (_times.TryDequeue(out var time))
        {
            taken.Add(time);
        }

        return taken;
    }

    public void Dispose()
    {
        _stop.Cancel();
        Task.WaitAll(_clients);
        _stop.Dispose();
    }

    private void Ask(int port, IReadOnlyList<byte[]> requests, int first)
    {
        using var connection = new LoadConnection(port);
        for (var i = first; !_stop.IsCancellationRequested; i += Clients)
        {
            var start = Stopwatch.GetTimestamp();
            connection.Ask(requests[i % requests.Count], "HTTP/1.1 200"u8);
            _times.Enqueue(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            _stop.Token.WaitHandle.WaitOne(Pace);
        }
    }
}
