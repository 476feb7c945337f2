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
    /// <returns>The medians of both, and that of their ratios.</returns>
    public static (TimeSpan A, TimeSpan B, double Ratio) Measure(Action a, Action b, int rounds, int warmUps = WarmUps)
    {
        for (var i = 0; i < warmUps; i++)
        {
            a();
            b();
        }

        var pairs = new List<(TimeSpan A, TimeSpan B)>();
        for (var i = 0; i < rounds; i++)
        {
            pairs.Add((Time(a), Time(b)));
        }

        return (Numbers.Median(pairs.Select(p => p.A)), Numbers.Median(pairs.Select(p => p.B)), Numbers.Median(pairs.Select(p => p.A / p.B)));
    }

    private static TimeSpan Time(Action action)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start);
    }
}
