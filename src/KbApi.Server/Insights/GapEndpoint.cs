using KbApi.Reports.Gaps;
using KbApi.Reports.Insights;
using KbApi.Server.Budget;
using KbApi.Server.Codes;
using KbApi.Server.Contracts;
using KbApi.Server.Http;
using KbApi.Server.Reports;

namespace KbApi.Server.Insights;

/// <summary>What is asked and not answered.</summary>
internal static class GapEndpoint
{
    private const int DefaultDays = 30;

    /// <summary>List what is not answered</summary>
    /// <remarks>
    /// What people and reports ask that the content does not answer, those asked most first: codes that no entry has, searches without hits, messages that no
    /// entry has, and reports that no entry answers. Questions that differ only in values are one gap. Needs the scope `insights:read`.
    /// </remarks>
    /// <param name="request">The request.</param>
    /// <param name="desk">Keeps the reports and counts.</param>
    /// <param name="catalog">Reads gaps.</param>
    /// <param name="time">The clock.</param>
    /// <param name="kind">Only gaps of this kind: `unknownCode`, `unansweredSearch`, `unresolvedMessage` or `unclassifiedReport`.</param>
    /// <param name="askedIn">Only gaps that were asked in this locale.</param>
    /// <param name="product">Only gaps of reports about this product.</param>
    /// <param name="days">How many days to look back, from 1 to 400; by default 30.</param>
    internal static async Task<IResult> ListAsync(
        ApiRequest request, ReportDesk desk, GapCatalog catalog, TimeProvider time, string? kind, string? askedIn, string? product, string? days)
    {
        if (InsightParameters.Number(request, "days", days, DefaultDays, 1, InsightParameters.MaxDays, out var lookBack) is { } wrongDays)
        {
            return wrongDays;
        }

        if (InsightParameters.OneOf<GapKind>(request, "kind", kind, out var wanted) is { } wrongKind)
        {
            return wrongKind;
        }

        return await desk.WithStoreAsync(request, async (store, cancellation) =>
        {
            var open = await catalog.ReadAsync(store, request.KnowledgeBase, time.GetUtcNow().AddDays(-lookBack), cancellation);
            var all = open.Gaps.Where(g => (wanted is null || g.Kind == wanted)
                && (askedIn is null || g.Locales.Any(l => l.Key.Equals(askedIn, StringComparison.OrdinalIgnoreCase)))
                && (product is null || g.Products.Any(p => p.Key == product))).ToList();
            var others = open.Counts.Others.Where(o => wanted is null || o.Kind == wanted).Sum(o => o.Count);
            request.SetLanguage(request.Locale.Chain.Take(1));
            return new ValidatedAnswer(Paging.Answer(
                request, all, g => g.Id, page => page.Select(g => Map(g, open.Neighbours, request)), AnswerPlans.Gap, frame: () => [FrameMember.Of("others", others)]));
        });
    }

    private static GapResponse Map(Gap gap, GapNeighbours neighbours, ApiRequest request) => new()
    {
        Id = gap.Id,
        Kind = gap.Kind,
        Template = gap.Template,
        Aliases = [.. gap.Aliases],
        Count = gap.Count,
        FirstSeen = gap.First,
        LastSeen = gap.Last,
        Days = InsightParameters.Map(gap.Days),
        Locales = InsightParameters.Map(gap.Locales),
        Products = InsightParameters.Map(gap.Products),
        Examples = [.. gap.Examples],
        Nearest = [.. neighbours.Find(gap).Select(n => new NearEntryResponse { Entry = n.EntryId, Title = UnknownCode.TitleOf(n.EntryId, request), Reason = n.Reason, Words = n.Words })],
        Family = UnknownCode.Map(neighbours.FamilyOf(gap), request),
    };
}
