using System.Collections.Immutable;
using KbApi.Content.Diagnostics;
using KbApi.Rules.Catalog;
using KbApi.Rules.Logs.Tracking;

namespace KbApi.Rules.Logs;

/// <summary>
/// Follows operations, services and signs of life through a log: what began and did not end, what failed, what stopped, what repeats, what is missing.
/// Which events mean what comes from the documents alone, and time from the log. Memory is bounded whatever the log holds. For one log and one thread.
/// </summary>
public sealed class OperationTracker
{
    private readonly LogKnowledge _knowledge;
    private readonly LogAnalysisOptions _options;
    private readonly FindingSink _findings;
    private readonly LogSpan _span = new();
    private readonly LogDirection _direction = new();
    private readonly SubjectTracks _subjects;
    private readonly ProblemTrack _problems;
    private readonly GapTrack _gaps;
    private readonly NotableEvents _notable = new();
    private long _records;
    private long _documented;

    /// <summary>Makes a tracker for one log.</summary>
    /// <param name="knowledge">What is known of events.</param>
    /// <param name="name">What findings call the log.</param>
    /// <param name="options">What counts as late or often; null for the defaults.</param>
    /// <exception cref="ArgumentException">An option can't be used.</exception>
    public OperationTracker(LogKnowledge knowledge, string name, LogAnalysisOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(knowledge);
        ArgumentNullException.ThrowIfNull(name);
        _knowledge = knowledge;
        _options = options ?? new LogAnalysisOptions();
        if (!_options.IsUsable)
        {
            throw new ArgumentException("OutcomeWithin and RepeatGap have to be longer than zero, and RepeatCount at least 2.", nameof(options));
        }

        _findings = new FindingSink(name);
        _subjects = new SubjectTracks(knowledge, _options, _span, _findings);
        _problems = new ProblemTrack(_findings);
        _gaps = new GapTrack(knowledge, _findings);
    }

    /// <summary>Takes the next record of the log.</summary>
    public void Add(LogEvent record)
    {
        ArgumentNullException.ThrowIfNull(record);
        _records++;
        _span.Add(record);
        if (_direction.IsKnown)
        {
            Track(record);
        }
        else
        {
            TrackAll(_direction.Hold(record) ?? []);
        }
    }

    /// <summary>What the records tell, once all have been added.</summary>
    /// <param name="reader">What the records were read with, or null; what was wrong with the log is part of the answer.</param>
    public LogAnalysis Complete(LogReader? reader = null)
    {
        TrackAll(_direction.Release());
        _subjects.Complete(_direction.IsDescending);
        _problems.Complete();
        _gaps.Complete();
        return new LogAnalysis
        {
            Name = _findings.Log,
            Format = reader?.Format ?? LogFormat.Text,
            Records = _records,
            BrokenRecords = reader?.BrokenRecords ?? 0,
            Documented = _documented,
            IsRefused = reader?.IsRefused ?? false,
            From = _span.From,
            To = _span.To,
            HasZone = _span.HasZone,
            Operations = _subjects.Operations,
            Runs = _subjects.Runs,
            Timeline = _notable.Timeline(_direction.IsDescending),
            Findings = [.. Findings(reader).OrderBy(f => f.Diagnostic.Location.Start.Line).ThenBy(f => f.Diagnostic.Id, StringComparer.Ordinal)],
            Excerpt = _notable.Excerpt,
        };
    }

    private void TrackAll(IReadOnlyList<LogEvent> records)
    {
        foreach (var record in records)
        {
            Track(record);
        }
    }

    private void Track(LogEvent record)
    {
        var known = _knowledge.Find(record);
        if (known is null)
        {
            if (_gaps.Add(record) && record.Level is null or >= EventLevel.Warning)
            {
                _notable.Add(record, null, _direction.IsDescending);
            }

            return;
        }

        _documented++;
        _subjects.Add(known, record, _direction.IsDescending);
        if (known.IsProblem || known.Role is EventRole.Started or EventRole.Stopped)
        {
            _notable.Add(record, known, _direction.IsDescending);
        }

        if (known.IsProblem && known.Role == EventRole.None)
        {
            _problems.Add(known, record);
        }
    }

    private IEnumerable<LogFinding> Findings(LogReader? reader)
    {
        foreach (var problem in reader?.Diagnostics ?? ImmutableArray<Diagnostic>.Empty)
        {
            yield return new LogFinding(problem);
        }

        foreach (var finding in _findings.Items)
        {
            yield return finding.Diagnostic.Descriptor == LogDiagnostics.OperationFailed ? _problems.WithCauses(finding) : finding;
        }

        foreach (var (id, count) in _findings.Overflowing.Concat(reader?.Overflowing ?? []).OrderBy(o => o.Key, StringComparer.Ordinal))
        {
            yield return new LogFinding(Diagnostic.Create(LogDiagnostics.MoreFindings, Location.OfFile(_findings.Log), id, count, LogLimits.FindingsOfAKind)) { Count = count };
        }
    }
}
