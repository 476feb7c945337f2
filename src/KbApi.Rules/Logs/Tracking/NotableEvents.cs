using System.Collections.Immutable;

namespace KbApi.Rules.Logs.Tracking;

/// <summary>Keeps the events that matter: the latest for a timeline, and a few of each kind with their text.</summary>
internal sealed class NotableEvents
{
    private const int MostOfAKind = 3;
    private const int MostTextChars = 2_000;

    private readonly Queue<TimelineEvent> _timeline = new();
    private readonly Dictionary<string, int> _kinds = new(StringComparer.Ordinal);
    private readonly List<LogEvent> _excerpt = [];
    private int _excerptChars;

    public ImmutableArray<LogEvent> Excerpt => [.. _excerpt];

    public void Add(LogEvent record, KnownEvent? known, bool isDescending)
    {
        var isFull = _timeline.Count == LogLimits.TimelineLength;
        if (isFull && !isDescending)
        {
            _timeline.Dequeue();
        }

        // Of a log that begins with its end, the first are the latest.
        if (!isFull || !isDescending)
        {
            _timeline.Enqueue(new TimelineEvent(record.Line, record.Time, record.Source, record.EventId, known?.Id));
        }

        if (known is { IsProblem: false })
        {
            return;
        }

        var kind = known?.Id ?? record.Source + "/" + record.EventId;
        var count = _kinds.GetValueOrDefault(kind);
        if (count < MostOfAKind && _excerptChars < LogLimits.ExcerptLength)
        {
            _kinds[kind] = count + 1;
            var text = record.Message.Length > MostTextChars ? record with { Message = record.Message[..MostTextChars] } : record;
            _excerptChars += text.Message.Length;
            _excerpt.Add(text);
        }
    }

    public ImmutableArray<TimelineEvent> Timeline(bool isDescending) => isDescending ? [.. _timeline.Reverse()] : [.. _timeline];
}
