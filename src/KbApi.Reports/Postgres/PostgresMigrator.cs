using System.Security.Cryptography;
using KbApi.Reports.Intake;
using KbApi.Reports.Storage;
using Npgsql;

namespace KbApi.Reports.Postgres;

/// <summary>Makes or migrates the tables. Of several replicas that start at once one does it and the others wait.</summary>
internal static class PostgresMigrator
{
    public const string SecretSetting = "secret";

    /// <summary>The advisory lock of migrations, "KbApi" in ASCII.</summary>
    private const long Lock = 0x4B62417069;

    public static async Task MigrateAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await ExecuteAsync(connection, "SET LOCAL statement_timeout = 0", cancellation);
        await ExecuteAsync(connection, $"SELECT pg_advisory_xact_lock({Lock})", cancellation);
        await ExecuteAsync(connection, "CREATE TABLE IF NOT EXISTS kb_migrations (version integer PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())", cancellation);

        var migrations = Migration.Of(StoreEngine.Postgres);
        var version = await VersionAsync(connection, cancellation);
        if (version > migrations[^1].Version)
        {
            throw new StoreUnavailableException(StoreTrouble.Unusable, "The tables were made by a newer version of this program.");
        }

        foreach (var migration in migrations.Where(m => m.Version > version))
        {
            await ExecuteAsync(connection, migration.Sql, cancellation);
            await ExecuteAsync(connection, $"INSERT INTO kb_migrations (version) VALUES ({migration.Version})", cancellation);
        }

        await using var secret = new NpgsqlCommand("INSERT INTO kb_settings (name, value) VALUES (@name, @value) ON CONFLICT DO NOTHING", connection);
        secret.Parameters.AddWithValue("name", SecretSetting);
        secret.Parameters.AddWithValue("value", RandomNumberGenerator.GetBytes(Pseudonymizer.SecretLength));
        await secret.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static async Task<int> VersionAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("SELECT coalesce(max(version), 0) FROM kb_migrations", connection);
        return (int)(await command.ExecuteScalarAsync(cancellation))!;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, FormattableString sql, CancellationToken cancellation) =>
        await ExecuteAsync(connection, FormattableString.Invariant(sql), cancellation);

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
