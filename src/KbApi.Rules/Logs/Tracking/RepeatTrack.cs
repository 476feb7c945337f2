using KbApi.Rules.Catalog;

namespace KbApi.Rules.Logs.Tracking;

/// <summary>Counts how often a warning of one machine is repeated, one soon after the other.</summary>
internal sealed class RepeatTrack(KnownEvent known, LogAnalysisOptions options, FindingSink findings)
{
    private int _count;
    private Occurrence _first;
    private Occurrence _last;
    private string? _code;

    public void Add(Occurrence at, string? code)
    {
        if (_count > 0 && at.Since(_last)?.Duration() > options.RepeatGap)
        {
            Complete();
        }

        _first = _count == 0 ? at : _first;
        (_last, _code) = (at, code);
        _count++;
    }

    public void Complete()
    {
        if (_count >= options.RepeatCount)
        {
            var (from, to) = _last.Time < _first.Time ? (_last, _first) : (_first, _last);
            var count = _count;
            findings.Report(
                LogDiagnostics.RepeatedWarning, from, to, f => f with { Entries = [known.Id], Code = _code, Count = count }, known.Title, count, from, to);
        }

        _count = 0;
    }
}
