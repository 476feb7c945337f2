using System.Globalization;
using KbApi.Benchmarks.Http;
using KbApi.Benchmarks.Running;

namespace KbApi.Benchmarks.Soak;

/// <summary>The memory of the server at a moment, in bytes.</summary>
/// <param name="At">When, from the beginning.</param>
/// <param name="Resident">What the system gave it.</param>
/// <param name="Committed">What the garbage collector has committed.</param>
/// <param name="Heap">What was on the heap after the last collection.</param>
internal readonly record struct MemorySample(TimeSpan At, double Resident, double Committed, double Heap);

/// <summary>How memory went: means of the first, a middle and the last part of what counts, and the line through all.</summary>
internal readonly record struct MemoryTrend(double Start, double Middle, double End, double BytesAnHour);

/// <summary>Looks at the server's memory now and then.</summary>
/// <param name="server">The server.</param>
/// <param name="plan">How often.</param>
/// <param name="progress">Where it is told now and then.</param>
internal sealed class MemorySamples(ServerProcess server, SoakPlan plan, TextWriter progress) : IDisposable
{
    private const string CommittedMetric = "dotnet_gc_last_collection_memory_committed_size_bytes";
    private const string HeapMetric = "dotnet_gc_last_collection_heap_size_bytes";
    private const int Parts = 5;
    private const int Tenths = 10;
    private const int Enough = 30;
    private const int SamplesBetweenWords = 12;

    private readonly HttpClient _client = new() { BaseAddress = server.Address };
    private readonly List<MemorySample> _samples = [];

    /// <summary>Whether there are so many that they tell a trend.</summary>
    public bool AreEnough => Counted.Count >= Enough;

    private List<MemorySample> Counted => _samples.Exists(s => s.At >= plan.WarmUp) ? _samples.FindAll(s => s.At >= plan.WarmUp) : _samples;

    public async Task RunAsync(CancellationToken stop)
    {
        for (var at = plan.SampleEvery; !stop.IsCancellationRequested; at += plan.SampleEvery)
        {
            await Task.Delay(plan.SampleEvery, CancellationToken.None);
            var metrics = await _client.GetStringAsync(new Uri("/metrics", UriKind.Relative), CancellationToken.None);
            var sample = new MemorySample(at, server.WorkingSet, Sum(metrics, CommittedMetric), Sum(metrics, HeapMetric));
            _samples.Add(sample);
            if (_samples.Count % SamplesBetweenWords == 0)
            {
                progress.WriteLine($"  {Numbers.Write(at.TotalMinutes)} min: {Numbers.Bytes(sample.Resident)} resident, {Numbers.Bytes(sample.Committed)} committed, {Numbers.Bytes(sample.Heap)} on the heap");
            }
        }
    }

    public MemoryTrend TrendOf(Func<MemorySample, double> of)
    {
        var samples = Counted;
        var part = Math.Max(1, samples.Count / Parts);
        var (meanAt, meanOf) = (samples.Average(s => s.At.TotalHours), samples.Average(of));
        var spread = samples.Sum(s => Math.Pow(s.At.TotalHours - meanAt, 2));
        var slope = spread == 0 ? 0 : samples.Sum(s => (s.At.TotalHours - meanAt) * (of(s) - meanOf)) / spread;
        return new MemoryTrend(samples.Take(part).Average(of), samples.Skip((samples.Count - part) / 2).Take(part).Average(of), samples.TakeLast(part).Average(of), slope);
    }

    /// <summary>Means of ten parts in turn, what is not counted included.</summary>
    public IEnumerable<double> TenthsOf(Func<MemorySample, double> of) => _samples.Chunk(Math.Max(1, _samples.Count / Tenths)).Select(c => c.Average(of));

    public void Dispose() => _client.Dispose();

    private static double Sum(string metrics, string name) => metrics.Split('\n')
        .Where(l => l.StartsWith(name, StringComparison.Ordinal))
        .Sum(l => double.TryParse(l.Split(' ').ElementAtOrDefault(1), CultureInfo.InvariantCulture, out var value) ? value : 0);
}
