using System.Diagnostics;
using System.Globalization;
using KbApi.Content.Loading;
using KbApi.Rules.Classification;
using KbApi.Rules.Logs;

namespace KbApi.Benchmarks.Logs;

/// <summary>Reading and following event logs, beside a bare reading of their lines in the same run; and the memory that a long log takes.</summary>
internal static class LogBenchmark
{
    private const int Bytes = 20_000_000;
    private const int Rounds = 5;
    private const long Megabyte = 1_000_000;
    private const int FewestMegabytes = 1;

    public static void Run(string content, TextWriter output)
    {
        var analyzer = AnalyzerOf(content);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"logs of {Bytes / Megabyte} MB in memory; medians of {Rounds} rounds"));
        foreach (var format in Enum.GetValues<LogFormat>())
        {
            var log = GeneratedLog.Of(format, Bytes);
            var (analysis, lines, ratio) = PairedTimer.Measure(() => Analyze(analyzer, new MemoryStream(log)), () => ReadLines(log), Rounds);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{format,-10} analysis {log.Length / 1e6 / analysis.TotalSeconds,7:F1} MB/s   lines alone {log.Length / 1e6 / lines.TotalSeconds,7:F1} MB/s   ratio {ratio,6:F2}"));
        }
    }

    /// <summary>Analyzes logs that are made as they are read, and says how much memory was live at most.</summary>
    public static int RunMemory(string megabytes, string content, TextWriter output)
    {
        if (!long.TryParse(megabytes, NumberStyles.None, CultureInfo.InvariantCulture, out var size) || size < FewestMegabytes)
        {
            output.WriteLine($"'{megabytes}' is no size; give a number of megabytes.");
            return 2;
        }

        var analyzer = AnalyzerOf(content);
        Analyze(analyzer, new GeneratedLogStream(LogFormat.Xml, Megabyte));
        foreach (var format in Enum.GetValues<LogFormat>())
        {
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var stream = new SampledStream(new GeneratedLogStream(format, size * Megabyte));
            var start = Stopwatch.GetTimestamp();
            var result = Analyze(analyzer, stream);
            var time = Stopwatch.GetElapsedTime(start);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{format,-10} {size} MB, {result.Records} records, {result.Operations.Sum(o => o.Started)} operations, {result.Operations.Sum(o => o.Failed)} failed: {(stream.MostLive - before) / 1e6:F1} MB live at most, {size / time.TotalSeconds:F1} MB/s with making the log"));
        }

        using var process = Process.GetCurrentProcess();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"peak working set of the process {process.PeakWorkingSet64 / 1e6:F0} MB"));
        return 0;
    }

    private static LogAnalyzer AnalyzerOf(string content)
    {
        var knowledgeBase = new KnowledgeBaseLoader().Load(content);
        return new LogAnalyzer(LogKnowledge.Create(knowledgeBase, ReportClassifier.Create(knowledgeBase)));
    }

    private static LogAnalysis Analyze(LogAnalyzer analyzer, Stream log) => analyzer.AnalyzeAsync(log, "log").GetAwaiter().GetResult();

    private static void ReadLines(byte[] log)
    {
        using var reader = new StreamReader(new MemoryStream(log));
        while (reader.ReadLine() is not null)
        {
        }
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
