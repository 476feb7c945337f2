using System.Diagnostics;
using System.Text;
using KbApi.Reports.Model;
using Npgsql;

namespace KbApi.Benchmarks.Reports;

/// <summary>Inserts rows into PostgreSQL with nothing around it: one table, over as many connections as the store writes with.</summary>
internal static class BarePostgres
{
    private const int Connections = 4;

    public static async Task<TimeSpan> InsertAsync(string address, List<StoredReport> reports, int perTransaction)
    {
        var uri = new Uri(address);
        await using var source = NpgsqlDataSource.Create($"Host={uri.Host};Port={uri.Port};Username={uri.UserInfo};Database={uri.AbsolutePath[1..]}");
        await using (var create = source.CreateCommand("CREATE TABLE reports (id uuid PRIMARY KEY, received_at timestamptz, document text)"))
        {
            await create.ExecuteNonQueryAsync();
        }

        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(reports.Chunk((reports.Count + Connections - 1) / Connections).Select(part => Task.Run(async () =>
        {
            await using var connection = await source.OpenConnectionAsync();
            await using var insert = new NpgsqlCommand("INSERT INTO reports VALUES (@id, @received_at, @document)", connection);
            var id = insert.Parameters.Add(new NpgsqlParameter<Guid>("id", default(Guid)));
            var receivedAt = insert.Parameters.Add(new NpgsqlParameter<DateTimeOffset>("received_at", default(DateTimeOffset)));
            var document = insert.Parameters.Add(new NpgsqlParameter<string>("document", ""));
            await insert.PrepareAsync();
            foreach (var rows in part.Chunk(perTransaction))
            {
                await using var transaction = await connection.BeginTransactionAsync();
                foreach (var report in rows)
                {
                    id.Value = report.Id.Value;
                    receivedAt.Value = report.ReceivedAt;
                    document.Value = Encoding.UTF8.GetString(ReportDocument.Write(report));
                    await insert.ExecuteNonQueryAsync();
                }

                await transaction.CommitAsync();
            }
        })));
        return Stopwatch.GetElapsedTime(start);
    }
}
