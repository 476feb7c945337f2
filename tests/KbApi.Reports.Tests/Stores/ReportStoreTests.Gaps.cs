using System.Collections.Immutable;
using KbApi.Reports.Gaps;
using KbApi.Reports.Tests.Support;

namespace KbApi.Reports.Tests.Stores;

/// <content>Counts of what was asked and not answered.</content>
public abstract partial class ReportStoreTests
{
    private static DateOnly Today => DateOnly.FromDateTime(Start.UtcDateTime);

    private IGapStore Gaps => (IGapStore)Store;

    [SkippableFact]
    public async Task Counts_of_gaps_add_up()
    {
        await Gaps.AddAsync(new GapCounts([Gap("31099", 2, "sv-SE", ["31099"]), Gap("31098", 1, "en-US", [])], [new OtherGaps(GapKind.UnknownCode, Today, 4)]));
        await Gaps.AddAsync(new GapCounts([Gap("31099", 3, "en-US", ["event 31099", "a", "b", "c"], Start.AddHours(2))], [new OtherGaps(GapKind.UnknownCode, Today, 1)]));

        var read = await Gaps.ReadAsync(Today);

        var gap = Assert.Single(read.Gaps, g => g.Template == "31099");
        Assert.Equal((5, Start, Start.AddHours(2)), (gap.Count, gap.First, gap.Last));
        Assert.Equal([new GapDay(Today, "en-US", 3), new GapDay(Today, "sv-SE", 2)], gap.Days.ToArray());
        Assert.Equal(GapLimits.MaxExamples, gap.Examples.Length);
        Assert.Contains("31099", gap.Examples);
        Assert.Equal(new OtherGaps(GapKind.UnknownCode, Today, 5), Assert.Single(read.Others));
    }

    [SkippableFact]
    public async Task Gaps_that_are_asked_once_do_not_fill_the_store_and_do_not_drive_out_others()
    {
        await Gaps.AddAsync(new GapCounts([Gap("31099", 1_000, "sv-SE", [])], []));
        const int Batches = 7;
        for (var batch = 0; batch < Batches; batch++)
        {
            await Gaps.AddAsync(new GapCounts([.. Enumerable.Range(0, GapLimits.MaxCounted).Select(i => Gap($"X{batch}_{i}", 1, "", []))], []));
        }

        var read = await Gaps.ReadAsync(Today);

        Assert.InRange(read.Gaps.Length, 1, GapLimits.MaxStored);
        Assert.Equal(1_000, Assert.Single(read.Gaps, g => g.Template == "31099").Count);
        Assert.Equal(1_000 + (Batches * GapLimits.MaxCounted), read.Gaps.Sum(g => g.Count) + read.Others.Sum(o => o.Count));
    }

    [SkippableFact]
    public async Task Old_gaps_are_forgotten()
    {
        await Gaps.AddAsync(new GapCounts([Gap("old", 1, "", ["old"], Start.AddDays(-10)), Gap("both", 1, "", [], Start.AddDays(-10)), Gap("both", 2, "", [])], []));

        var deleted = await Gaps.DeleteOlderAsync(Today);

        var gap = Assert.Single((await Gaps.ReadAsync(DateOnly.MinValue)).Gaps);
        Assert.Equal((1, "both", 2), (deleted, gap.Template, gap.Count));
    }

    private static CountedGap Gap(string template, long count, string locale, ImmutableArray<string> examples, DateTimeOffset? at = null)
    {
        var time = at ?? SomeReport.Start;
        return new CountedGap(
            GapKind.UnknownCode, GapId.Of(GapKind.UnknownCode, template), template, time, time, [new GapDay(DateOnly.FromDateTime(time.UtcDateTime), locale, count)], examples);
    }
}
