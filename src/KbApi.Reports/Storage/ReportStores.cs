using KbApi.Reports.Postgres;
using KbApi.Reports.Sqlite;

namespace KbApi.Reports.Storage;

/// <summary>Makes stores.</summary>
public static class ReportStores
{
    /// <summary>The file of reports where no other is named.</summary>
    public const string FileName = "kbapi.db";

    /// <summary>The folder of containers for what is to be kept.</summary>
    private const string DataFolder = "/data";

    /// <summary>
    /// The store that a setting names, else the environment variable KB_STORE, else the file <c>kbapi.db</c>: in <c>/data</c> where that may be written to, or in
    /// <c>data</c> in the current folder.
    /// </summary>
    /// <param name="setting">The setting, as <see cref="StoreLocation.Parse"/> reads it; null or empty for none.</param>
    /// <exception cref="FormatException">The setting can't be read.</exception>
    public static StoreLocation Locate(string? setting)
    {
        var named = string.IsNullOrWhiteSpace(setting) ? Environment.GetEnvironmentVariable("KB_STORE") : setting;
        return string.IsNullOrWhiteSpace(named)
            ? new StoreLocation(StoreEngine.Sqlite, Path.Combine(MayWrite(DataFolder) ? DataFolder : "data", FileName))
            : StoreLocation.Parse(named);
    }

    /// <summary>A store; nothing is opened before it is first used.</summary>
    /// <param name="location">Where.</param>
    /// <param name="maxBytes">How large a file may become; null for as large as there is room. PostgreSQL has limits of its own.</param>
    /// <exception cref="ArgumentException">The location is <see cref="StoreLocation.Off"/>.</exception>
    /// <exception cref="FormatException">The address can't be read.</exception>
    public static IReportStore Create(StoreLocation location, long? maxBytes = null)
    {
        ArgumentNullException.ThrowIfNull(location);
        return location.Engine switch
        {
            StoreEngine.Sqlite => new SqliteReportStore(new SqliteStoreOptions { Path = location.Address, MaxBytes = maxBytes }),
            StoreEngine.Postgres => new PostgresReportStore(new PostgresStoreOptions { Address = location.Address }),
            _ => throw new ArgumentException("No reports are kept here; name a file or a server.", nameof(location)),
        };
    }

    private static bool MayWrite(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return false;
        }

        try
        {
            using var probe = new FileStream(Path.Combine(folder, $".{Guid.NewGuid():N}"), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
