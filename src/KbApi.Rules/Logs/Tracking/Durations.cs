using System.Globalization;
using KbApi.Content.Model;

namespace KbApi.Rules.Logs.Tracking;

/// <summary>Lengths of time as documents state them.</summary>
internal static class Durations
{
    private const decimal MostTicks = 3_650L * TimeSpan.TicksPerDay;

    /// <summary>The length, or null for what is none.</summary>
    public static TimeSpan? Of(Quantity quantity)
    {
        var ticks = quantity.Unit switch
        {
            "ms" => TimeSpan.TicksPerMillisecond,
            "s" => TimeSpan.TicksPerSecond,
            "min" => TimeSpan.TicksPerMinute,
            "h" => TimeSpan.TicksPerHour,
            "d" => TimeSpan.TicksPerDay,
            "wk" => TimeSpan.TicksPerDay * 7,
            _ => 0,
        };
        return ticks > 0 && quantity.Value > 0 && quantity.Value <= MostTicks / ticks ? new TimeSpan((long)(quantity.Value * ticks)) : null;
    }

    /// <summary>As it stands in messages: the amount and its unit.</summary>
    public static string Text(Quantity quantity) => string.Create(CultureInfo.InvariantCulture, $"{quantity.Value:0.##} {quantity.Unit}");

    /// <summary>The longest time that an entry allows, or null where it states none.</summary>
    public static TimeSpan? AllowedBy(Entry entry) => entry.Constraints
        .Where(c => c.Kind == ConstraintKind.Duration && c.Bound != ConstraintBound.AtLeast)
        .Select(c => Of(c.Quantity)).Max();
}
