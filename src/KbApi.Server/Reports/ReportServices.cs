using KbApi.Server.Hosting;
using KbApi.Server.Queue;

namespace KbApi.Server.Reports;

/// <summary>What keeping reports needs.</summary>
internal static class ReportServices
{
    /// <summary>Adds it. Settings are read when the server starts.</summary>
    public static void AddReports(this IServiceCollection services)
    {
        services.AddReportDesk();
        services.AddHostedService<ReportRetention>();
        services.AddQueue();
        services.AddSingleton<QueuedReports>();
    }

    /// <summary>What takes reports in and keeps them, alone.</summary>
    public static void AddReportDesk(this IServiceCollection services)
    {
        services.AddSingleton(provider => ReportOptions.Read(provider.GetRequiredService<IConfiguration>()));
        services.AddSingleton(new KnownSettings("Store", ["Retention", "MaxBytes", "Secret"]));
        services.AddSingleton<ReportDesk>();
    }
}
