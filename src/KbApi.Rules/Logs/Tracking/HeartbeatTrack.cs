using KbApi.Rules.Catalog;

namespace KbApi.Rules.Logs.Tracking;

/// <summary>Follows the signs of life of one machine: where they are missing, or where the log says that they could not be given.</summary>
internal sealed class HeartbeatTrack(TrackedSubject subject, TimeSpan interval, LogSpan span, FindingSink findings)
{
    /// <summary>A sign is missing when the next is due as well, nearly: clocks and loads differ.</summary>
    private const double MostIntervalsBetweenSigns = 1.5;
    private const double MostIntervalsBetweenFailures = 2.5;

    private KnownEvent? _known;
    private Occurrence? _first;
    private Occurrence? _last;
    private bool _wasStopped;
    private bool _wasStoppedBeforeFirst;
    private int _failures;
    private Occurrence _firstFailure;
    private Occurrence _lastFailure;
    private string? _code;

    /// <summary>The service was stopped, so that no sign is to be expected.</summary>
    public void Stop() => _wasStopped = true;

    public void Add(KnownEvent known, Occurrence at, string? code)
    {
        (_known, _code) = (known, code);
        if (known.Role == EventRole.FailedSign)
        {
            AddFailure(at);
            return;
        }

        if (_last is { } last && !_wasStopped && at.Since(last)?.Duration() > interval * MostIntervalsBetweenSigns)
        {
            ReportMissing(Earlier(last, at), Later(last, at));
        }

        _wasStoppedBeforeFirst |= _first is null && _wasStopped;
        _wasStopped = false;
        _last = at;
        _first ??= at;
    }

    public void Complete(bool isDescending)
    {
        FlushFailures();
        var latest = isDescending ? _first : _last;
        var isStopped = isDescending ? _wasStoppedBeforeFirst : _wasStopped;
        if (latest is { Time: { } time } sign && span.To is { } end && !isStopped && end - time > interval * MostIntervalsBetweenSigns)
        {
            ReportMissing(sign, new Occurrence(sign.Line, end, sign.HasZone));
        }
    }

    private void AddFailure(Occurrence at)
    {
        if (_failures > 0 && at.Since(_lastFailure)?.Duration() > interval * MostIntervalsBetweenFailures)
        {
            FlushFailures();
        }

        _firstFailure = _failures == 0 ? at : _firstFailure;
        _lastFailure = at;
        _failures++;
    }

    private void FlushFailures()
    {
        if (_failures > 0)
        {
            var (from, to) = (Earlier(_firstFailure, _lastFailure), Later(_firstFailure, _lastFailure));
            var count = _failures;
            findings.Report(LogDiagnostics.FailedHeartbeat, from, to, f => Of(f) with { Count = count }, _known!.Title, subject.TimeText, count, from, to);
            _failures = 0;
        }
    }

    private void ReportMissing(Occurrence from, Occurrence to) =>
        findings.Report(LogDiagnostics.MissingHeartbeat, from, to, Of, _known!.Title, subject.TimeText, from, to);

    private LogFinding Of(LogFinding finding) => finding with { Subject = subject.Id, Entries = [_known!.Id], Code = _code };

    private static Occurrence Earlier(Occurrence left, Occurrence right) => right.Time < left.Time ? right : left;

    private static Occurrence Later(Occurrence left, Occurrence right) => right.Time < left.Time ? left : right;
}
