using System.Globalization;
using KbApi.Reports.Storage;
using Microsoft.Data.Sqlite;

namespace KbApi.Reports.Sqlite;

/// <summary>A connection whose statements are prepared once. For one caller at a time.</summary>
internal sealed class SqliteSession(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);

    public void Dispose()
    {
        foreach (var command in _commands.Values)
        {
            command.Dispose();
        }

        connection.Dispose();
    }

    /// <summary>Runs a statement; the number of rows that it changed.</summary>
    public int Execute(string sql, params ReadOnlySpan<SqlValue> values) => Command(sql, values).ExecuteNonQuery();

    /// <summary>The first value of the first row, or null.</summary>
    public object? Scalar(string sql, params ReadOnlySpan<SqlValue> values) => Command(sql, values).ExecuteScalar();

    /// <summary>What a statement gives, row by row; read it to its end or dispose of it before the next statement.</summary>
    public SqliteDataReader Query(string sql, params ReadOnlySpan<SqlValue> values) => Command(sql, values).ExecuteReader();

    /// <summary>Runs statements that are run once and not worth keeping.</summary>
    public void ExecuteScript(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private SqliteCommand Command(string sql, ReadOnlySpan<SqlValue> values)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            _commands[sql] = command = connection.CreateCommand();
            command.CommandText = sql;
        }

        command.Parameters.Clear();
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue("@" + name, ToSqlite(value));
        }

        return command;
    }

    /// <summary>Ids are bytes in order of time, times and spans milliseconds.</summary>
    private static object ToSqlite(object? value) => value switch
    {
        null => DBNull.Value,
        Guid id => id.ToByteArray(bigEndian: true),
        DateTimeOffset time => time.ToUnixTimeMilliseconds(),
        TimeSpan span => (long)span.TotalMilliseconds,
        _ => value,
    };

    public static DateTimeOffset TimeOf(object milliseconds) =>
        DateTimeOffset.FromUnixTimeMilliseconds(Convert.ToInt64(milliseconds, CultureInfo.InvariantCulture));
}
