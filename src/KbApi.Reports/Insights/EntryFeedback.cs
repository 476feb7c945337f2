using System.Collections.Immutable;
using KbApi.Reports.Model;
using KbApi.Reports.Storage;

namespace KbApi.Reports.Insights;

/// <summary>What was said of an entry as the answer to reports.</summary>
/// <param name="EntryId">The entry that was given as the answer.</param>
/// <param name="Helpful">How often it helped.</param>
/// <param name="NotHelpful">How often it did not.</param>
/// <param name="RightEntries">The entries that were named as the right answer instead, the most frequent first.</param>
public sealed record EntryFeedback(string EntryId, long Helpful, long NotHelpful, ImmutableArray<GapCount> RightEntries)
{
    /// <summary>How often it helped of all times that somebody said so, from 0 to 1; null where nobody did.</summary>
    public double? HelpfulRate => Helpful + NotHelpful == 0 ? null : Helpful / (double)(Helpful + NotHelpful);

    /// <summary>Sums up the feedback of a store by the entry that was given as the answer. Reports that were deleted, and those without an answer, are left out.</summary>
    /// <param name="store">The store.</param>
    /// <param name="most">How much feedback is looked at, the oldest first.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<ImmutableArray<EntryFeedback>> ReadAsync(IReportStore store, int most, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        var given = new List<(string Entry, ReportFeedback Feedback)>();
        await foreach (var feedback in store.ExportFeedbackAsync(cancellation))
        {
            if (given.Count == most)
            {
                break;
            }

            if (await store.FindAsync(feedback.ReportId, cancellation) is { EntryId: { } entry })
            {
                given.Add((entry, feedback));
            }
        }

        return [.. given.GroupBy(g => g.Entry, g => g.Feedback, StringComparer.Ordinal).Select(Of).OrderByDescending(f => f.NotHelpful).ThenBy(f => f.EntryId, StringComparer.Ordinal)];
    }

    private static EntryFeedback Of(IGrouping<string, ReportFeedback> all) => new(
        all.Key,
        all.LongCount(f => f.Helpful == true),
        all.LongCount(f => f.Helpful == false),
        [.. all.Where(f => f.RightEntryId is not null && f.RightEntryId != all.Key).GroupBy(f => f.RightEntryId!, StringComparer.Ordinal)
            .Select(g => new GapCount(g.Key, g.LongCount())).OrderByDescending(c => c.Count).ThenBy(c => c.Key, StringComparer.Ordinal)]);
}
