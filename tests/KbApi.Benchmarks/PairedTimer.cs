using System.Diagnostics;

namespace KbApi.Benchmarks;

/// <summary>Times two pieces of work in turn, A B A B …, so that a machine that becomes slower is so for both.</summary>
internal static class PairedTimer
{
    private const int WarmUps = 4;

    public static (TimeSpan A, TimeSpan B, double Ratio) Measure(Action a, Action b, int rounds)
    {
        // Long enough for the just-in-time compiler to be done with both.
        for (var i = 0; i < WarmUps; i++)
        {
            a();
            b();
        }

        var pairs = new List<(TimeSpan A, TimeSpan B)>();
        for (var i = 0; i < rounds; i++)
        {
            pairs.Add((Time(a), Time(b)));
        }

        return (Median(pairs.Select(p => p.A)), Median(pairs.Select(p => p.B)), Median(pairs.Select(p => p.A / p.B)));
    }

    private static TimeSpan Time(Action action)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start);
    }

    private static T Median<T>(IEnumerable<T> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
