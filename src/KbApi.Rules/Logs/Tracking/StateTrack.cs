using KbApi.Rules.Catalog;

namespace KbApi.Rules.Logs.Tracking;

/// <summary>Follows whether a service on one machine runs.</summary>
internal sealed class StateTrack(TrackedSubject subject, FindingSink findings)
{
    private Change? _first;
    private Change? _last;

    public void Add(KnownEvent known, Occurrence at, string? code, bool isDescending)
    {
        var change = new Change(known, at, code);
        if (_last is { } last)
        {
            var (earlier, later) = isDescending ? (change, last) : (last, change);
            if (earlier.Known.Role == EventRole.Stopped && later.Known.Role == EventRole.Started)
            {
                findings.Report(LogDiagnostics.ServiceWasDown, earlier.At, later.At, f => Of(f, earlier) with { Count = 2 }, subject.Name, earlier.At, later.At);
            }
        }

        _last = change;
        _first ??= change;
    }

    public void Complete(bool isDescending)
    {
        if ((isDescending ? _first : _last) is { Known.Role: EventRole.Stopped } latest)
        {
            findings.Report(LogDiagnostics.ServiceStopped, latest.At, null, f => Of(f, latest), subject.Name, latest.At);
        }
    }

    private LogFinding Of(LogFinding finding, Change stop) =>
        finding with { Subject = subject.Id, Entries = [stop.Known.Id], Code = stop.Code };

    private sealed record Change(KnownEvent Known, Occurrence At, string? Code);
}
