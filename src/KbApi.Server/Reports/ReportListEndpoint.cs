using System.Globalization;
using KbApi.Reports.Model;
using KbApi.Reports.Storage;
using KbApi.Rules.Classification;
using KbApi.Server.Budget;
using KbApi.Server.Classification;
using KbApi.Server.Http;
using KbApi.Server.Insights;
using KbApi.Server.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KbApi.Server.Reports;

/// <summary>Reports that are kept, page by page: to look through them, and to take them elsewhere.</summary>
internal static class ReportListEndpoint
{
    /// <summary>List reports</summary>
    /// <remarks>
    /// Reports as they are kept, with what was said of their answers, in the order in which they were received. To export all of them follow `Link` to the last page: a page goes on behind
    /// the last report of the one before, whatever comes or is deleted meanwhile. Reports that wait in a queue are not among them. Needs the scope `reports:read`.
    /// </remarks>
    /// <param name="request">The request.</param>
    /// <param name="desk">Keeps the reports.</param>
    /// <param name="from">Only reports received at this time (RFC 3339, with an offset) or later.</param>
    /// <param name="until">Only reports received before this time.</param>
    /// <param name="entry">Only reports matched to this entry.</param>
    /// <param name="code">Only reports with this code.</param>
    /// <param name="reporterLocale">Only reports in this locale.</param>
    /// <param name="product">Only reports about this product.</param>
    /// <param name="source">Only reports of this source.</param>
    /// <param name="verdict">Only reports with this verdict: `matched`, `ambiguous` or `unknown`.</param>
    internal static async Task<IResult> ListAsync(
        ApiRequest request, ReportDesk desk, string? from, string? until, string? entry, string? code, string? reporterLocale, string? product, string? source, string? verdict)
    {
        if (Time(request, "from", from, out var start) is { } wrongFrom)
        {
            return wrongFrom;
        }

        if (Time(request, "until", until, out var end) is { } wrongUntil)
        {
            return wrongUntil;
        }

        if (InsightParameters.OneOf<Verdict>(request, "verdict", verdict, out var wanted) is { } wrongVerdict)
        {
            return wrongVerdict;
        }

        ReportId? after = null;
        if (request.Context.Request.Query.TryGetValue("cursor", out var cursor))
        {
            if (!ReportId.TryParse(cursor.ToString(), out var last))
            {
                return ApiProblem.Create(request.Context, ProblemType.InvalidCursor);
            }

            after = last;
        }

        var filter = new ReportFilter { From = start, Until = end, EntryId = entry, Code = code, Locale = reporterLocale, Product = product, Source = source, Verdict = wanted };
        return await desk.WithStoreAsync(request, async (store, cancellation) =>
        {
            var found = await store.ListAsync(filter, after, request.Limit + 1, cancellation);
            var page = found.Take(request.Limit).ToList();
            var items = new List<(string, Contracts.ReportResponse)>(page.Count);
            foreach (var report in page)
            {
                var feedback = await store.ListFeedbackAsync(report.Id, after: null, ReportStoreLimits.MaxFeedback, cancellation);
                items.Add((report.Id.ToString(), ReportMapper.Map(report, feedback, desk.Options.Retention)));
            }

            return Paging.AnswerPart(request, items, found.Length > page.Count, AnswerPlans.Report);
        });
    }

    /// <summary>A time with an offset.</summary>
    private static ProblemHttpResult? Time(ApiRequest request, string name, string? text, out DateTimeOffset? time)
    {
        time = null;
        if (text is null)
        {
            return null;
        }

        // A plus sign in a query is a blank to many.
        var value = text.Replace(' ', '+');
        if (FieldReader.HasOffset(value) && DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read))
        {
            time = read;
            return null;
        }

        return ApiProblem.InvalidParameter(request.Context, name, "Time", text);
    }
}
