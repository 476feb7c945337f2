using KbApi.Benchmarks.Running;
using KbApi.Content.Loading;
using KbApi.Rules.Classification;
using KbApi.Rules.Logs;

namespace KbApi.Benchmarks.Logs;

/// <summary>Reading and following event logs, beside a bare reading of their lines in the same run.</summary>
internal sealed class LogBenchmark : IBenchmark
{
    public string Name => "logs";

    public string Title => "Event logs";

    public string Arguments => "[PATH]";

    public TimeSpan Estimate => TimeSpan.FromSeconds(25);

    public Task<IReadOnlyList<FigureTable>> RunAsync(BenchmarkRun run)
    {
        var analyzer = LogWork.AnalyzerOf(run);
        var bytes = run.Pick(100_000, 20_000_000);
        var rows = Enum.GetValues<LogFormat>().Select(format =>
        {
            var log = GeneratedLog.Of(format, bytes);
            var (analysis, lines, ratio) = PairedTimer.Measure(
                () => LogWork.Analyze(analyzer, new MemoryStream(log)), () => ReadLines(log), run.Pick(1, 5), run.Pick(0, 3));
            return new Figure(format.ToString()) { Ours = Numbers.Rate(log.Length, analysis), Peer = $"`StreamReader.ReadLine` {Numbers.Rate(log.Length, lines)}", Ratio = ratio };
        });
        return Task.FromResult<IReadOnlyList<FigureTable>>([new($"logs of {Numbers.Bytes(bytes)}", [.. rows])]);
    }

    private static void ReadLines(byte[] log)
    {
        using var reader = new StreamReader(new MemoryStream(log));
        while (reader.ReadLine() is not null)
        {
        }
    }
}

/// <summary>What benchmarks of logs have in common.</summary>
internal static class LogWork
{
    public static LogAnalyzer AnalyzerOf(BenchmarkRun run)
    {
        var knowledgeBase = new KnowledgeBaseLoader().Load(run.Paths);
        return new LogAnalyzer(LogKnowledge.Create(knowledgeBase, ReportClassifier.Create(knowledgeBase)));
    }

    public static LogAnalysis Analyze(LogAnalyzer analyzer, Stream log) => analyzer.AnalyzeAsync(log, "log").GetAwaiter().GetResult();
}
