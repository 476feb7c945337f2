using System.Diagnostics.Metrics;
using System.Text.Json;

namespace KbApi.Server.Telemetry;

/// <summary>Counts something from the start of the process, whether or not somebody reads it yet.</summary>
internal sealed class Tally
{
    private long _count;

    public Tally(Meter meter, string name, string unit, string description) =>
        meter.CreateObservableCounter(name, () => Interlocked.Read(ref _count), unit, description);

    public void Add(long count = 1) => Interlocked.Add(ref _count, count);
}

/// <summary>
/// Counts something by a label that has the values of an enumeration and no others: the number of series is known, and each is there from the start.
/// </summary>
/// <typeparam name="TLabel">The values of the label.</typeparam>
internal sealed class Tally<TLabel>
    where TLabel : struct, Enum
{
    private readonly TLabel[] _values = Enum.GetValues<TLabel>();
    private readonly long[] _counts;

    public Tally(Meter meter, string name, string unit, string description, string label)
    {
        _counts = new long[_values.Length];
        var labels = Array.ConvertAll(_values, v => KeyValuePair.Create<string, object?>(label, JsonNamingPolicy.SnakeCaseLower.ConvertName(v.ToString())));
        meter.CreateObservableCounter(name, () => labels.Select((l, i) => new Measurement<long>(Interlocked.Read(ref _counts[i]), l)), unit, description);
    }

    public void Add(TLabel label, long count = 1) => Interlocked.Add(ref _counts[Array.IndexOf(_values, label)], count);
}
