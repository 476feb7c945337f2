using System.Collections.Concurrent;
using System.Globalization;

namespace KbApi.Benchmarks.Soak;

/// <summary>What was asked and answered. Safe for several threads.</summary>
internal sealed class SoakTally
{
    private const int FailuresNamed = 5;
    private const int FirstFailure = 500;
    private const int Unavailable = 503;

    private readonly ConcurrentDictionary<(string Kind, string Status), long> _answers = new();
    private readonly ConcurrentQueue<string> _firstFailures = new();
    private long _failures;
    private long _announced;
    private long _hangUps;
    private long _edits;
    private long _breakages;
    private long _faults;
    private volatile bool _isStoreAway;

    /// <summary>Whether the store is away, or was until a moment ago: what needs it may be answered 503.</summary>
    public bool IsStoreAway
    {
        get => _isStoreAway;
        set => _isStoreAway = value;
    }

    public long Failures => Interlocked.Read(ref _failures);

    public long Announced => Interlocked.Read(ref _announced);

    public long HangUps => Interlocked.Read(ref _hangUps);

    public long Edits => Interlocked.Read(ref _edits);

    public long Breakages => Interlocked.Read(ref _breakages);

    public long Faults => Interlocked.Read(ref _faults);

    public long All => _answers.Values.Sum();

    /// <summary>What the first failures were.</summary>
    public IEnumerable<string> FirstFailures => _firstFailures;

    /// <summary>The kinds of requests with how often each status was answered.</summary>
    public IEnumerable<(string Kind, long Requests, List<KeyValuePair<string, long>> Statuses)> Kinds => _answers
        .GroupBy(a => a.Key.Kind, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
        .Select(g => (g.Key, g.Sum(a => a.Value), g.Select(a => KeyValuePair.Create(a.Key.Status, a.Value)).OrderBy(a => a.Key, StringComparer.Ordinal).ToList()));

    public void Answered(SoakRequest request, int status, bool wasStoreAway)
    {
        Count(request.Kind, status.ToString(CultureInfo.InvariantCulture));
        if (status == Unavailable && request.NeedsStore && (wasStoreAway || IsStoreAway))
        {
            Interlocked.Increment(ref _announced);
        }
        else if (status >= FirstFailure)
        {
            Failed(string.Create(CultureInfo.InvariantCulture, $"{request.Kind}: {status} for {request.Target}"));
        }
    }

    public void Broke(SoakRequest request, Exception why)
    {
        Count(request.Kind, "none");
        Failed($"{request.Kind}: {why.Message}");
    }

    public void HungUp() => Interlocked.Increment(ref _hangUps);

    public void Edited(bool isBroken)
    {
        Interlocked.Increment(ref _edits);
        Interlocked.Add(ref _breakages, isBroken ? 1 : 0);
    }

    public void StoreWent() => Interlocked.Increment(ref _faults);

    private void Count(string kind, string status) => _answers.AddOrUpdate((kind, status), 1, (_, count) => count + 1);

    private void Failed(string what)
    {
        if (Interlocked.Increment(ref _failures) <= FailuresNamed)
        {
            _firstFailures.Enqueue(what);
        }
    }
}
