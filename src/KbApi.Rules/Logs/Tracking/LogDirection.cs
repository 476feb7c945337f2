namespace KbApi.Rules.Logs.Tracking;

/// <summary>Tells from its first events whether a log begins with the latest, as Event Viewer exports it.</summary>
internal sealed class LogDirection
{
    private const int MostEvents = 256;

    private readonly List<LogEvent> _held = [];
    private DateTimeOffset? _last;
    private int _steps;

    /// <summary>Whether the log begins with its latest event; decided once <see cref="IsKnown"/>.</summary>
    public bool IsDescending => _steps < 0;

    public bool IsKnown { get; private set; }

    /// <summary>Holds an event back; when enough are held, they are given.</summary>
    public IReadOnlyList<LogEvent>? Hold(LogEvent record)
    {
        _held.Add(record);
        if (record.Time is { } time)
        {
            _steps += _last is { } last ? time.CompareTo(last) : 0;
            _last = time;
        }

        return _held.Count == MostEvents ? Release() : null;
    }

    /// <summary>The events that are held.</summary>
    public IReadOnlyList<LogEvent> Release()
    {
        IsKnown = true;
        LogEvent[] held = [.. _held];
        _held.Clear();
        return held;
    }
}
