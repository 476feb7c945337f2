using KbApi.Reports.Model;
using KbApi.Rules.Classification;

namespace KbApi.Reports.Storage;

/// <summary>A value that a statement names.</summary>
/// <param name="Name">Its name, without the sign before it.</param>
/// <param name="Value">A text, a number, a <see cref="Guid"/> or a <see cref="DateTimeOffset"/>; null for none.</param>
internal readonly record struct SqlValue(string Name, object? Value);

/// <summary>Statements that are the same in both databases, but for how a span of time is found.</summary>
internal static class ReportSql
{
    public const string Find = "SELECT document FROM kb_reports WHERE id = @id";
    public const string FindByRequest = "SELECT document FROM kb_reports WHERE request_key = @request_key";
    public const string Delete = "DELETE FROM kb_reports WHERE id = @id";
    public const string DeleteOlder = "DELETE FROM kb_reports WHERE id IN (SELECT id FROM kb_reports WHERE received_at < @time ORDER BY received_at LIMIT @limit)";
    public const string DeleteSubject = "DELETE FROM kb_reports WHERE id IN (SELECT id FROM kb_reports WHERE subject_hash = @subject_hash LIMIT @limit)";
    public const string AddFeedback = "INSERT INTO kb_report_feedback (id, report_id, document) VALUES (@id, @report_id, @document) ON CONFLICT DO NOTHING";
    public const string CountFeedback = "SELECT count(*) FROM kb_report_feedback WHERE report_id = @report_id AND id <> @id";

    /// <summary>So many reports are deleted in one transaction; others wait no longer than that takes.</summary>
    public const int DeletedAtOnce = 1000;

    public static (string Sql, List<SqlValue> Values) List(ReportFilter filter, ReportId? after, int limit)
    {
        var values = new List<SqlValue> { new("limit", limit) };
        var where = Where(filter, values);
        if (after is { } id)
        {
            values.Add(new("after", id.Value));
            where = And(where, "r.id > @after");
        }

        return ($"SELECT r.document FROM kb_reports r{where} ORDER BY r.id LIMIT @limit", values);
    }

    public static (string Sql, List<SqlValue> Values) Count(ReportFilter filter)
    {
        var values = new List<SqlValue>();
        return ($"SELECT count(*) FROM kb_reports r{Where(filter, values)}", values);
    }

    public static (string Sql, List<SqlValue> Values) ListFeedback(ReportId? reportId, Guid? after, int limit)
    {
        var values = new List<SqlValue> { new("limit", limit) };
        var where = "";
        if (reportId is { } id)
        {
            values.Add(new("report_id", id.Value));
            where = And(where, "report_id = @report_id");
        }

        if (after is { } last)
        {
            values.Add(new("after", last));
            where = And(where, "id > @after");
        }

        return ($"SELECT document FROM kb_report_feedback{where} ORDER BY id LIMIT @limit", values);
    }

    /// <summary>Counts by span and key.</summary>
    /// <param name="query">What is counted.</param>
    /// <param name="spanStart">An expression for when the span of <c>r.received_at</c> begins, which may name <c>@span</c> and <c>@origin</c>.</param>
    public static (string Sql, List<SqlValue> Values) Count(ReportCountQuery query, string spanStart)
    {
        var values = new List<SqlValue> { new("limit", query.Limit) };
        var (key, join) = KeyOf(query.Dimension);
        var where = And(Where(query.Filter, values), $"{key} IS NOT NULL");
        if (query.Span is { } span)
        {
            values.Add(new("span", span));
            values.Add(new("origin", ReportCountQuery.Origin));
        }

        var sql = $"""
            SELECT {(query.Span is null ? "NULL" : spanStart)} AS span_start, {key} AS key, count(*) AS total, min(r.received_at), max(r.received_at)
            FROM kb_reports r{join}{where} GROUP BY 1, 2 ORDER BY 1, 3 DESC, 2 LIMIT @limit
            """;
        return (sql, values);
    }

    private static (string Key, string Join) KeyOf(ReportDimension dimension) => dimension switch
    {
        ReportDimension.Code => ("c.code", " JOIN kb_report_codes c ON c.report_id = r.id AND c.is_known = 1"),
        ReportDimension.UnknownCode => ("c.code", " JOIN kb_report_codes c ON c.report_id = r.id AND c.is_known = 0"),
        ReportDimension.Entry => ("r.entry_id", ""),
        ReportDimension.Locale => ("r.locale", ""),
        ReportDimension.Product => ("r.product", ""),
        ReportDimension.Source => ("r.source", ""),
        ReportDimension.Verdict => ("r.verdict", ""),
        ReportDimension.Snapshot => ("r.snapshot_id", ""),
        _ => ("''", ""),
    };

    private static string Where(ReportFilter filter, List<SqlValue> values)
    {
        var where = "";
        void Add(string name, object? value, string condition)
        {
            if (value is not null)
            {
                values.Add(new(name, value));
                where = And(where, condition);
            }
        }

        Add("from", filter.From, "r.received_at >= @from");
        Add("until", filter.Until, "r.received_at < @until");
        Add("entry", filter.EntryId, "r.entry_id = @entry");
        Add("code", filter.Code, "r.id IN (SELECT report_id FROM kb_report_codes WHERE code = @code)");
        Add("locale", filter.Locale, "r.locale = @locale");
        Add("product", filter.Product, "r.product = @product");
        Add("source", filter.Source, "r.source = @source");
        Add("verdict", filter.Verdict is { } verdict ? NameOf(verdict) : null, "r.verdict = @verdict");
        Add("subject", filter.SubjectHash, "r.subject_hash = @subject");
        return where;
    }

    public static string NameOf(Verdict verdict) => verdict switch
    {
        Verdict.Matched => "matched",
        Verdict.Ambiguous => "ambiguous",
        _ => "unknown",
    };

    private static string And(string where, string condition) => where.Length == 0 ? " WHERE " + condition : $"{where} AND {condition}";
}
