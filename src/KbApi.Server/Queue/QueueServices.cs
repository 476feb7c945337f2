namespace KbApi.Server.Queue;

/// <summary>What reports are put into a queue with, and what is measured of it.</summary>
internal static class QueueServices
{
    public static void AddQueue(this IServiceCollection services)
    {
        services.AddSingleton<QueueConnection>();
        services.AddSingleton<QueueReader>();
        services.AddSingleton<QueueMonitor>();
        services.AddSingleton<QueueMetrics>();
        services.AddSingleton<ReportQueue>();
        services.AddHostedService(provider => provider.GetRequiredService<QueueMonitor>());
    }
}
