using System.Globalization;
using KbApi.Reports.Gaps;
using KbApi.Reports.Storage;
using Microsoft.Data.Sqlite;

namespace KbApi.Reports.Sqlite;

/// <content>Counts of what was asked and not answered.</content>
public sealed partial class SqliteReportStore : IGapStore
{
    /// <inheritdoc/>
    public Task AddAsync(GapCounts counts, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(counts);
        return _database.WriteAsync(s => Add(s, counts), cancellation);
    }

    /// <inheritdoc/>
    public Task<GapCounts> ReadAsync(DateOnly from, CancellationToken cancellation = default) => _database.ReadAsync(s => Read(s, new SqlValue("day", GapDay.TextOf(from))), cancellation);

    /// <inheritdoc/>
    public Task<long> DeleteOlderAsync(DateOnly day, CancellationToken cancellation = default) => _database.WriteAsync<long>(
        s =>
        {
            s.Execute(GapSql.DeleteDays, new SqlValue("day", GapDay.TextOf(day)));
            s.Execute(GapSql.DeleteOthers, new SqlValue("day", GapDay.TextOf(day)));
            return s.Execute(GapSql.DeleteGaps);
        },
        cancellation);

    private static bool Add(SqliteSession session, GapCounts counts)
    {
        foreach (var (sql, values) in GapSql.StatementsOf(counts))
        {
            session.Execute(sql, values);
        }

        foreach (var kind in counts.Gaps.Select(g => new SqlValue("kind", GapSql.NameOf(g.Kind))).Distinct())
        {
            if (session.Scalar(GapSql.Dues, kind, new("most", GapLimits.MaxStored)) is { } dues)
            {
                session.Execute(GapSql.Pay, kind, new("dues", dues));
                session.Execute(GapSql.CountGivenUp, kind);
                session.Execute(GapSql.GiveUp, kind);
            }
        }

        return true;
    }

    private static GapCounts Read(SqliteSession session, SqlValue day)
    {
        var rows = new GapRows();
        Each(session, GapSql.ReadGaps, [day], r => rows.Gaps.Add((GapSql.KindOf(r.GetString(0)), r.GetString(1), r.GetString(2), SqliteSession.TimeOf(r.GetInt64(3)), SqliteSession.TimeOf(r.GetInt64(4)))));
        Each(session, GapSql.ReadDays, [day], r => rows.Days.Add((GapSql.KindOf(r.GetString(0)), r.GetString(1), new GapDay(GapDay.DayOf(r.GetString(2)), r.GetString(3), r.GetInt64(4)))));
        Each(session, GapSql.ReadExamples, [], r => rows.Examples.Add((GapSql.KindOf(r.GetString(0)), r.GetString(1), r.GetString(2))));
        Each(session, GapSql.ReadOthers, [day], r => rows.Others.Add(new OtherGaps(GapSql.KindOf(r.GetString(0)), GapDay.DayOf(r.GetString(1)), Convert.ToInt64(r.GetValue(2), CultureInfo.InvariantCulture))));
        return rows.ToCounts();
    }

    private static void Each(SqliteSession session, string sql, ReadOnlySpan<SqlValue> values, Action<SqliteDataReader> read)
    {
        using var rows = session.Query(sql, values);
        while (rows.Read())
        {
            read(rows);
        }
    }
}
