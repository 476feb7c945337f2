using System.Threading.Channels;

namespace KbApi.Server.Snapshots;

/// <summary>Tells that content may have changed: when the system says so, and at intervals where it says nothing, as on network mounts.</summary>
internal sealed class ContentChanges : IDisposable
{
    /// <summary>Editors save in several steps; what belongs together arrives within this time.</summary>
    private static readonly TimeSpan QuietTime = TimeSpan.FromMilliseconds(30);

    /// <summary>Of more changes at once it is only known that there are some.</summary>
    private const int MaxPaths = 32;

    private readonly Lock _lock = new();
    private readonly Channel<bool> _changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly DirectoryWatchers _watchers;
    private readonly ITimer _timer;
    private readonly TimeProvider _time;
    private HashSet<string>? _paths = new(StringComparer.Ordinal);

    /// <param name="paths">Files and folders.</param>
    /// <param name="interval">How often to look where the system tells nothing.</param>
    /// <param name="time">The clock.</param>
    public ContentChanges(IReadOnlyList<string> paths, TimeSpan interval, TimeProvider time)
    {
        _time = time;
        _watchers = new DirectoryWatchers(paths, Tell);
        _timer = time.CreateTimer(_ => Tell(null), state: null, interval, interval);
    }

    /// <summary>Waits until content may have changed, and no more seems to follow at once.</summary>
    /// <returns>What may have changed since the last time, as <see cref="DirectoryWatchers"/> tells it; null where it may be anything.</returns>
    public async Task<IReadOnlyCollection<string>?> NextAsync(CancellationToken cancellation)
    {
        await _changes.Reader.ReadAsync(cancellation);
        await Task.Delay(QuietTime, _time, cancellation);
        while (_changes.Reader.TryRead(out _))
        {
            // What came in the meantime is read with this load.
        }

        lock (_lock)
        {
            var paths = _paths;
            _paths = new(StringComparer.Ordinal);
            return paths;
        }
    }

    public void Dispose()
    {
        _watchers.Dispose();
        _timer.Dispose();
    }

    private void Tell(string? path)
    {
        lock (_lock)
        {
            if (path is null || _paths?.Count >= MaxPaths)
            {
                _paths = null;
            }
            else
            {
                _paths?.Add(path);
            }
        }

        _changes.Writer.TryWrite(true);
    }
}
