using System.Collections.Immutable;

namespace KbApi.Rules.Logs.Tracking;

/// <summary>Gives events to the operations, services, signs of life and warnings that they belong to, for each machine by itself.</summary>
internal sealed class SubjectTracks
{
    private readonly LogAnalysisOptions _options;
    private readonly LogSpan _span;
    private readonly FindingSink _findings;
    private readonly RunList _runs = new();
    private readonly Dictionary<TrackedSubject, OperationTally> _tallies = [];
    private readonly MachineTracks<TrackedPairs> _tracked = new();
    private readonly MachineTracks<UntrackedPairs> _untracked = new();
    private readonly MachineTracks<StateTrack> _states = new();
    private readonly MachineTracks<HeartbeatTrack> _heartbeats = new();
    private readonly MachineTracks<RepeatTrack> _repeats = new();
    private readonly SilentSigns _silent;
    private readonly ImmutableArray<TrackedSubject> _subjects;

    public SubjectTracks(LogKnowledge knowledge, LogAnalysisOptions options, LogSpan span, FindingSink findings)
    {
        (_options, _span, _findings) = (options, span, findings);
        _silent = new SilentSigns(knowledge.Signs, span, findings);
        _subjects = [.. knowledge.Subjects];
    }

    public ImmutableArray<OperationSummary> Operations => [.. _tallies.Values.Where(t => t.IsSeen).OrderBy(t => t.Subject.Order).Select(t => t.Summary)];

    public ImmutableArray<OperationRun> Runs => _runs.Latest;

    public void Add(KnownEvent known, LogEvent record, bool isDescending)
    {
        var at = Occurrence.Of(record);
        _silent.Add(known, record);
        switch (known.Role)
        {
            case EventRole.Start or EventRole.Success or EventRole.Failure:
                AddHalf(known, record, isDescending);
                break;
            case EventRole.Started or EventRole.Stopped:
                _states.Of(known.Subject!, record.Machine, () => new StateTrack(known.Subject!, _findings))?.Add(known, at, record.EventId, isDescending);
                if (known.Role == EventRole.Stopped)
                {
                    Stop(known.Subject!.Source, record.Machine);
                }

                break;
            case EventRole.Sign or EventRole.FailedSign when known.Subject!.Time is { } interval:
                _heartbeats.Of(known.Subject, record.Machine, () => new HeartbeatTrack(known.Subject, interval, _span, _findings))?.Add(known, at, record.EventId);
                break;
            case EventRole.Recurring:
                _repeats.Of(known, record.Machine, () => new RepeatTrack(known, _options, _findings))?.Add(at, record.EventId);
                break;
        }
    }

    public void Complete(bool isDescending)
    {
        _tracked.ForEach(t => t.Complete());
        _untracked.ForEach(t => t.Complete(isDescending));
        _states.ForEach(t => t.Complete(isDescending));
        _heartbeats.ForEach(t => t.Complete(isDescending));
        _silent.Complete();
        _repeats.ForEach(t => t.Complete());
    }

    private void AddHalf(KnownEvent known, LogEvent record, bool isDescending)
    {
        var subject = known.Subject!;
        if (!_tallies.TryGetValue(subject, out var tally))
        {
            _tallies[subject] = tally = new OperationTally(subject, _options.OutcomeWithin, _span, _findings, _runs);
        }

        tally.Count(known.Role);
        var half = new OperationHalf(known, Occurrence.Of(record), record.EventId, record.TrackingId);
        if (record.TrackingId is not null)
        {
            _tracked.Of(subject, record.Machine, () => new TrackedPairs(tally))?.Add(half);
        }
        else
        {
            _untracked.Of(subject, record.Machine, () => new UntrackedPairs(tally))?.Add(half, isDescending);
        }
    }

    /// <summary>While a program's service is stopped, none of its signs of life is to be expected.</summary>
    private void Stop(string? source, string? machine)
    {
        foreach (var heartbeat in _subjects.Where(s => s.Source == source))
        {
            _heartbeats.Find(heartbeat, machine)?.Stop();
        }
    }
}
