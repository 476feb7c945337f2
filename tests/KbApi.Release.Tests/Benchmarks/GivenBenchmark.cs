using KbApi.Benchmarks.Running;

namespace KbApi.Release.Tests.Benchmarks;

/// <summary>A benchmark whose figures are given.</summary>
internal sealed class GivenBenchmark(string name, Func<BenchmarkRun, IReadOnlyList<FigureTable>> figures) : IBenchmark
{
    public string Name => name;

    public string Title => "About " + name;

    public string Arguments => "[PATH…]";

    public TimeSpan Estimate => TimeSpan.FromMinutes(1);

    public Task<IReadOnlyList<FigureTable>> RunAsync(BenchmarkRun run) => Task.FromResult(figures(run));

    public static GivenBenchmark Of(string name, params Figure[] rows) => new(name, _ => [new FigureTable("work", rows)]);
}
