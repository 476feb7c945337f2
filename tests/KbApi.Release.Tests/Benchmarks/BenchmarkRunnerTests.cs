using KbApi.Benchmarks.Running;

namespace KbApi.Release.Tests.Benchmarks;

/// <summary>Figures are kept by benchmark, and the page is made of them and of words that nobody has to write twice.</summary>
public sealed class BenchmarkRunnerTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _progress = new();

    private static Figure Slow => new("reading") { Ours = "30 ms", Peer = "parsing 10 ms", Ratio = 3, Goal = Goal.AtMost(1.5, 3) };

    private static Figure Quick => new("reading") { Ours = "12 ms", Peer = "parsing 10 ms", Ratio = 1.2, Goal = Goal.AtMost(1.5, 1.2) };

    private string PagePath => Path.Combine(_folder.Path, "benchmarks.md");

    private string Page => File.ReadAllText(PagePath);

    public void Dispose()
    {
        _folder.Dispose();
        _output.Dispose();
        _progress.Dispose();
    }

    [Fact]
    public async Task The_page_has_each_figure_beside_its_peer_with_ratio_goal_verdict_words_and_machine()
    {
        var benchmark = GivenBenchmark.Of("reading", Slow);

        Assert.Equal(0, await RunnerOf(benchmark).RefreshAsync([benchmark], []));

        Assert.Contains("## About reading\n\n`dotnet run -c Release --project tests/KbApi.Benchmarks -- reading [PATH…]`\n\nBefore reading.\n\n", Page, StringComparison.Ordinal);
        Assert.Contains("| work | ours | beside | ratio | goal | verdict |\n| --- | --- | --- | --- | --- | --- |\n| reading | 30 ms | parsing 10 ms | 3 | ≤ 1.5 | missed |\n", Page, StringComparison.Ordinal);
        Assert.Contains($"Measured 2026-01-02 on {Machine.Describe()}.\n\nAfter reading.\n", Page, StringComparison.Ordinal);
        Assert.Contains("| [About reading](#about-reading), work: reading | 30 ms | parsing 10 ms | 3 | ≤ 1.5 | missed |", Page, StringComparison.Ordinal);
        Assert.DoesNotContain(Environment.MachineName, Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_measured_anew_leaves_the_others_as_they_were()
    {
        var (reading, linting) = (GivenBenchmark.Of("reading", Slow), GivenBenchmark.Of("linting", new Figure("rules") { Ours = "7 ms" }));
        await RunnerOf(reading, linting).RefreshAsync([reading, linting], []);

        var again = GivenBenchmark.Of("reading", Quick);
        await RunnerOf(again, linting).RefreshAsync([again], []);

        Assert.Contains("| reading | 12 ms | parsing 10 ms | 1.2 | ≤ 1.5 | met |", Page, StringComparison.Ordinal);
        Assert.DoesNotContain("30 ms", Page, StringComparison.Ordinal);
        Assert.Contains("| rules | 7 ms |", Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_fails_is_said_and_keeps_its_figures_and_the_others_are_measured()
    {
        var (reading, linting) = (GivenBenchmark.Of("reading", Slow), GivenBenchmark.Of("linting", new Figure("rules") { Ours = "7 ms" }));
        await RunnerOf(reading, linting).RefreshAsync([reading], []);

        var broken = new GivenBenchmark("reading", _ => throw new InvalidOperationException("The peer is gone."));
        Assert.Equal(1, await RunnerOf(broken, linting).RefreshAsync([broken, linting], []));

        Assert.Contains("The peer is gone.", _progress.ToString(), StringComparison.Ordinal);
        Assert.Contains("| reading | 30 ms |", Page, StringComparison.Ordinal);
        Assert.Contains("| rules | 7 ms |", Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_machine_has_not_got_is_named_and_is_no_failure()
    {
        var benchmark = GivenBenchmark.Of("search", Figure.NotMeasured("beside minisearch", "npm and Node.js"));

        Assert.Equal(0, await RunnerOf(benchmark).RefreshAsync([benchmark], []));
        Assert.Equal(0, await RunnerOf(benchmark).SmokeAsync([benchmark], []));

        Assert.Contains("| beside minisearch | not measured: needs npm and Node.js |", Page, StringComparison.Ordinal);
        Assert.Contains("search: 0 figures; not measured: needs npm and Node.js", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_smoke_run_is_small_keeps_nothing_and_fails_for_want_of_figures_and_never_for_a_time()
    {
        var sizes = new List<BenchmarkSize>();
        var slow = new GivenBenchmark("reading", run =>
        {
            sizes.Add(run.Size);
            return [new FigureTable("work", [Slow])];
        });
        Assert.Equal(0, await RunnerOf(slow).SmokeAsync([slow], []));
        Assert.Equal([BenchmarkSize.Smoke], sizes);
        Assert.False(File.Exists(PagePath));

        var empty = GivenBenchmark.Of("nothing", new Figure("nothing"));
        Assert.Equal(1, await RunnerOf(empty).SmokeAsync([empty], []));
        Assert.Contains("It gave no figure.", _progress.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.4, "400 ns")]
    [InlineData(12.34, "12.3 µs")]
    [InlineData(9_870_000, "9,870 ms")]
    [InlineData(12_300_000, "12.3 s")]
    public void Times_have_a_unit_that_fits(double microseconds, string expected) => Assert.Equal(expected, Numbers.Microseconds(microseconds));

    private BenchmarkRunner RunnerOf(params IBenchmark[] catalog) => new(
        catalog, name => ($"Before {name}.", $"After {name}."), new ResultFiles(Path.Combine(_folder.Path, "results")), PagePath, new GivenTime(), _output, _progress);

    private sealed class GivenTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    }
}
