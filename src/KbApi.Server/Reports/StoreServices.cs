using KbApi.Reports.Postgres;
using KbApi.Reports.Sqlite;
using KbApi.Reports.Storage;
using KbApi.Server.Telemetry;

namespace KbApi.Server.Reports;

/// <summary>Where reports are kept.</summary>
internal static class StoreServices
{
    public static void AddReportStore(this IServiceCollection services) => services.AddSingleton<IReportStore>(provider =>
        new MeasuredReportStore(Open(StoreLocation.Parse(provider.GetRequiredService<IConfiguration>()["KB_STORE"] ?? "off")), provider.GetRequiredService<StoreMetrics>()));

    private static IReportStore Open(StoreLocation location) => location.Engine switch
    {
        StoreEngine.Postgres => new PostgresReportStore(new PostgresStoreOptions { Address = location.Address }),
        StoreEngine.Sqlite => new SqliteReportStore(new SqliteStoreOptions { Path = location.Address }),
        _ => throw new InvalidOperationException("No store is set; set KB_STORE."),
    };
}
