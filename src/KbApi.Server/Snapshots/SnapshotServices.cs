using KbApi.Server.Diagnostics;
using KbApi.Server.Search;

namespace KbApi.Server.Snapshots;

/// <summary>What holds the content being served, and brings the next.</summary>
internal static class SnapshotServices
{
    public static void AddSnapshots(this IServiceCollection services)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<SnapshotStore>();
        services.AddSingleton<QuietThread>();
        services.AddSingleton<SearchIndexes>();
        services.AddSingleton<ContentFindings>();
        services.AddSingleton<SnapshotPreparation>();
        services.AddHostedService<SnapshotFeed>();
    }
}
