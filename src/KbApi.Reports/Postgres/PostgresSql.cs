using System.Collections.Immutable;
using KbApi.Reports.Storage;
using Npgsql;
using NpgsqlTypes;

namespace KbApi.Reports.Postgres;

/// <summary>Runs statements with named values.</summary>
internal static class PostgresSql
{
    public static async Task<int> ExecuteAsync(NpgsqlConnection connection, string sql, IEnumerable<SqlValue> values, CancellationToken cancellation)
    {
        await using var command = Command(connection, sql, values);
        return await command.ExecuteNonQueryAsync(cancellation);
    }

    public static async Task<object?> ScalarAsync(NpgsqlConnection connection, string sql, IEnumerable<SqlValue> values, CancellationToken cancellation)
    {
        await using var command = Command(connection, sql, values);
        return await command.ExecuteScalarAsync(cancellation);
    }

    public static async Task<ImmutableArray<T>> QueryAsync<T>(
        NpgsqlConnection connection, string sql, IEnumerable<SqlValue> values, Func<NpgsqlDataReader, T> map, CancellationToken cancellation)
    {
        var all = ImmutableArray.CreateBuilder<T>();
        await using var command = Command(connection, sql, values);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            all.Add(map(reader));
        }

        return all.ToImmutable();
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, IEnumerable<SqlValue> values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var (name, value) in values)
        {
            command.Parameters.Add(value switch
            {
                DateTimeOffset time => new NpgsqlParameter(name, NpgsqlDbType.TimestampTz) { Value = time.ToUniversalTime() },
                TimeSpan span => new NpgsqlParameter(name, NpgsqlDbType.Interval) { Value = span },
                string text => new NpgsqlParameter(name, NpgsqlDbType.Text) { Value = WithoutNull(text) },
                null => new NpgsqlParameter(name, DBNull.Value),
                _ => new NpgsqlParameter(name, value),
            });
        }

        return command;
    }

    /// <summary>PostgreSQL has no U+0000; no text that it has is equal to one with it.</summary>
    private static string WithoutNull(string text) => text.Replace('\0', '\uFFFD');
}
