using System.Collections.Immutable;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using KbApi.Cli.Watch.Content;
using Microsoft.Extensions.Hosting;

namespace KbApi.Cli.Watch.Preview;

/// <summary>Tells open pages of changes, as server-sent events.</summary>
internal sealed class PreviewEvents
{
    /// <summary>What a page that does not read fast enough may miss: it is told the last state in any case.</summary>
    private const int Kept = 16;

    private readonly WatchSession _session;
    private readonly IHostApplicationLifetime _lifetime;
    private readonly Lock _lock = new();
    private ImmutableArray<Channel<WatchChange>> _pages = [];

    public PreviewEvents(WatchSession session, IHostApplicationLifetime lifetime)
    {
        (_session, _lifetime) = (session, lifetime);
        session.Subscribe(Tell);
    }

    /// <summary>First the version of the content; then, with each change, the version and the ids of the articles that it shows in.</summary>
    public async IAsyncEnumerable<SseItem<string>> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation, _lifetime.ApplicationStopping);
        var page = Channel.CreateBounded<WatchChange>(new BoundedChannelOptions(Kept) { FullMode = BoundedChannelFullMode.DropOldest });
        lock (_lock)
        {
            _pages = _pages.Add(page);
        }

        try
        {
            yield return Item("hello", _session.State.Version, []);
            while (await NextAsync(page, stop.Token) is { } change)
            {
                yield return Item("change", change.State.Version, change.Articles);
            }
        }
        finally
        {
            lock (_lock)
            {
                _pages = _pages.Remove(page);
            }
        }
    }

    private static async Task<WatchChange?> NextAsync(Channel<WatchChange> page, CancellationToken stop)
    {
        try
        {
            return await page.Reader.ReadAsync(stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return null;
        }
    }

    private static SseItem<string> Item(string type, int version, ImmutableArray<string> articles) =>
        new(System.Text.Json.JsonSerializer.Serialize(new { version, articles }), type);

    private void Tell(WatchChange change)
    {
        foreach (var page in _pages)
        {
            page.Writer.TryWrite(change);
        }
    }
}
