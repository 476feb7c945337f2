using KbApi.Server.Diagnostics;
using KbApi.Server.Hosting;
using KbApi.Server.Search;
using KbApi.Server.Snapshots.Packs;
using Microsoft.Extensions.Options;

namespace KbApi.Server.Snapshots;

/// <summary>What holds the content being served, and brings the next.</summary>
internal static class SnapshotServices
{
    public static void AddSnapshots(this IServiceCollection services)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<SnapshotStore>();
        services.AddSingleton<SearchIndexes>();
        services.AddSingleton<ContentFindings>();
        services.AddSingleton<SnapshotPreparation>();
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<IOptions<ServerOptions>>().Value.IsPack
            ? ActivatorUtilities.CreateInstance<PackWatcher>(provider)
            : ActivatorUtilities.CreateInstance<ContentWatcher>(provider));
    }
}
