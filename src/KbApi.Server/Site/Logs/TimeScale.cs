using System.Globalization;

namespace KbApi.Server.Site.Logs;

/// <summary>Round times between two times, and how they are written.</summary>
internal static class TimeScale
{
    private const int MostTicks = 7;

    private static readonly TimeSpan[] Steps =
    [
        TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15),
        TimeSpan.FromHours(1), TimeSpan.FromHours(3), TimeSpan.FromHours(6), TimeSpan.FromHours(12), TimeSpan.FromDays(1), TimeSpan.FromDays(7), TimeSpan.FromDays(30), TimeSpan.FromDays(365),
    ];

    /// <summary>At most seven round times from one time to another.</summary>
    public static IEnumerable<DateTimeOffset> Ticks(DateTimeOffset from, DateTimeOffset to)
    {
        var span = to - from;
        var step = Steps.FirstOrDefault(s => span / s <= MostTicks - 1);
        if (step == default)
        {
            step = span / (MostTicks - 1);
        }

        var first = new DateTimeOffset((from.UtcTicks + step.Ticks - 1) / step.Ticks * step.Ticks, TimeSpan.Zero);
        for (var time = first; time <= to; time += step)
        {
            yield return time;
        }
    }

    /// <summary>A time on the scale: as much of it as is needed.</summary>
    public static string Label(DateTimeOffset time, DateTimeOffset from, DateTimeOffset to, CultureInfo culture)
    {
        var span = to - from;
        var format = span < TimeSpan.FromMinutes(5) ? "HH:mm:ss" : span < TimeSpan.FromDays(2) ? "HH:mm" : "d MMM";
        return time.UtcDateTime.ToString(format, culture);
    }

    /// <summary>A time in full.</summary>
    public static string Full(DateTimeOffset time, CultureInfo culture) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", culture);
}
