using System.Collections.Immutable;

namespace KbApi.Rules.Logs.Reading;

/// <summary>
/// Times as syslog writes them: <c>Mar  1 10:00:00</c>, without a year. Such a time is in the year that brings it closest to the record before it,
/// so that a log may go on over New Year in either direction and takes the year of the dated records among its own; before any of those, in the last
/// year that had it by when the log was taken. Where that is not known either, the first leap year of the century stands for it, which has every day.
/// </summary>
/// <param name="takenAt">When the log was taken, or null.</param>
internal sealed class YearlessTime(DateTimeOffset? takenAt)
{
    private const int UnknownYear = 2000;

    /// <summary>So many years around any there is one with a leap day.</summary>
    private const int MostYears = 4;

    /// <summary>Clocks of other time zones are so far ahead.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(1);

    private static readonly ImmutableArray<string> Months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    private DateTimeOffset? _before;

    /// <summary>The time that a text begins with, or null; its year means nothing.</summary>
    public static LogTime? Read(ReadOnlySpan<char> text, out int length)
    {
        length = 0;
        var month = text.Length > 3 && text[3] == ' ' ? Months.IndexOf(text[..3].ToString()) + 1 : 0;
        if (month == 0)
        {
            return null;
        }

        var start = text.Length > 4 && text[4] == ' ' ? 5 : 4;
        var reader = new TimeReader(text[start..]);
        if (!reader.Number(2, out var day, out _) || day < 1 || day > DateTime.DaysInMonth(UnknownYear, month)
            || !reader.Separator(" ", out _) || !reader.Time(out var timeOfDay, out var hasHalf) || hasHalf)
        {
            return null;
        }

        length = start + reader.Position;
        return new LogTime(new DateTimeOffset(UnknownYear, month, day, 0, 0, 0, TimeSpan.Zero) + timeOfDay, HasZone: false, HasYear: false);
    }

    /// <summary>The time of the next record, with a year.</summary>
    public LogTime Place(LogTime time)
    {
        if (!time.HasYear && _before is { } before)
        {
            time = time with { Value = Around(before.Year, time.Value).MinBy(t => (t - before).Duration()) };
        }
        else if (!time.HasYear && takenAt is { } taken)
        {
            time = time with { Value = Around(taken.Year, time.Value).Where(t => t - taken <= Ahead).DefaultIfEmpty(time.Value).Max() };
        }

        _before = time.Value;
        return time;
    }

    private static IEnumerable<DateTimeOffset> Around(int year, DateTimeOffset time) =>
        Enumerable.Range(year - MostYears, (2 * MostYears) + 1).Select(y => InYear(time, y)).OfType<DateTimeOffset>();

    /// <summary>The same day in another year; null for a leap day in a year that has none, and beyond what there is.</summary>
    private static DateTimeOffset? InYear(DateTimeOffset time, int year) =>
        year is < 2 or > 9998 || time.Day > DateTime.DaysInMonth(year, time.Month) ? null : new DateTimeOffset(year, time.Month, time.Day, 0, 0, 0, TimeSpan.Zero) + time.TimeOfDay;
}
