using KbApi.Rules.Catalog;

namespace KbApi.Rules.Logs.Tracking;

/// <summary>Counts how often an operation occurs and how it ends, and reports what is wrong with single ones.</summary>
internal sealed class OperationTally(TrackedSubject subject, TimeSpan outcomeWithin, LogSpan span, FindingSink findings, RunList runs)
{
    private int _started;
    private int _succeeded;
    private int _failed;
    private int _withoutOutcome;
    private int _open;

    /// <summary>How long after its start the operation has to end.</summary>
    public TimeSpan OutcomeWithin { get; } = subject.Time ?? outcomeWithin;

    public bool IsSeen => _started + _succeeded + _failed > 0;

    public TrackedSubject Subject => subject;

    public OperationSummary Summary => new(subject.Id, subject.Name, subject.Source, _started, _succeeded, _failed, _withoutOutcome, _open);

    /// <summary>Counts one event of the operation.</summary>
    public void Count(EventRole role)
    {
        _started += role == EventRole.Start ? 1 : 0;
        _succeeded += role == EventRole.Success ? 1 : 0;
        _failed += role == EventRole.Failure ? 1 : 0;
    }

    /// <summary>A start and the outcome that belongs to it.</summary>
    public void Pair(OperationHalf start, OperationHalf outcome)
    {
        if (outcome.At.Since(start.At) is { } time && time < TimeSpan.Zero)
        {
            findings.Report(LogDiagnostics.OutOfOrder, outcome.At, start.At, f => Of(f, outcome) with { Count = 2 }, subject.Name, outcome.At, start.At);
        }
        else if (outcome.At.Since(start.At) > OutcomeWithin)
        {
            ReportNoOutcome(start);
        }

        runs.Add(subject, start, outcome, OutcomeOf(outcome));
        if (outcome.Known.Role == EventRole.Failure)
        {
            ReportFailure(outcome, start);
        }
    }

    /// <summary>A start whose outcome is not in the log.</summary>
    public void Unpaired(OperationHalf start)
    {
        var isOver = span.IsOver(start.At, OutcomeWithin);
        runs.Add(subject, start, null, isOver ? RunOutcome.Missing : RunOutcome.Open);
        if (isOver)
        {
            ReportNoOutcome(start);
        }
        else
        {
            _open++;
        }
    }

    /// <summary>An outcome whose start is not in the log.</summary>
    public void WithoutStart(OperationHalf outcome)
    {
        runs.Add(subject, null, outcome, OutcomeOf(outcome));
        if (!span.MayPrecede(outcome.At, OutcomeWithin))
        {
            findings.Report(LogDiagnostics.OutcomeWithoutStart, outcome.At, null, f => Of(f, outcome), subject.Name, outcome.At);
        }

        if (outcome.Known.Role == EventRole.Failure)
        {
            ReportFailure(outcome, null);
        }
    }

    /// <summary>Operations that run at the same time and have nothing that tells them apart.</summary>
    public void Ambiguous(IReadOnlyList<OperationHalf> starts, IReadOnlyList<OperationHalf> outcomes)
    {
        var missing = starts.Count - outcomes.Count;
        var last = outcomes[^1].At.Time < starts[^1].At.Time ? starts[^1] : outcomes[^1];
        _withoutOutcome += missing;
        findings.Report(
            LogDiagnostics.AmbiguousOperations, starts[0].At, last.At, f => Of(f, starts[0]) with { Count = starts.Count + outcomes.Count },
            subject.Name, starts.Count, starts[0].At, last.At, missing);
        foreach (var outcome in outcomes)
        {
            runs.Add(subject, null, outcome, OutcomeOf(outcome));
        }

        foreach (var failure in outcomes.Where(o => o.Known.Role == EventRole.Failure))
        {
            ReportFailure(failure, null);
        }
    }

    private static RunOutcome OutcomeOf(OperationHalf outcome) => outcome.Known.Role == EventRole.Failure ? RunOutcome.Failed : RunOutcome.Succeeded;

    private void ReportNoOutcome(OperationHalf start)
    {
        _withoutOutcome++;
        findings.Report(LogDiagnostics.NoOutcome, start.At, null, f => Of(f, start), subject.Name, start.At);
    }

    private void ReportFailure(OperationHalf failure, OperationHalf? start) => findings.Report(
        LogDiagnostics.OperationFailed, failure.At, start?.At,
        f => Of(f, failure) with { From = start?.At.Time ?? failure.At.Time, To = failure.At.Time, Count = start is null ? 1 : 2 },
        subject.Name, failure.At);

    private LogFinding Of(LogFinding finding, OperationHalf half) => finding with
    {
        Subject = subject.Id,
        Entries = [half.Known.Id],
        Code = half.Code,
        TrackingId = half.TrackingId,
    };
}
