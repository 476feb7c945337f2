using System.Threading.Channels;

namespace KbApi.Server.Snapshots;

/// <summary>Tells that content may have changed: when the system says so, and at intervals where it says nothing, as on network mounts.</summary>
internal sealed class ContentChanges : IDisposable
{
    /// <summary>Editors save in several steps; what belongs together arrives within this time.</summary>
    private static readonly TimeSpan QuietTime = TimeSpan.FromMilliseconds(30);

    private readonly Channel<bool> _changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly DirectoryWatchers _watchers;
    private readonly ITimer _timer;
    private readonly TimeProvider _time;

    /// <param name="paths">Files and folders.</param>
    /// <param name="interval">How often to look where the system tells nothing.</param>
    /// <param name="time">The clock.</param>
    public ContentChanges(IReadOnlyList<string> paths, TimeSpan interval, TimeProvider time)
    {
        _time = time;
        _watchers = new DirectoryWatchers(paths, Tell);
        _timer = time.CreateTimer(_ => Tell(), state: null, interval, interval);
    }

    /// <summary>Waits until content may have changed, and no more seems to follow at once.</summary>
    public async Task NextAsync(CancellationToken cancellation)
    {
        await _changes.Reader.ReadAsync(cancellation);
        await Task.Delay(QuietTime, _time, cancellation);
        while (_changes.Reader.TryRead(out _))
        {
            // What came in the meantime is read with this load.
        }
    }

    public void Dispose()
    {
        _watchers.Dispose();
        _timer.Dispose();
    }

    private void Tell() => _changes.Writer.TryWrite(true);
}
