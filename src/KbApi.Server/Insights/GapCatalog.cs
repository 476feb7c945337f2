using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using KbApi.Content.Model;
using KbApi.Reports.Gaps;
using KbApi.Reports.Insights;
using KbApi.Reports.Storage;
using KbApi.Rules.Classification;
using KbApi.Server.Reports;

namespace KbApi.Server.Insights;

/// <summary>Reads what was asked and not answered, beside what the content has close to it.</summary>
internal sealed class GapCatalog(ReportDesk desk)
{
    /// <summary>What it takes to read gaps against content: made once for each snapshot.</summary>
    private readonly ConditionalWeakTable<KnowledgeBase, Readers> _readers = [];

    /// <summary>The gaps since a time, those asked most first.</summary>
    /// <exception cref="StoreUnavailableException">The store can't be used now.</exception>
    public async Task<OpenGaps> ReadAsync(IReportStore store, KnowledgeBase knowledgeBase, DateTimeOffset from, CancellationToken cancellation)
    {
        var readers = _readers.GetValue(knowledgeBase, k => new Readers(new GapReader(k.Schemes), GapNeighbours.Create(k)));
        var counts = desk.Gaps is { } gaps ? await gaps.ReadAsync(DateOnly.FromDateTime(from.UtcDateTime), cancellation) : GapCounts.None;
        var reports = await store.ExportAsync(new ReportFilter { Verdict = Verdict.Unknown, From = from }, cancellation).Take(GapLimits.MaxReports).ToListAsync(cancellation);
        return new OpenGaps(GapList.Create(counts, reports, readers.Gaps), counts, readers.Neighbours);
    }

    private sealed record Readers(GapReader Gaps, GapNeighbours Neighbours);
}

/// <summary>What was asked and not answered.</summary>
/// <param name="Gaps">Those that are told apart, those asked most first.</param>
/// <param name="Counts">What was counted, with those that are not told apart.</param>
/// <param name="Neighbours">What the content has close to them.</param>
internal sealed record OpenGaps(ImmutableArray<Gap> Gaps, GapCounts Counts, GapNeighbours Neighbours);
