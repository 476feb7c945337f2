using KbApi.Reports.Gaps;
using KbApi.Reports.Tests.Support;

namespace KbApi.Reports.Tests.Gaps;

public class GapCounterTests
{
    [Fact]
    public void What_is_asked_often_stays_however_much_is_asked_once()
    {
        var counter = new GapCounter();
        const int Once = 100_000;
        for (var i = 0; i < Once; i++)
        {
            counter.Count(new AskedGap(GapKind.UnknownCode, $"X{i}", "x"), "", SomeReport.Start);
            if (i % 50 == 0)
            {
                counter.Count(new AskedGap(GapKind.UnknownCode, "31099", "31099"), "sv-SE", SomeReport.Start);
            }
        }

        var counts = counter.Take();

        Assert.InRange(counts.Gaps.Length, 1, GapLimits.MaxCounted);
        Assert.InRange(Assert.Single(counts.Gaps, g => g.Template == "31099").Count, 1_900, 2_000);
        Assert.Equal(Once + (Once / 50), counts.Gaps.Sum(g => g.Count) + counts.Others.Sum(o => o.Count));
        Assert.True(counter.Take().IsEmpty);
    }

    [Fact]
    public void What_could_not_be_written_is_counted_again()
    {
        var counter = new GapCounter();
        counter.Count(new AskedGap(GapKind.UnansweredSearch, "coffee", "Coffee"), "sv-SE", SomeReport.Start);
        var taken = counter.Take();
        counter.Count(new AskedGap(GapKind.UnansweredSearch, "coffee", "coffee!"), "sv-SE", SomeReport.Start.AddHours(1));

        counter.Return(taken);

        var gap = Assert.Single(counter.Take().Gaps);
        Assert.Equal((2, SomeReport.Start, SomeReport.Start.AddHours(1)), (gap.Count, gap.First, gap.Last));
        Assert.Equal(["coffee!", "Coffee"], gap.Examples.ToArray());
    }

    [Fact]
    public async Task Several_threads_may_count()
    {
        var counter = new GapCounter();
        await Parallel.ForAsync(0, 8, (thread, _) =>
        {
            for (var i = 0; i < 1_000; i++)
            {
                counter.Count(new AskedGap(GapKind.UnknownCode, "31099", "31099"), "", SomeReport.Start);
            }

            return ValueTask.CompletedTask;
        });

        Assert.Equal(8_000, Assert.Single(counter.Take().Gaps).Count);
    }
}
