namespace KbApi.Reports.Storage;

/// <summary>Where reports are kept.</summary>
/// <param name="Engine">The database.</param>
/// <param name="Address">The path of the file, or the address of the server.</param>
public sealed record StoreLocation(StoreEngine Engine, string Address)
{
    private const string SqlitePrefix = "sqlite:";

    /// <summary>No reports are kept.</summary>
    public static StoreLocation Off { get; } = new(StoreEngine.Off, "");

    /// <summary>
    /// Reads a setting: <c>off</c>; the path of a file, with or without <c>sqlite:</c> before it; or an address such as
    /// <c>postgres://user:password@host:5432/database</c>.
    /// </summary>
    /// <exception cref="FormatException">It is none of these.</exception>
    public static StoreLocation Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var setting = text.Trim();
        if (setting.Equals("off", StringComparison.OrdinalIgnoreCase))
        {
            return Off;
        }

        if (IsScheme(setting, "postgres") || IsScheme(setting, "postgresql"))
        {
            return new StoreLocation(StoreEngine.Postgres, setting);
        }

        var path = setting.StartsWith(SqlitePrefix, StringComparison.OrdinalIgnoreCase) ? PathOf(setting[SqlitePrefix.Length..]) : setting;
        return path.Length > 0 && !path.Contains("://", StringComparison.Ordinal)
            ? new StoreLocation(StoreEngine.Sqlite, path)
            : throw new FormatException("The store is 'off', the path of a file, 'sqlite:PATH', or 'postgres://user:password@host/database'.");
    }

    /// <summary>The location without a password, for logs.</summary>
    public override string ToString() => Engine switch
    {
        StoreEngine.Off => "off",
        StoreEngine.Sqlite => SqlitePrefix + Address,
        _ when Uri.TryCreate(Address, UriKind.Absolute, out var uri) => $"{uri.Scheme}://{uri.Authority}{uri.AbsolutePath}",
        _ => "postgres",
    };

    /// <summary><c>sqlite:///data/kb.db</c> is the file <c>/data/kb.db</c>, as in other programs.</summary>
    private static string PathOf(string text) => text.StartsWith("//", StringComparison.Ordinal) ? text[2..] : text;

    private static bool IsScheme(string text, string scheme) => text.StartsWith(scheme + "://", StringComparison.OrdinalIgnoreCase);
}

/// <summary>The database that keeps reports.</summary>
public enum StoreEngine
{
    /// <summary>None: no reports are kept.</summary>
    Off,

    /// <summary>A file of SQLite, for one machine.</summary>
    Sqlite,

    /// <summary>A server of PostgreSQL, for several replicas.</summary>
    Postgres,
}
