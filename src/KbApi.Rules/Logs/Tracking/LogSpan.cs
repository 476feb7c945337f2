namespace KbApi.Rules.Logs.Tracking;

/// <summary>What is known of the log as a whole: its earliest and its latest time so far.</summary>
internal sealed class LogSpan
{
    public DateTimeOffset? From { get; private set; }

    public DateTimeOffset? To { get; private set; }

    public bool HasZone { get; private set; }

    public void Add(LogEvent record)
    {
        if (record.Time is { } time)
        {
            From = From is { } from && from <= time ? from : time;
            To = To is { } to && to >= time ? to : time;
            HasZone |= record.HasZone;
        }
    }

    /// <summary>Whether more time than given passed between an event and the end of the log; so it is where the log has no times.</summary>
    public bool IsOver(Occurrence start, TimeSpan time) => start.Time is not { } at || To is not { } to || to - at > time;

    /// <summary>Whether what led to an event may stand before the beginning of the log.</summary>
    public bool MayPrecede(Occurrence end, TimeSpan time) => end.Time is { } at && From is { } from && at - from <= time;
}
