using System.Diagnostics;
using KbApi.Benchmarks.Running;
using KbApi.Rules.Logs;

namespace KbApi.Benchmarks.Logs;

/// <summary>How much memory is live at most while logs are analyzed that are made as they are read: a long one takes no more than a short one.</summary>
internal sealed class LogMemoryBenchmark : IBenchmark
{
    private const long Megabyte = 1_000_000;
    private const double MostLive = 32e6;

    public string Name => "logs-memory";

    public string Title => "Memory of event logs";

    public string Arguments => "[MEGABYTES] [PATH]";

    public TimeSpan Estimate => TimeSpan.FromSeconds(30);

    public Task<IReadOnlyList<FigureTable>> RunAsync(BenchmarkRun run)
    {
        var megabytes = run.Count(1, 300);
        var analyzer = LogWork.AnalyzerOf(run);
        LogWork.Analyze(analyzer, new GeneratedLogStream(LogFormat.Xml, Megabyte / 10));
        var rows = Enum.GetValues<LogFormat>().Select(format =>
        {
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var stream = new SampledStream(new GeneratedLogStream(format, megabytes * Megabyte));
            var start = Stopwatch.GetTimestamp();
            var result = LogWork.Analyze(analyzer, stream);
            var time = Stopwatch.GetElapsedTime(start);
            var live = Math.Max(0, stream.MostLive - before);
            return new Figure(format.ToString())
            {
                Ours = $"{Numbers.Bytes(live)} live at most",
                Peer = $"the log {Numbers.Bytes(megabytes * (double)Megabyte)}",
                Ratio = live / (double)(megabytes * Megabyte),
                Goal = run.IsSmoke ? null : new Goal($"≤ {Numbers.Bytes(MostLive)}", live <= MostLive),
                Note = $"{Numbers.Count(result.Records)} records, {Numbers.Count(result.Operations.Sum(o => o.Started))} operations; {Numbers.Rate(megabytes * (double)Megabyte, time)} with making the log",
            };
        });
        return Task.FromResult<IReadOnlyList<FigureTable>>([new("logs that are never held", [.. rows])]);
    }

    /// <summary>Looks now and then how much memory is live.</summary>
    private sealed class SampledStream(GeneratedLogStream inner) : MemoryStream
    {
        private const int ReadsBetweenSamples = 500;

        private int _reads;

        public long MostLive { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_reads++ % ReadsBetweenSamples == 0)
            {
                MostLive = Math.Max(MostLive, GC.GetTotalMemory(forceFullCollection: true));
            }

            return inner.ReadAsync(buffer, cancellationToken);
        }
    }
}
