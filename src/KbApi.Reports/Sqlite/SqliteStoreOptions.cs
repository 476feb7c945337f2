namespace KbApi.Reports.Sqlite;

/// <summary>How reports are kept in a file of SQLite.</summary>
public sealed record SqliteStoreOptions
{
    /// <summary>The file; its folder is made where there is none.</summary>
    public required string Path { get; init; }

    /// <summary>How large the file may become, in bytes; null for as large as there is room.</summary>
    public long? MaxBytes { get; init; }

    /// <summary>How long to wait for another process that writes to the same file.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Files up to this size are looked through for damage when they are opened, in bytes.</summary>
    public long MaxCheckedBytes { get; init; } = 256L * 1024 * 1024;
}
