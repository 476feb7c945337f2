using System.Collections.Immutable;

namespace KbApi.Rules.Logs.Tracking;

/// <summary>Keeps the latest runs of operations, in whatever order they come.</summary>
internal sealed class RunList
{
    private readonly PriorityQueue<OperationRun, DateTimeOffset> _latest = new();

    public ImmutableArray<OperationRun> Latest => [.. _latest.UnorderedItems.Select(i => i.Element).OrderBy(r => r.First).ThenBy(r => r.StartLine ?? r.EndLine)];

    /// <summary>Takes a run; one without any time is passed over.</summary>
    public void Add(TrackedSubject subject, OperationHalf? start, OperationHalf? end, RunOutcome outcome)
    {
        var run = new OperationRun(subject.Id, subject.Name, start?.At.Line, start?.At.Time, end?.At.Line, end?.At.Time, outcome, (end ?? start)!.Known.Id);
        if (run.First is not { } time)
        {
            return;
        }

        _latest.Enqueue(run, time);
        if (_latest.Count > LogLimits.TimelineLength)
        {
            _latest.Dequeue();
        }
    }
}
