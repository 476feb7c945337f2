using System.Diagnostics;

namespace KbApi.Benchmarks.Running;

/// <summary>Times two pieces of work in turn, A B A B …, so that a machine that becomes slower is so for both.</summary>
internal static class PairedTimer
{
    private const int WarmUps = 4;

    /// <param name="a">The one.</param>
    /// <param name="b">The other.</param>
    /// <param name="rounds">How often both are timed.</param>
    /// <param name="warmUps">How often both run before: long enough for the just-in-time compiler to be done with them.</param>
    /// <param name="isOneThread">Whether both work on this thread alone: then its processor time is taken, whatever else runs on the machine.</param>
    /// <returns>The medians of both, and that of their ratios.</returns>
    public static (TimeSpan A, TimeSpan B, double Ratio) Measure(Action a, Action b, int rounds, int warmUps = WarmUps, bool isOneThread = false)
    {
        Func<TimeSpan> clock = isOneThread ? () => TimeSpan.FromMilliseconds(ThreadClock.Milliseconds) : () => Stopwatch.GetElapsedTime(0);
        for (var i = 0; i < warmUps; i++)
        {
            a();
            b();
        }

        var pairs = new List<(TimeSpan A, TimeSpan B)>();
        for (var i = 0; i < rounds; i++)
        {
            pairs.Add((Time(a, clock), Time(b, clock)));
        }

        return (Numbers.Median(pairs.Select(p => p.A)), Numbers.Median(pairs.Select(p => p.B)), Numbers.Median(pairs.Select(p => p.A / p.B)));
    }

    /// <summary>
    /// The same for two pieces of work over many things, a few things at a time, on this thread alone: the speed of a shared machine
    /// changes within a second, and so it does for both.
    /// </summary>
    /// <param name="items">The things.</param>
    /// <param name="size">How many at a time.</param>
    /// <param name="a">The one.</param>
    /// <param name="b">The other.</param>
    /// <param name="rounds">How often both go over all things. Each begins in turn, for what it leaves in the caches helps the other.</param>
    /// <param name="warmUps">How often both do before.</param>
    /// <returns>The sums of the medians of each few, and the ratio of the sums.</returns>
    public static (TimeSpan A, TimeSpan B, double Ratio) MeasureByFew<T>(List<T> items, int size, Action<List<T>> a, Action<List<T>> b, int rounds, int warmUps)
    {
        for (var i = 0; i < warmUps; i++)
        {
            a(items);
            b(items);
        }

        GC.Collect();
        var (ofA, ofB) = (0.0, 0.0);
        var few = items.Chunk(size).Select(c => c.ToList()).ToList();
        var times = few.ConvertAll(_ => (A: new List<double>(rounds), B: new List<double>(rounds)));
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < few.Count; i++)
            {
                var isFirst = (round & 1) == 0;
                var (first, second) = (OnThread(isFirst ? a : b, few[i]), OnThread(isFirst ? b : a, few[i]));
                times[i].A.Add(isFirst ? first : second);
                times[i].B.Add(isFirst ? second : first);
            }
        }

        foreach (var (timesOfA, timesOfB) in times)
        {
            ofA += Numbers.Median(timesOfA);
            ofB += Numbers.Median(timesOfB);
        }

        return (TimeSpan.FromMilliseconds(ofA), TimeSpan.FromMilliseconds(ofB), ofA / ofB);
    }

    private static double OnThread<T>(Action<List<T>> action, List<T> items)
    {
        var start = ThreadClock.Milliseconds;
        action(items);
        return ThreadClock.Milliseconds - start;
    }

    private static TimeSpan Time(Action action, Func<TimeSpan> clock)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var start = clock();
        action();
        return clock() - start;
    }
}
