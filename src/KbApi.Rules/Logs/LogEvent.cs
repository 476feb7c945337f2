namespace KbApi.Rules.Logs;

/// <summary>One record of an event log.</summary>
public sealed record LogEvent
{
    /// <summary>The line that it begins on, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The number of the event as digits without leading zeros, or null where the record has none.</summary>
    public string? EventId { get; init; }

    /// <summary>The program that wrote it, or null.</summary>
    public string? Source { get; init; }

    /// <summary>When it was written, or null. Where the log names no time zone, the time stands as if it were UTC; see <see cref="HasZone"/>.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>Whether the log says which time zone the time is in.</summary>
    public bool HasZone { get; init; }

    /// <summary>How bad it is, or null where the record does not say.</summary>
    public EventLevel? Level { get; init; }

    /// <summary>The machine that it was written on, or null.</summary>
    public string? Machine { get; init; }

    /// <summary>What the events of one operation have in common and no other has, or null.</summary>
    public string? TrackingId { get; init; }

    /// <summary>The text; empty where there is none.</summary>
    public string Message { get; init; } = "";
}
