using System.Globalization;

namespace KbApi.Benchmarks.Running;

/// <summary>Figures as people read them: three digits that count, and a unit that fits.</summary>
internal static class Numbers
{
    private const double MicrosecondsOfMillisecond = 1e3;
    private const double MicrosecondsOfSecond = 1e6;
    private const double TenSeconds = 10e6;

    public static string Write(double value) => Math.Abs(value) switch
    {
        >= 100 => value.ToString("N0", CultureInfo.InvariantCulture),
        >= 10 => value.ToString("0.#", CultureInfo.InvariantCulture),
        >= 0.095 or 0 => value.ToString("0.##", CultureInfo.InvariantCulture),
        _ => value.ToString("0.####", CultureInfo.InvariantCulture),
    };

    public static string Time(TimeSpan time) => Microseconds(time.TotalMicroseconds);

    public static string Milliseconds(double milliseconds) => Microseconds(milliseconds * MicrosecondsOfMillisecond);

    public static string Microseconds(double microseconds) => Math.Abs(microseconds) switch
    {
        >= TenSeconds => $"{Write(microseconds / MicrosecondsOfSecond)} s",
        >= MicrosecondsOfMillisecond => $"{Write(microseconds / MicrosecondsOfMillisecond)} ms",
        >= 1 => $"{Write(microseconds)} µs",
        _ => $"{Write(microseconds * MicrosecondsOfMillisecond)} ns",
    };

    public static string Bytes(double bytes) => Math.Abs(bytes) switch
    {
        >= 1e9 => $"{Write(bytes / 1e9)} GB",
        >= 1e6 => $"{Write(bytes / 1e6)} MB",
        >= 10e3 => $"{Write(bytes / 1e3)} KB",
        _ => $"{Write(bytes)} bytes",
    };

    public static string Rate(double bytes, TimeSpan time) => $"{Write(bytes / 1e6 / time.TotalSeconds)} MB/s";

    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    public static T Median<T>(IEnumerable<T> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    /// <summary>What so many of a hundred values are at most.</summary>
    public static double Percentile(IEnumerable<double> values, int percent)
    {
        var sorted = values.Order().ToList();
        return sorted[Math.Min(sorted.Count - 1, sorted.Count * percent / 100)];
    }
}
