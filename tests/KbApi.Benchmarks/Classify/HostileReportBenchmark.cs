using KbApi.Benchmarks.Running;
using KbApi.Content.Loading;
using KbApi.Rules.Classification;
using KbApi.Rules.Reports;
using KbApi.Rules.Tests.Classification.Hostile;

namespace KbApi.Benchmarks.Classify;

/// <summary>How long a megabyte of anything takes, and a quarter of it: a ratio near four is linear.</summary>
internal sealed class HostileReportBenchmark : IBenchmark
{
    private const int Factor = 4;

    /// <summary>What is quadratic takes sixteen times as long; between is the noise of short times.</summary>
    private const double MostForFourTimes = 8;

    public string Name => "hostile-reports";

    public string Title => "Hostile reports";

    public string Arguments => "[PATH…]";

    public TimeSpan Estimate => TimeSpan.FromSeconds(12);

    public Task<IReadOnlyList<FigureTable>> RunAsync(BenchmarkRun run)
    {
        var length = run.Pick(20_000, 1_000_000);
        var classifier = ReportClassifier.Create(new KnowledgeBaseLoader().Load(run.Paths));
        var rows = HostileReports.All.Select(shape =>
        {
            var (few, many) = (shape.Value(length / Factor), shape.Value(length));
            var (less, more) = (double.MaxValue, double.MaxValue);
            for (var i = 0; i < run.Pick(1, 5); i++)
            {
                (less, more) = (Math.Min(less, TimeOf(classifier, few)), Math.Min(more, TimeOf(classifier, many)));
            }

            return new Figure(shape.Key)
            {
                Ours = Numbers.Milliseconds(more),
                Peer = $"a quarter of it {Numbers.Milliseconds(less)}",
                Ratio = more / less,
            };
        }).OrderByDescending(f => f.Ratio).ToList();

        // What has to hold for all has to hold for the worst.
        rows[0] = rows[0] with { Goal = Goal.AtMost(MostForFourTimes, rows[0].Ratio!.Value) };
        return Task.FromResult<IReadOnlyList<FigureTable>>([new($"{Numbers.Bytes(length)} of", rows)]);
    }

    private static double TimeOf(ReportClassifier classifier, string text)
    {
        var start = ThreadClock.Milliseconds;
        classifier.Classify(new ErrorReport { Message = text });
        return ThreadClock.Milliseconds - start;
    }
}
