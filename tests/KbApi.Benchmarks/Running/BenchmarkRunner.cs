using System.Diagnostics;
using System.Globalization;

namespace KbApi.Benchmarks.Running;

/// <summary>Runs benchmarks: by themselves, all of them onto the page, or each as small as can be.</summary>
/// <param name="catalog">All benchmarks, in the order of the page.</param>
/// <param name="words">What stands before and after the figures of each, by its name.</param>
/// <param name="results">Where figures are kept.</param>
/// <param name="page">The page of all figures.</param>
/// <param name="time">The clock.</param>
/// <param name="output">Where figures are printed.</param>
/// <param name="progress">Where it is told what is going on.</param>
internal sealed class BenchmarkRunner(
    IReadOnlyList<IBenchmark> catalog, Func<string, (string Before, string After)> words, ResultFiles results, string page, TimeProvider time, TextWriter output, TextWriter progress)
{
    private const int Failed = 1;

    /// <summary>The words above everything.</summary>
    private const string Introduction = "benchmarks";

    /// <summary>Runs one and prints its figures; nothing is kept.</summary>
    public async Task<int> RunAsync(IBenchmark benchmark, IReadOnlyList<string> arguments)
    {
        foreach (var table in await benchmark.RunAsync(new BenchmarkRun(BenchmarkSize.Full, arguments, progress)))
        {
            output.WriteLine(FigureMarkdown.Write(table));
        }

        output.WriteLine(Machine.Describe());
        return 0;
    }

    /// <summary>Runs some, keeps their figures, and writes the page. What fails keeps the figures that it had.</summary>
    public async Task<int> RefreshAsync(IReadOnlyList<IBenchmark> benchmarks, IReadOnlyList<string> arguments)
    {
        var run = new BenchmarkRun(BenchmarkSize.Full, arguments, progress);
        using var published = run.Published is null && benchmarks.OfType<INeedsPublishedServer>().Any() ? PublishedServer.Publish(progress) : null;
        run = published?.Folder is { } folder ? new BenchmarkRun(BenchmarkSize.Full, arguments, progress) { Published = folder } : run;
        progress.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{benchmarks.Count} benchmarks, about {benchmarks.Sum(b => b.Estimate.TotalMinutes):F0} minutes on two quiet cores"));
        var isComplete = await EachAsync(benchmarks, run, (benchmark, tables) =>
        {
            results.Write(benchmark.Name, new BenchmarkResult(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), Machine.Describe(), tables));
            WritePage();
        });
        return isComplete ? 0 : Failed;
    }

    /// <summary>Runs each once at its smallest. It fails where one throws or gives no figure, never for a time.</summary>
    public async Task<int> SmokeAsync(IReadOnlyList<IBenchmark> benchmarks, IReadOnlyList<string> arguments)
    {
        var isComplete = await EachAsync(benchmarks, new BenchmarkRun(BenchmarkSize.Smoke, arguments, progress), (benchmark, tables) =>
        {
            var figures = tables.SelectMany(t => t.Rows).ToList();
            var needs = figures.Select(f => f.Needs).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
            if (!figures.Exists(f => f.IsMeasured) && needs.Count == 0)
            {
                throw new InvalidOperationException("It gave no figure.");
            }

            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{benchmark.Name}: {figures.Count(f => f.IsMeasured)} figures{string.Concat(needs.Select(n => $"; not measured: needs {n}"))}"));
        });
        return isComplete ? 0 : Failed;
    }

    /// <summary>Writes the page anew, of the figures that are kept and the words as they are.</summary>
    public void WritePage() =>
        File.WriteAllText(page, BenchmarkPage.Write(words(Introduction), [.. catalog.Select(b => new Section(b, words(b.Name), results.Read(b.Name)))]));

    private async Task<bool> EachAsync(IReadOnlyList<IBenchmark> benchmarks, BenchmarkRun run, Action<IBenchmark, IReadOnlyList<FigureTable>> take)
    {
        var failed = new List<string>();
        var whole = Stopwatch.GetTimestamp();
        foreach (var (i, benchmark) in benchmarks.Index())
        {
            progress.WriteLine(string.Create(CultureInfo.InvariantCulture, $"[{i + 1}/{benchmarks.Count}] {benchmark.Name}{(run.IsSmoke ? "" : $" (about {benchmark.Estimate.TotalSeconds:F0} s)")}"));
            var start = Stopwatch.GetTimestamp();
            try
            {
                take(benchmark, await benchmark.RunAsync(run));
                progress.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  done in {Stopwatch.GetElapsedTime(start).TotalSeconds:F1} s"));
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                failed.Add(benchmark.Name);
                progress.WriteLine($"  failed: {e}");
            }
        }

        progress.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{Stopwatch.GetElapsedTime(whole).TotalSeconds:F0} s in all{(failed.Count > 0 ? "; failed: " + string.Join(", ", failed) : "")}"));
        return failed.Count == 0;
    }
}
