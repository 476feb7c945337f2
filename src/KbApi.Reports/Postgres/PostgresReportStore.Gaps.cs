using KbApi.Reports.Gaps;
using KbApi.Reports.Storage;
using Npgsql;

namespace KbApi.Reports.Postgres;

/// <content>Counts of what was asked and not answered. Replicas add to the same rows, in the same order, so that they wait for one another and never in a circle.</content>
public sealed partial class PostgresReportStore : IGapStore
{
    /// <inheritdoc/>
    public Task AddAsync(GapCounts counts, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(counts);
        return _database.RunAsync((connection, token) => AddAsync(connection, counts, token), cancellation);
    }

    /// <inheritdoc/>
    public Task<GapCounts> ReadAsync(DateOnly from, CancellationToken cancellation = default) =>
        _database.RunAsync((connection, token) => ReadAsync(connection, [new SqlValue("day", GapDay.TextOf(from))], token), cancellation);

    /// <inheritdoc/>
    public Task<long> DeleteOlderAsync(DateOnly day, CancellationToken cancellation = default) => _database.RunAsync<long>(
        async (connection, token) =>
        {
            await using var transaction = await connection.BeginTransactionAsync(token);
            await PostgresSql.ExecuteAsync(connection, GapSql.DeleteDays, [new("day", GapDay.TextOf(day))], token);
            await PostgresSql.ExecuteAsync(connection, GapSql.DeleteOthers, [new("day", GapDay.TextOf(day))], token);
            var deleted = await PostgresSql.ExecuteAsync(connection, GapSql.DeleteGaps, [], token);
            await transaction.CommitAsync(token);
            return deleted;
        },
        cancellation);

    private static async Task<bool> AddAsync(NpgsqlConnection connection, GapCounts counts, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        foreach (var (sql, values) in GapSql.StatementsOf(counts))
        {
            await PostgresSql.ExecuteAsync(connection, sql, values, cancellation);
        }

        foreach (var kind in counts.Gaps.Select(g => new SqlValue("kind", GapSql.NameOf(g.Kind))).Distinct())
        {
            if (await PostgresSql.ScalarAsync(connection, GapSql.Dues, [kind, new("most", GapLimits.MaxStored)], cancellation) is { } dues)
            {
                await PostgresSql.ExecuteAsync(connection, GapSql.Pay, [kind, new("dues", dues)], cancellation);
                await PostgresSql.ExecuteAsync(connection, GapSql.CountGivenUp, [kind], cancellation);
                await PostgresSql.ExecuteAsync(connection, GapSql.GiveUp, [kind], cancellation);
            }
        }

        await transaction.CommitAsync(cancellation);
        return true;
    }

    private static async Task<GapCounts> ReadAsync(NpgsqlConnection connection, SqlValue[] day, CancellationToken cancellation)
    {
        // One state of the tables for all four.
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellation);
        var rows = new GapRows();
        rows.Gaps.AddRange(await PostgresSql.QueryAsync(
            connection, GapSql.ReadGaps, day, r => (GapSql.KindOf(r.GetString(0)), r.GetString(1), r.GetString(2), TimeOf(r, 3), TimeOf(r, 4)), cancellation));
        rows.Days.AddRange(await PostgresSql.QueryAsync(
            connection, GapSql.ReadDays, day, r => (GapSql.KindOf(r.GetString(0)), r.GetString(1), new GapDay(GapDay.DayOf(r.GetString(2)), r.GetString(3), r.GetInt64(4))), cancellation));
        rows.Examples.AddRange(await PostgresSql.QueryAsync(connection, GapSql.ReadExamples, [], r => (GapSql.KindOf(r.GetString(0)), r.GetString(1), r.GetString(2)), cancellation));
        rows.Others.AddRange(await PostgresSql.QueryAsync(
            connection, GapSql.ReadOthers, day, r => new OtherGaps(GapSql.KindOf(r.GetString(0)), GapDay.DayOf(r.GetString(1)), r.GetInt64(2)), cancellation));
        return rows.ToCounts();
    }
}
