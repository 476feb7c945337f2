using KbApi.Content.Diagnostics;
using KbApi.Content.Model;
using KbApi.Rules.Catalog;

namespace KbApi.Rules.Logs.Tracking;

/// <summary>Collects documented problems: how often each occurs, and which stand beside an operation that failed.</summary>
internal sealed class ProblemTrack(FindingSink findings)
{
    private readonly Dictionary<string, Tally> _tallies = new(StringComparer.Ordinal);
    private readonly List<(Occurrence At, string? TrackingId, string Entry)> _places = [];

    public void Add(KnownEvent known, LogEvent record)
    {
        var at = Occurrence.Of(record);
        if (_places.Count < LogLimits.OpenThings)
        {
            _places.Add((at, record.TrackingId, known.Id));
        }

        var tally = _tallies.TryGetValue(known.Id, out var other) ? other : _tallies[known.Id] = new Tally(known, at, record.EventId);
        tally.Count++;
        tally.First = at.Time < tally.First.Time ? at : tally.First;
        tally.Last = at.Time < tally.Last.Time ? tally.Last : at;
    }

    public void Complete()
    {
        foreach (var tally in _tallies.Values)
        {
            findings.Report(
                LogDiagnostics.DocumentedProblem, tally.First, tally.Last,
                f => f with
                {
                    Diagnostic = f.Diagnostic with { Severity = tally.Known.Severity == EntrySeverity.Error ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning },
                    Entries = [tally.Known.Id],
                    Code = tally.Code,
                    Count = tally.Count,
                },
                tally.Known.Title, tally.Count, tally.First, tally.Last);
        }
    }

    /// <summary>The finding, with the problems that were written while its operation ran: under its tracking id, else at the same time.</summary>
    public LogFinding WithCauses(LogFinding finding)
    {
        var causes = _places.Where(p => finding.TrackingId is { } id && p.TrackingId is { } other ? id == other : p.At.Time >= finding.From && p.At.Time <= finding.To && finding.Count > 1)
            .Select(p => p.Entry);
        return finding with { Entries = [.. finding.Entries.Concat(causes).Distinct(StringComparer.Ordinal)] };
    }

    private sealed class Tally(KnownEvent known, Occurrence at, string? code)
    {
        public KnownEvent Known { get; } = known;

        public string? Code { get; } = code;

        public int Count { get; set; }

        public Occurrence First { get; set; } = at;

        public Occurrence Last { get; set; } = at;
    }
}
