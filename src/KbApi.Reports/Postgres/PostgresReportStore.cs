using System.Collections.Immutable;
using System.Text;
using KbApi.Reports.Model;
using KbApi.Reports.Storage;
using Npgsql;

namespace KbApi.Reports.Postgres;

/// <summary>Keeps reports in PostgreSQL, for any number of replicas. A write returns when the server has committed it.</summary>
public sealed class PostgresReportStore : IReportStore
{
    private const string SpanStart = "date_bin(@span, r.received_at, @origin)";

    private readonly PostgresDatabase _database;
    private readonly WriteBatcher _batcher;

    /// <summary>Makes a store; the server is asked when the store is first used.</summary>
    /// <param name="options">The server.</param>
    /// <exception cref="FormatException">The address can't be read.</exception>
    public PostgresReportStore(PostgresStoreOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _database = new PostgresDatabase(options);
        _batcher = new WriteBatcher(rows => _database.RunAsync((connection, cancellation) => PostgresReportRows.AddAsync(connection, rows, cancellation), CancellationToken.None));
    }

    /// <inheritdoc/>
    public Task PrepareAsync(CancellationToken cancellation = default) => _database.PrepareAsync(cancellation);

    /// <inheritdoc/>
    public async Task<byte[]> GetSecretAsync(CancellationToken cancellation = default) =>
        (byte[])(await ScalarAsync("SELECT value FROM kb_settings WHERE name = @name", [new("name", PostgresMigrator.SecretSetting)], cancellation))!;

    /// <inheritdoc/>
    public Task<AddedReport> AddAsync(StoredReport report, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        return _batcher.AddAsync(ReportRow.Of(report), cancellation);
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<AddedReport>> AddAsync(IReadOnlyList<StoredReport> reports, CancellationToken cancellation = default)
    {
        StoreArguments.CheckBatch(reports);
        var rows = reports.Select(ReportRow.Of).ToArray();
        return _database.RunAsync((connection, token) => PostgresReportRows.AddAsync(connection, rows, token), cancellation);
    }

    /// <inheritdoc/>
    public async Task<StoredReport?> FindAsync(ReportId id, CancellationToken cancellation = default) =>
        ReportOf(await ScalarAsync(ReportSql.Find, [new("id", id.Value)], cancellation));

    /// <inheritdoc/>
    public async Task<StoredReport?> FindByRequestAsync(string keyHash, CancellationToken cancellation = default) =>
        ReportOf(await ScalarAsync(ReportSql.FindByRequest, [new("request_key", keyHash)], cancellation));

    /// <inheritdoc/>
    public Task<ImmutableArray<StoredReport>> ListAsync(ReportFilter filter, ReportId? after, int limit, CancellationToken cancellation = default)
    {
        StoreArguments.CheckPage(limit);
        var (sql, values) = ReportSql.List(filter, after, limit);
        return QueryAsync(sql, values, row => ReportOf(row.GetString(0))!, cancellation);
    }

    /// <inheritdoc/>
    public async Task<long> CountAsync(ReportFilter filter, CancellationToken cancellation = default)
    {
        var (sql, values) = ReportSql.Count(filter);
        return (long)(await ScalarAsync(sql, values, cancellation))!;
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<ReportCount>> CountAsync(ReportCountQuery query, CancellationToken cancellation = default)
    {
        StoreArguments.CheckCount(query);
        var (sql, values) = ReportSql.Count(query, SpanStart);
        return QueryAsync(sql, values, CountOf, cancellation);
    }

    /// <inheritdoc/>
    public async Task<bool> DeleteAsync(ReportId id, CancellationToken cancellation = default) =>
        await ExecuteAsync(ReportSql.Delete, [new("id", id.Value)], cancellation) > 0;

    /// <inheritdoc/>
    public Task<long> DeleteOlderAsync(DateTimeOffset time, CancellationToken cancellation = default) =>
        DeleteAllAsync(ReportSql.DeleteOlder, new SqlValue("time", time), cancellation);

    /// <inheritdoc/>
    public Task<long> DeleteSubjectAsync(string subjectHash, CancellationToken cancellation = default) =>
        DeleteAllAsync(ReportSql.DeleteSubject, new SqlValue("subject_hash", subjectHash), cancellation);

    /// <inheritdoc/>
    public Task<FeedbackOutcome> AddFeedbackAsync(ReportFeedback feedback, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(feedback);
        return _database.RunAsync((connection, token) => PostgresReportRows.AddFeedbackAsync(connection, feedback, token), cancellation);
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<ReportFeedback>> ListFeedbackAsync(ReportId? reportId, Guid? after, int limit, CancellationToken cancellation = default)
    {
        StoreArguments.CheckPage(limit);
        var (sql, values) = ReportSql.ListFeedback(reportId, after, limit);
        return QueryAsync(sql, values, row => ReportDocument.ReadFeedback(Encoding.UTF8.GetBytes(row.GetString(0))), cancellation);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _batcher.DisposeAsync();
        await _database.DisposeAsync();
    }

    private async Task<long> DeleteAllAsync(string sql, SqlValue value, CancellationToken cancellation)
    {
        long all = 0;
        int deleted;
        do
        {
            deleted = await ExecuteAsync(sql, [value, new("limit", ReportSql.DeletedAtOnce)], cancellation);
            all += deleted;
        }
        while (deleted == ReportSql.DeletedAtOnce);
        return all;
    }

    private Task<int> ExecuteAsync(string sql, IEnumerable<SqlValue> values, CancellationToken cancellation) =>
        _database.RunAsync((connection, token) => PostgresSql.ExecuteAsync(connection, sql, values, token), cancellation);

    private Task<object?> ScalarAsync(string sql, IEnumerable<SqlValue> values, CancellationToken cancellation) =>
        _database.RunAsync((connection, token) => PostgresSql.ScalarAsync(connection, sql, values, token), cancellation);

    private Task<ImmutableArray<T>> QueryAsync<T>(string sql, IEnumerable<SqlValue> values, Func<NpgsqlDataReader, T> map, CancellationToken cancellation) =>
        _database.RunAsync((connection, token) => PostgresSql.QueryAsync(connection, sql, values, map, token), cancellation);

    private static StoredReport? ReportOf(object? document) => document is string text ? ReportDocument.Read(Encoding.UTF8.GetBytes(text)) : null;

    private static ReportCount CountOf(NpgsqlDataReader row) => new(
        row.IsDBNull(0) ? null : TimeOf(row, 0), row.GetString(1), row.GetInt64(2), TimeOf(row, 3), TimeOf(row, 4));

    private static DateTimeOffset TimeOf(NpgsqlDataReader row, int column) => row.GetFieldValue<DateTimeOffset>(column);
}
