using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using KbApi.Reports.Model;
using KbApi.Reports.Storage;
using Microsoft.Data.Sqlite;

namespace KbApi.Reports.Sqlite;

/// <summary>Keeps reports in a file, for one machine. A write returns when the disk has it (<c>synchronous = FULL</c> with a write-ahead log).</summary>
/// <param name="options">The file.</param>
public sealed class SqliteReportStore(SqliteStoreOptions options) : IReportStore
{
    private const string SpanStart = "@origin + (r.received_at - @origin) / @span * @span";

    private readonly SqliteDatabase _database = new(options);

    /// <inheritdoc/>
    public Task PrepareAsync(CancellationToken cancellation = default) => _database.WriteAsync(_ => true, cancellation);

    /// <inheritdoc/>
    public Task<byte[]> GetSecretAsync(CancellationToken cancellation = default) =>
        _database.ReadAsync(s => (byte[])s.Scalar("SELECT value FROM kb_settings WHERE name = @name", new SqlValue("name", SqliteFile.SecretSetting))!, cancellation);

    /// <inheritdoc/>
    public Task<AddedReport> AddAsync(StoredReport report, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        var row = ReportRow.Of(report);
        return _database.WriteAsync(s => SqliteReportRows.Add(s, row), cancellation);
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<AddedReport>> AddAsync(IReadOnlyList<StoredReport> reports, CancellationToken cancellation = default)
    {
        StoreArguments.CheckBatch(reports);
        var rows = reports.Select(ReportRow.Of).ToArray();
        return _database.WriteAsync(s => rows.Select(r => SqliteReportRows.Add(s, r)).ToImmutableArray(), cancellation);
    }

    /// <inheritdoc/>
    public Task<StoredReport?> FindAsync(ReportId id, CancellationToken cancellation = default) =>
        _database.ReadAsync(s => SqliteReportRows.Find(s, ReportSql.Find, new SqlValue("id", id.Value)), cancellation);

    /// <inheritdoc/>
    public Task<StoredReport?> FindByRequestAsync(string keyHash, CancellationToken cancellation = default) =>
        _database.ReadAsync(s => SqliteReportRows.Find(s, ReportSql.FindByRequest, new SqlValue("request_key", keyHash)), cancellation);

    /// <inheritdoc/>
    public Task<ImmutableArray<StoredReport>> ListAsync(ReportFilter filter, ReportId? after, int limit, CancellationToken cancellation = default)
    {
        StoreArguments.CheckPage(limit);
        var (sql, values) = ReportSql.List(filter, after, limit);
        return _database.ReadAsync(s => All(s, sql, values, r => ReportDocument.Read(BytesOf(r))), cancellation);
    }

    /// <inheritdoc/>
    public Task<long> CountAsync(ReportFilter filter, CancellationToken cancellation = default)
    {
        var (sql, values) = ReportSql.Count(filter);
        return _database.ReadAsync(s => Convert.ToInt64(s.Scalar(sql, [.. values]), CultureInfo.InvariantCulture), cancellation);
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<ReportCount>> CountAsync(ReportCountQuery query, CancellationToken cancellation = default)
    {
        StoreArguments.CheckCount(query);
        var (sql, values) = ReportSql.Count(query, SpanStart);
        return _database.ReadAsync(s => All(s, sql, values, CountOf), cancellation);
    }

    /// <inheritdoc/>
    public async Task<bool> DeleteAsync(ReportId id, CancellationToken cancellation = default)
    {
        var isDeleted = await _database.WriteAsync(s => s.Execute(ReportSql.Delete, new SqlValue("id", id.Value)) > 0, cancellation);
        await _database.CleanLogAsync(cancellation);
        return isDeleted;
    }

    /// <inheritdoc/>
    public Task<long> DeleteOlderAsync(DateTimeOffset time, CancellationToken cancellation = default) =>
        DeleteAsync(ReportSql.DeleteOlder, new SqlValue("time", time), cancellation);

    /// <inheritdoc/>
    public Task<long> DeleteSubjectAsync(string subjectHash, CancellationToken cancellation = default) =>
        DeleteAsync(ReportSql.DeleteSubject, new SqlValue("subject_hash", subjectHash), cancellation);

    /// <inheritdoc/>
    public Task<FeedbackOutcome> AddFeedbackAsync(ReportFeedback feedback, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(feedback);
        return _database.WriteAsync(s => SqliteReportRows.AddFeedback(s, feedback), cancellation);
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<ReportFeedback>> ListFeedbackAsync(ReportId? reportId, Guid? after, int limit, CancellationToken cancellation = default)
    {
        StoreArguments.CheckPage(limit);
        var (sql, values) = ReportSql.ListFeedback(reportId, after, limit);
        return _database.ReadAsync(s => All(s, sql, values, r => ReportDocument.ReadFeedback(BytesOf(r))), cancellation);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private async Task<long> DeleteAsync(string sql, SqlValue value, CancellationToken cancellation)
    {
        long all = 0;
        int deleted;
        do
        {
            deleted = await _database.WriteAsync(s => s.Execute(sql, value, new("limit", ReportSql.DeletedAtOnce)), cancellation);
            all += deleted;
        }
        while (deleted == ReportSql.DeletedAtOnce);
        if (all > 0)
        {
            await _database.CleanLogAsync(cancellation);
        }

        return all;
    }

    private static ImmutableArray<T> All<T>(SqliteSession session, string sql, List<SqlValue> values, Func<SqliteDataReader, T> map)
    {
        var all = ImmutableArray.CreateBuilder<T>();
        using var rows = session.Query(sql, [.. values]);
        while (rows.Read())
        {
            all.Add(map(rows));
        }

        return all.ToImmutable();
    }

    private static byte[] BytesOf(SqliteDataReader row) => Encoding.UTF8.GetBytes(row.GetString(0));

    private static ReportCount CountOf(SqliteDataReader row) => new(
        row.IsDBNull(0) ? null : SqliteSession.TimeOf(row.GetInt64(0)), row.GetString(1), row.GetInt64(2), SqliteSession.TimeOf(row.GetInt64(3)), SqliteSession.TimeOf(row.GetInt64(4)));
}
