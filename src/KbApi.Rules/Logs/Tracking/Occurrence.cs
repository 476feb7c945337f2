using System.Globalization;
using KbApi.Content.Diagnostics;
using KbApi.Content.Text;
using KbApi.Rules.Catalog;

namespace KbApi.Rules.Logs.Tracking;

/// <summary>Where and when an event stands in a log. In messages it is its time, else its line.</summary>
internal readonly record struct Occurrence(int Line, DateTimeOffset? Time, bool HasZone) : IFormattable
{
    public static Occurrence Of(LogEvent record) => new(record.Line, record.Time, record.HasZone);

    public Location In(string log)
    {
        var position = new LinePosition(Line - 1, 0);
        return new Location(log, default, position, position);
    }

    /// <summary>How long after another event this one was written; null where that can't be told.</summary>
    public TimeSpan? Since(Occurrence other) => Time - other.Time;

    public string ToString(string? format, IFormatProvider? formatProvider) => Time is not { } time
        ? string.Format(CultureInfo.InvariantCulture, RuleText.Get("LogLine", formatProvider as CultureInfo ?? CultureInfo.InvariantCulture), Line)
        : HasZone ? time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture)
        : time.DateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    public override string ToString() => ToString(null, CultureInfo.InvariantCulture);
}
