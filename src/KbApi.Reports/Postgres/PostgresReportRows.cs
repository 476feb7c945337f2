using System.Collections.Immutable;
using System.Text;
using KbApi.Reports.Model;
using KbApi.Reports.Storage;
using Npgsql;
using NpgsqlTypes;

namespace KbApi.Reports.Postgres;

/// <summary>Rows of reports.</summary>
internal static class PostgresReportRows
{
    /// <summary>Reports and their codes in one statement, so in one transaction and one round trip; the ids of those that are new.</summary>
    private const string Insert = """
        WITH added AS (
            INSERT INTO kb_reports (id, received_at, verdict, entry_id, locale, product, source, snapshot_id, subject_hash, request_key, document)
            SELECT * FROM unnest(@ids, @received_at, @verdicts, @entries, @locales, @products, @sources, @snapshots, @subjects, @request_keys, @documents)
            ON CONFLICT DO NOTHING
            RETURNING id
        ), codes AS (
            INSERT INTO kb_report_codes (report_id, is_known, code)
            SELECT c.report_id, c.is_known, c.code FROM unnest(@code_ids, @code_known, @codes) AS c (report_id, is_known, code) JOIN added ON added.id = c.report_id
        )
        SELECT id FROM added
        """;

    private const string Earlier = "SELECT document FROM kb_reports WHERE id = ANY(@ids) OR request_key = ANY(@request_keys)";

    public static async Task<ImmutableArray<AddedReport>> AddAsync(NpgsqlConnection connection, ReportRow[] rows, CancellationToken cancellation)
    {
        // In one order in all batches, so that two that have keys in common wait for each other and not crosswise.
        var sorted = rows.DistinctBy(r => r.Report.Id).OrderBy(r => r.Report.Request?.KeyHash, StringComparer.Ordinal).ToArray();
        var added = await InsertAsync(connection, sorted, cancellation);
        var known = await EarlierAsync(connection, sorted.Where(r => !added.Contains(r.Report.Id)).ToArray(), cancellation);
        var results = ImmutableArray.CreateBuilder<AddedReport>(rows.Length);
        var told = new HashSet<ReportId>();
        foreach (var row in rows)
        {
            results.Add(added.Contains(row.Report.Id)
                ? new AddedReport(told.Add(row.Report.Id) ? AddOutcome.Added : AddOutcome.Existing, row.Report)
                : row.Against(known.Find(r => r.Id == row.Report.Id) ?? known.First(r => r.Request?.KeyHash == row.Report.Request?.KeyHash)));
        }

        return results.MoveToImmutable();
    }

    public static async Task<FeedbackOutcome> AddFeedbackAsync(NpgsqlConnection connection, ReportFeedback feedback, CancellationToken cancellation)
    {
        SqlValue report = new("report_id", feedback.ReportId.Value);
        SqlValue id = new("id", feedback.Id);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);

        // Locked, so that two who give feedback at once count each other's.
        if (await PostgresSql.ScalarAsync(connection, "SELECT 1 FROM kb_reports WHERE id = @report_id FOR UPDATE", [report], cancellation) is null)
        {
            return FeedbackOutcome.UnknownReport;
        }

        if ((long)(await PostgresSql.ScalarAsync(connection, ReportSql.CountFeedback, [report, id], cancellation))! >= ReportStoreLimits.MaxFeedback)
        {
            return FeedbackOutcome.TooMuch;
        }

        SqlValue document = new("document", Encoding.UTF8.GetString(ReportDocument.Write(feedback)));
        await PostgresSql.ExecuteAsync(connection, ReportSql.AddFeedback, [id, report, document], cancellation);
        await transaction.CommitAsync(cancellation);
        return FeedbackOutcome.Kept;
    }

    private static async Task<HashSet<ReportId>> InsertAsync(NpgsqlConnection connection, ReportRow[] rows, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Insert, connection);
        void Texts(string name, Func<ReportRow, string?> of) => Array(command, name, NpgsqlDbType.Text, rows.Select(of).ToArray());
        var codes = rows.SelectMany(r => r.Codes.Select(c => (r.Report.Id, c.IsKnown, c.Code))).ToList();
        Array(command, "ids", NpgsqlDbType.Uuid, rows.Select(r => r.Report.Id.Value).ToArray());
        Array(command, "received_at", NpgsqlDbType.TimestampTz, rows.Select(r => r.Report.ReceivedAt.ToUniversalTime()).ToArray());
        Texts("verdicts", r => r.Verdict);
        Texts("entries", r => r.Report.EntryId);
        Texts("locales", r => r.Report.Content.Locale);
        Texts("products", r => r.Report.Content.Product);
        Texts("sources", r => r.Report.Content.Source);
        Texts("snapshots", r => r.Report.SnapshotId);
        Texts("subjects", r => r.Report.SubjectHash);
        Texts("request_keys", r => r.Report.Request?.KeyHash);
        Texts("documents", r => r.Document);
        Array(command, "code_ids", NpgsqlDbType.Uuid, codes.Select(c => c.Id.Value).ToArray());
        Array(command, "code_known", NpgsqlDbType.Integer, codes.Select(c => c.IsKnown ? 1 : 0).ToArray());
        Array(command, "codes", NpgsqlDbType.Text, codes.Select(c => c.Code).ToArray());

        var added = new HashSet<ReportId>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            added.Add(new ReportId(reader.GetGuid(0)));
        }

        return added;
    }

    private static async Task<List<StoredReport>> EarlierAsync(NpgsqlConnection connection, ReportRow[] rows, CancellationToken cancellation)
    {
        var earlier = new List<StoredReport>();
        if (rows.Length == 0)
        {
            return earlier;
        }

        await using var command = new NpgsqlCommand(Earlier, connection);
        Array(command, "ids", NpgsqlDbType.Uuid, rows.Select(r => r.Report.Id.Value).ToArray());
        Array(command, "request_keys", NpgsqlDbType.Text, rows.Select(r => r.Report.Request?.KeyHash).ToArray());
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            earlier.Add(ReportDocument.Read(Encoding.UTF8.GetBytes(reader.GetString(0))));
        }

        return earlier;
    }

    private static void Array(NpgsqlCommand command, string name, NpgsqlDbType type, object values) =>
        command.Parameters.Add(new NpgsqlParameter(name, NpgsqlDbType.Array | type) { Value = values });
}
