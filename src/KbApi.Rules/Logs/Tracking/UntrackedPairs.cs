namespace KbApi.Rules.Logs.Tracking;

/// <summary>
/// Pairs starts and outcomes that have no tracking id, by their order alone. Events that follow each other closely are looked at together, earliest
/// first, whether the log begins with the earliest or the latest.
/// </summary>
internal sealed class UntrackedPairs(OperationTally tally)
{
    private readonly List<OperationHalf> _cluster = [];

    public void Add(OperationHalf half, bool isDescending)
    {
        if (_cluster.Count > 0 && (half.At.Since(_cluster[^1].At)?.Duration() > tally.OutcomeWithin || _cluster.Count >= LogLimits.OpenThings))
        {
            Complete(isDescending);
        }

        _cluster.Add(half);
    }

    public void Complete(bool isDescending)
    {
        if (isDescending)
        {
            _cluster.Reverse();
        }

        var starts = new List<OperationHalf>();
        var outcomes = new List<OperationHalf>();
        foreach (var half in _cluster)
        {
            if (half.IsStart)
            {
                Expire(starts, outcomes, half);
                starts.Add(half);
            }
            else if (starts.Count == outcomes.Count)
            {
                tally.WithoutStart(half);
            }
            else
            {
                outcomes.Add(half);
                Close(starts, outcomes, isEnd: false);
            }
        }

        Close(starts, outcomes, isEnd: true);
        _cluster.Clear();
    }

    /// <summary>A start that is past its time when the next begins waits no longer.</summary>
    private void Expire(List<OperationHalf> starts, List<OperationHalf> outcomes, OperationHalf next)
    {
        if (starts.Count > 0 && next.At.Since(starts[^1].At) > tally.OutcomeWithin)
        {
            Close(starts, outcomes, isEnd: true);
        }
    }

    private void Close(List<OperationHalf> starts, List<OperationHalf> outcomes, bool isEnd)
    {
        if (starts.Count != outcomes.Count && !isEnd)
        {
            return;
        }

        if (starts.Count == 1 && outcomes.Count == 1)
        {
            tally.Pair(starts[0], outcomes[0]);
        }
        else if (outcomes.Count == 0)
        {
            starts.ForEach(tally.Unpaired);
        }
        else
        {
            tally.Ambiguous(starts, outcomes);
        }

        starts.Clear();
        outcomes.Clear();
    }
}
