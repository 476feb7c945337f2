using Npgsql;

namespace KbApi.Reports.Postgres;

/// <summary>Reads addresses of PostgreSQL as other programs write them.</summary>
internal static class PostgresAddress
{
    private const int DefaultPort = 5432;

    /// <summary>The settings of an address.</summary>
    /// <exception cref="FormatException">The address can't be read.</exception>
    public static NpgsqlConnectionStringBuilder Read(string address)
    {
        try
        {
            return address.Contains("://", StringComparison.Ordinal) ? OfUri(new Uri(address)) : new NpgsqlConnectionStringBuilder(address);
        }
        catch (Exception e) when (e is UriFormatException or ArgumentException or KeyNotFoundException)
        {
            // The address itself is not repeated: it may have a password.
            throw new FormatException($"The address of PostgreSQL can't be read ({e.Message}); write it as postgres://user:password@host:5432/database?sslmode=require.", e);
        }
    }

    private static NpgsqlConnectionStringBuilder OfUri(Uri uri)
    {
        var builder = new NpgsqlConnectionStringBuilder { Host = uri.Host, Port = uri.IsDefaultPort || uri.Port < 0 ? DefaultPort : uri.Port };
        var user = uri.UserInfo.Split(':', 2);
        if (user[0].Length > 0)
        {
            builder.Username = Uri.UnescapeDataString(user[0]);
        }

        if (user.Length == 2)
        {
            builder.Password = Uri.UnescapeDataString(user[1]);
        }

        if (uri.AbsolutePath.Length > 1)
        {
            builder.Database = Uri.UnescapeDataString(uri.AbsolutePath[1..]);
        }

        foreach (var setting in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = setting.Split('=', 2) is [var n, var v] ? (Uri.UnescapeDataString(n), Uri.UnescapeDataString(v)) : (setting, "");
            builder[NameOf(name)] = value.Replace("-", "", StringComparison.Ordinal) is var plain && name == "sslmode" ? plain : value;
        }

        return builder;
    }

    /// <summary>The names that libpq has for what Npgsql calls otherwise.</summary>
    private static string NameOf(string name) => name switch
    {
        "sslmode" => "SSL Mode",
        "sslrootcert" => "Root Certificate",
        "application_name" => "Application Name",
        "host" => "Host",
        _ => name,
    };
}
