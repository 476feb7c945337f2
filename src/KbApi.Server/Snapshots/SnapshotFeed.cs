using KbApi.Server.Hosting;
using KbApi.Server.Snapshots.Packs;
using Microsoft.Extensions.Options;

namespace KbApi.Server.Snapshots;

/// <summary>Where snapshots come from: content on disk, or packs.</summary>
internal sealed class SnapshotFeed(IServiceProvider services, IOptions<ServerOptions> options) : IHostedService, IDisposable
{
    private readonly BackgroundService _watcher = options.Value.IsPack
        ? ActivatorUtilities.CreateInstance<PackWatcher>(services)
        : ActivatorUtilities.CreateInstance<ContentWatcher>(services);

    public Task StartAsync(CancellationToken cancellationToken) => _watcher.StartAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => _watcher.StopAsync(cancellationToken);

    public void Dispose() => _watcher.Dispose();
}
