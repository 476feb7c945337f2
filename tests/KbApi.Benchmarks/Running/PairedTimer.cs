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

    private static TimeSpan Time(Action action, Func<TimeSpan> clock)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var start = clock();
        action();
        return clock() - start;
    }
}
