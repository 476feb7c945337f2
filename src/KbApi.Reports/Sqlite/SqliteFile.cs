using System.Globalization;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using KbApi.Reports.Intake;
using KbApi.Reports.Storage;
using Microsoft.Data.Sqlite;

namespace KbApi.Reports.Sqlite;

/// <summary>Opens the file, makes its tables, and refuses what it can't be trusted with.</summary>
internal sealed class SqliteFile(SqliteStoreOptions options)
{
    /// <summary>"KbAp": what programs such as <c>file</c> know the file by.</summary>
    private const long ApplicationId = 0x4B624170;

    public const string SecretSetting = "secret";

    /// <summary>A session that may write: every commit waits until the disk has it.</summary>
    public SqliteSession OpenWriter()
    {
        if (Path.GetDirectoryName(Path.GetFullPath(options.Path)) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
        }

        if (!File.Exists(options.Path) && !OperatingSystem.IsWindows())
        {
            CreateForOneUser(options.Path);
        }

        var session = Open(SqliteOpenMode.ReadWriteCreate);
        session.ExecuteScript("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA journal_size_limit = 67108864;");
        if (options.MaxBytes is { } bytes)
        {
            var pageSize = Number(session, "PRAGMA page_size");
            session.ExecuteScript(string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count = {Math.Max(1, bytes / pageSize)}"));
        }

        return session;
    }

    public SqliteSession OpenReader()
    {
        var session = Open(SqliteOpenMode.ReadOnly);
        session.ExecuteScript("PRAGMA query_only = ON");
        return session;
    }

    /// <summary>
    /// Makes an empty file that only the user of the server may read; SQLite gives the files beside it the same mode. It is closed before it has its name: to
    /// close a file that SQLite has open would take SQLite's locks away.
    /// </summary>
    [UnsupportedOSPlatform("windows")]
    private static void CreateForOneUser(string path)
    {
        var unnamed = $"{path}.{Guid.NewGuid():N}";
        new FileStream(unnamed, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite }).Dispose();
        try
        {
            File.Move(unnamed, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another has made it in the meantime.
            File.Delete(unnamed);
        }
    }

    /// <summary>Makes or migrates the tables.</summary>
    public void Prepare(SqliteSession writer)
    {
        if (File.Exists(options.Path) && new FileInfo(options.Path).Length <= options.MaxCheckedBytes && Convert.ToString(writer.Scalar("PRAGMA quick_check(1)"), CultureInfo.InvariantCulture) is not "ok" and var damage)
        {
            throw new StoreUnavailableException(StoreTrouble.Unusable, $"The file '{options.Path}' is damaged: {damage}. Take it away, or put a copy back.");
        }

        writer.ExecuteScript("BEGIN IMMEDIATE");
        try
        {
            Migrate(writer);
            writer.ExecuteScript("COMMIT");
        }
        catch
        {
            writer.ExecuteScript("ROLLBACK");
            throw;
        }
    }

    private void Migrate(SqliteSession writer)
    {
        var version = Number(writer, "PRAGMA user_version");
        var isEmpty = Number(writer, "SELECT count(*) FROM sqlite_schema") == 0;
        if (!isEmpty && Number(writer, "PRAGMA application_id") != ApplicationId)
        {
            throw new StoreUnavailableException(StoreTrouble.Unusable, $"The file '{options.Path}' is a database of another program; name another file.");
        }

        var migrations = Migration.Of(StoreEngine.Sqlite);
        if (version > migrations[^1].Version)
        {
            throw new StoreUnavailableException(StoreTrouble.Unusable, $"The file '{options.Path}' was made by a newer version of this program.");
        }

        foreach (var migration in migrations.Where(m => m.Version > version))
        {
            writer.ExecuteScript(migration.Sql);
            writer.ExecuteScript(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {migration.Version}; PRAGMA application_id = {ApplicationId}"));
        }

        writer.Execute("INSERT OR IGNORE INTO kb_settings (name, value) VALUES (@name, @value)", new("name", SecretSetting), new("value", RandomNumberGenerator.GetBytes(Pseudonymizer.SecretLength)));
    }

    private SqliteSession Open(SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = options.Path,
            Mode = mode,
            Pooling = false,
            DefaultTimeout = Math.Max(1, (int)options.BusyTimeout.TotalSeconds),
        }.ToString());
        try
        {
            connection.Open();
            var session = new SqliteSession(connection);
            session.ExecuteScript(string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout = {(int)options.BusyTimeout.TotalMilliseconds}"));
            return session;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static long Number(SqliteSession session, string sql) => Convert.ToInt64(session.Scalar(sql), CultureInfo.InvariantCulture);
}
