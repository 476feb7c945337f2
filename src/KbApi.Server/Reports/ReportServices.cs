namespace KbApi.Server.Reports;

/// <summary>What keeping reports needs.</summary>
internal static class ReportServices
{
    /// <summary>Adds it. Settings are read when the server starts.</summary>
    public static void AddReports(this IServiceCollection services)
    {
        services.AddSingleton(provider => ReportOptions.Read(provider.GetRequiredService<IConfiguration>()));
        services.AddSingleton<ReportDesk>();
        services.AddHostedService<ReportRetention>();
    }
}
