using System.Collections.Immutable;
using System.Text;
using KbApi.Reports.Model;

namespace KbApi.Reports.Storage;

/// <summary>A report as its row has it.</summary>
/// <param name="Report">The report.</param>
/// <param name="Document">All of it, as JSON.</param>
/// <param name="Verdict">Its verdict.</param>
/// <param name="Codes">Its codes, each once, and whether an entry has them.</param>
internal sealed record ReportRow(StoredReport Report, string Document, string Verdict, ImmutableArray<(string Code, bool IsKnown)> Codes)
{
    public static ReportRow Of(StoredReport report) => new(
        report,
        Encoding.UTF8.GetString(ReportDocument.Write(report)),
        ReportSql.NameOf(report.Verdict),
        [.. report.Codes.Select(c => (c.Value, IsKnown: true)).Concat(report.UnknownCodes.Select(c => (c, IsKnown: false))).Distinct()]);

    /// <summary>What becomes of it where there is an earlier report with its id or the key of its request.</summary>
    public AddedReport Against(StoredReport earlier) =>
        new(earlier.Id == Report.Id || earlier.Request?.Fingerprint == Report.Request?.Fingerprint ? AddOutcome.Existing : AddOutcome.KeyReused, earlier);
}
