using KbApi.Benchmarks.Running;

namespace KbApi.Benchmarks.Growth;

/// <summary>What a thousand to a million generated entries cost to build, to ask and to keep, each size in a process of its own.</summary>
internal sealed class GrowthBenchmark : IBenchmark
{
    /// <summary>A build is linear that costs no more an entry than at a hundredth of the size, within the noise of collecting garbage.</summary>
    private const double MostOfProportion = 1.5;

    /// <summary>What is asked is sub-linear that takes at most a tenth of how many times more entries there are.</summary>
    private const double ShareOfFactor = 0.1;

    /// <summary>Smaller sizes have costs that do not depend on the size.</summary>
    private const int SmallestInProportion = 10_000;

    public string Name => "growth";

    public string Title => "Growth";

    public string Arguments => "[ENTRIES…] [PATH…]";

    public TimeSpan Estimate => TimeSpan.FromSeconds(480);

    public Task<IReadOnlyList<FigureTable>> RunAsync(BenchmarkRun run)
    {
        var sizes = run.Counts(100, 1_000, 10_000, 100_000, 1_000_000);
        var figures = new List<GrowthFigures>();
        foreach (var size in sizes)
        {
            run.Progress.WriteLine($"  {Numbers.Count(size)} entries");
            if (GrowthStep.Start(size, run.Paths) is not { } measured)
            {
                break;
            }

            figures.Add(measured);
        }

        var caption = string.Join(" → ", figures.Select(f => Numbers.Count(f.Entries))) + " entries";
        List<FigureTable> tables =
        [
            new("built, processor time: " + caption,
            [
                Built("documents to the model", figures, f => f.Reading),
                Built("code index", figures, f => f.CodeIndex),
                Built("search index, stored", figures, f => f.SearchIndex),
                Built("classifier", figures, f => f.Classifier),
            ]),
            new("asked, processor time: " + caption,
            [
                Asked("code look-up", figures, f => f.LookUp),
                Asked("search, three words", figures, f => f.Search),
                Asked("classification, a code decides", figures, f => f.ClassifyCode),
                Asked("classification, a message decides", figures, f => f.ClassifyMessage),
            ]),
            new("kept, an entry: " + caption,
            [
                Kept("model", figures, f => f.ModelBytes),
                Kept("search index in memory", figures, f => f.IndexBytes),
                Kept("search index on disk", figures, f => f.IndexOnDisk),
                Kept("classifier", figures, f => f.ClassifierBytes),
                Kept("the process at its peak, making the documents included", figures, f => f.PeakWorkingSet),
            ]),
        ];
        if (figures.Count < sizes.Count)
        {
            tables[0] = tables[0] with { Rows = [.. tables[0].Rows, Figure.NotMeasured($"{Numbers.Count(sizes[figures.Count])} entries", "more memory than there was")] };
        }

        return Task.FromResult<IReadOnlyList<FigureTable>>(tables);
    }

    private static Figure Built(string what, List<GrowthFigures> figures, Func<GrowthFigures, double> of)
    {
        var (small, large) = (figures.Find(f => f.Entries >= SmallestInProportion) ?? figures[0], figures[^1]);
        var proportion = of(small) / small.Entries * large.Entries;
        var ratio = of(large) / proportion;
        return new Figure(what)
        {
            Ours = string.Join(" → ", figures.Select(f => Numbers.Milliseconds(of(f)))),
            Peer = $"in proportion to {Numbers.Count(small.Entries)}: {Numbers.Milliseconds(proportion)}",
            Ratio = ratio,
            Goal = large.Entries > small.Entries ? Goal.AtMost(MostOfProportion, ratio) : null,
        };
    }

    private static Figure Asked(string what, List<GrowthFigures> figures, Func<GrowthFigures, double> of)
    {
        var (small, large) = (figures[0], figures[^1]);
        var (ratio, factor) = (of(large) / of(small), large.Entries / (double)small.Entries);
        return new Figure(what)
        {
            Ours = string.Join(" → ", figures.Select(f => Numbers.Microseconds(of(f)))),
            Peer = $"{Numbers.Count(small.Entries)} entries: {Numbers.Microseconds(of(small))}",
            Ratio = ratio,
            Goal = factor > 1 ? Goal.AtMost(Math.Max(2, factor * ShareOfFactor), ratio) : null,
        };
    }

    private static Figure Kept(string what, List<GrowthFigures> figures, Func<GrowthFigures, long> of) => new(what)
    {
        Ours = string.Join(" → ", figures.Select(f => Numbers.Bytes(of(f) / (double)f.Entries))),
        Peer = $"its Markdown {Numbers.Bytes(figures[^1].Markdown / (double)figures[^1].Entries)}",
        Ratio = of(figures[^1]) / (double)figures[^1].Markdown,
    };
}
