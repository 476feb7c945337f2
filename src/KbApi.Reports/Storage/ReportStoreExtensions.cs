using System.Runtime.CompilerServices;
using KbApi.Reports.Model;

namespace KbApi.Reports.Storage;

/// <summary>What can be done with any store.</summary>
public static class ReportStoreExtensions
{
    private const int ExportPage = 200;

    /// <summary>
    /// All reports of a filter, in order of their ids, as they are read; no more than a page is held at once. Reports that are kept while this runs
    /// may or may not be among them.
    /// </summary>
    public static async IAsyncEnumerable<StoredReport> ExportAsync(
        this IReportStore store, ReportFilter filter, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ReportId? after = null;
        while (true)
        {
            var page = await store.ListAsync(filter, after, ExportPage, cancellation);
            foreach (var report in page)
            {
                yield return report;
            }

            if (page.Length < ExportPage)
            {
                yield break;
            }

            after = page[^1].Id;
        }
    }

    /// <summary>All feedback, in order of its ids, as it is read.</summary>
    public static async IAsyncEnumerable<ReportFeedback> ExportFeedbackAsync(
        this IReportStore store, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        Guid? after = null;
        while (true)
        {
            var page = await store.ListFeedbackAsync(reportId: null, after, ExportPage, cancellation);
            foreach (var feedback in page)
            {
                yield return feedback;
            }

            if (page.Length < ExportPage)
            {
                yield break;
            }

            after = page[^1].Id;
        }
    }
}
