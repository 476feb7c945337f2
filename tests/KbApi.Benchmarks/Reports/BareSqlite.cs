using System.Diagnostics;
using System.Text;
using KbApi.Reports.Model;
using Microsoft.Data.Sqlite;

namespace KbApi.Benchmarks.Reports;

/// <summary>Inserts rows into SQLite with nothing around it: one table, as durable as ours.</summary>
internal static class BareSqlite
{
    public static TimeSpan Insert(string path, List<StoredReport> reports, int perTransaction)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        Execute(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE reports (id BLOB PRIMARY KEY, received_at INTEGER, document TEXT)");
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO reports VALUES (@id, @received_at, @document)";
        var start = Stopwatch.GetTimestamp();
        foreach (var rows in reports.Chunk(perTransaction))
        {
            using var transaction = connection.BeginTransaction();
            insert.Transaction = transaction;
            foreach (var report in rows)
            {
                insert.Parameters.Clear();
                insert.Parameters.AddWithValue("@id", report.Id.Value.ToByteArray(bigEndian: true));
                insert.Parameters.AddWithValue("@received_at", report.ReceivedAt.ToUnixTimeMilliseconds());
                insert.Parameters.AddWithValue("@document", Encoding.UTF8.GetString(ReportDocument.Write(report)));
                insert.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        return Stopwatch.GetElapsedTime(start);
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
