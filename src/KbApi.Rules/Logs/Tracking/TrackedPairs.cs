namespace KbApi.Rules.Logs.Tracking;

/// <summary>Pairs starts and outcomes that have a tracking id, in whatever order they stand in the log.</summary>
internal sealed class TrackedPairs(OperationTally tally)
{
    private readonly Dictionary<string, OperationHalf> _waiting = new(StringComparer.Ordinal);
    private readonly Queue<OperationHalf> _byAge = new();
    private readonly RecentSet _done = new(LogLimits.OpenThings);

    public void Add(OperationHalf half)
    {
        var id = half.TrackingId!;
        if (_done.Contains(id))
        {
            // Some programs write an outcome twice, or try again under the same id.
            return;
        }

        if (!_waiting.TryGetValue(id, out var other))
        {
            Wait(half, id);
        }
        else if (other.IsStart != half.IsStart)
        {
            _waiting.Remove(id);
            _done.Add(id);
            tally.Pair(half.IsStart ? half : other, half.IsStart ? other : half);
        }
    }

    /// <summary>Behind the last event: what still waits has no other half.</summary>
    public void Complete()
    {
        foreach (var half in _waiting.Values.OrderBy(h => h.At.Line))
        {
            Give(half);
        }

        _waiting.Clear();
    }

    private void Wait(OperationHalf half, string id)
    {
        _waiting[id] = half;
        _byAge.Enqueue(half);
        while (_waiting.Count > LogLimits.OpenThings || _byAge.Count > LogLimits.OpenThings * 2)
        {
            var oldest = _byAge.Dequeue();
            if (_waiting.TryGetValue(oldest.TrackingId!, out var waiting) && ReferenceEquals(waiting, oldest))
            {
                _waiting.Remove(oldest.TrackingId!);
                Give(oldest);
            }
        }
    }

    private void Give(OperationHalf half)
    {
        if (half.IsStart)
        {
            tally.Unpaired(half);
        }
        else
        {
            tally.WithoutStart(half);
        }
    }
}
