using System.Globalization;
using System.Text;
using KbApi.Reports.Model;
using KbApi.Reports.Storage;

namespace KbApi.Reports.Sqlite;

/// <summary>Rows of reports within a transaction.</summary>
internal static class SqliteReportRows
{
    private const string Insert = """
        INSERT INTO kb_reports (id, received_at, verdict, entry_id, locale, product, source, snapshot_id, subject_hash, request_key, document)
        VALUES (@id, @received_at, @verdict, @entry_id, @locale, @product, @source, @snapshot_id, @subject_hash, @request_key, @document)
        ON CONFLICT DO NOTHING
        """;

    private const string InsertCode = "INSERT INTO kb_report_codes (report_id, is_known, code) VALUES (@report_id, @is_known, @code)";

    public static AddedReport Add(SqliteSession session, ReportRow row)
    {
        var report = row.Report;
        var added = session.Execute(
            Insert,
            new("id", report.Id.Value),
            new("received_at", report.ReceivedAt),
            new("verdict", row.Verdict),
            new("entry_id", report.EntryId),
            new("locale", report.Content.Locale),
            new("product", report.Content.Product),
            new("source", report.Content.Source),
            new("snapshot_id", report.SnapshotId),
            new("subject_hash", report.SubjectHash),
            new("request_key", report.Request?.KeyHash),
            new("document", row.Document));
        if (added == 0)
        {
            return row.Against(Find(session, ReportSql.Find, new SqlValue("id", report.Id.Value))
                ?? Find(session, ReportSql.FindByRequest, new SqlValue("request_key", report.Request?.KeyHash))!);
        }

        foreach (var (code, isKnown) in row.Codes)
        {
            session.Execute(InsertCode, new("report_id", report.Id.Value), new("is_known", isKnown ? 1 : 0), new("code", code));
        }

        return new AddedReport(AddOutcome.Added, report);
    }

    public static StoredReport? Find(SqliteSession session, string sql, SqlValue value) =>
        session.Scalar(sql, value) is string document ? ReportDocument.Read(Encoding.UTF8.GetBytes(document)) : null;

    public static FeedbackOutcome AddFeedback(SqliteSession session, ReportFeedback feedback)
    {
        if (session.Scalar("SELECT 1 FROM kb_reports WHERE id = @id", new SqlValue("id", feedback.ReportId.Value)) is null)
        {
            return FeedbackOutcome.UnknownReport;
        }

        SqlValue id = new("id", feedback.Id);
        SqlValue report = new("report_id", feedback.ReportId.Value);
        if (Convert.ToInt64(session.Scalar(ReportSql.CountFeedback, report, id), CultureInfo.InvariantCulture) >= ReportStoreLimits.MaxFeedback)
        {
            return FeedbackOutcome.TooMuch;
        }

        session.Execute(ReportSql.AddFeedback, id, report, new("document", Encoding.UTF8.GetString(ReportDocument.Write(feedback))));
        return FeedbackOutcome.Kept;
    }
}
