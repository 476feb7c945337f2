using System.Diagnostics;
using KbApi.Benchmarks.Http;
using KbApi.Benchmarks.Running;
using KbApi.Benchmarks.Search;
using KbApi.Content.Loading;

namespace KbApi.Benchmarks.Reload;

/// <summary>One file among many is written: how long until the real server answers what it says, and what other requests notice of it.</summary>
internal sealed class ReloadBenchmark : IBenchmark, INeedsPublishedServer
{
    private const int RowsOfFile = 5;
    private const double GoalOfAnswer = 100;
    private const double GoalOfOthers = 1.5;
    private const int Percent99 = 99;

    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BetweenChanges = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan Shortly = TimeSpan.FromMilliseconds(200);

    public string Name => "reload";

    public string Title => "Reload";

    public string Arguments => "[FILES] [PATH…] [--published FOLDER]";

    public TimeSpan Estimate => TimeSpan.FromSeconds(70);

    public async Task<IReadOnlyList<FigureTable>> RunAsync(BenchmarkRun run)
    {
        var files = run.Count(50, 5_000);
        var content = new GeneratedContent(new WordSource(run.Paths), files * RowsOfFile) { RowsOfArticle = RowsOfFile };
        using var folder = new GeneratedFolder(content);
        using var server = ServerProcess.StartServer(folder.Content, folder.Index, run.Published);
        await server.WaitForAsync("/v1/search?q=warm");
        var watch = new ReloadWatch(server, content, folder.Content);

        // Once without counting.
        await watch.ChangeAsync();
        using var others = new SteadyRequests(server.Port, [.. Enumerable.Range(0, 500).Select(i => LoadClient.Get(RequestKinds.TargetOf(content, i)))]);
        var quiet = new List<double>();
        var disturbed = new List<double>();
        var answers = new List<(double Time, double Processor)>();
        for (var round = 0; round < run.Pick(1, 3); round++)
        {
            // What is prepared once editing pauses is over before it counts as quiet.
            await Task.Delay(run.Pick(TimeSpan.Zero, Rest));
            others.Take();
            await Task.Delay(run.Pick(Shortly, Quiet));
            quiet.AddRange(others.Take());
            for (var i = 0; i < run.Pick(1, 5); i++)
            {
                answers.Add(await watch.ChangeAsync());
                await Task.Delay(run.Pick(Shortly, BetweenChanges));
            }

            disturbed.AddRange(others.Take());
        }

        var (atRest, during) = (Numbers.Percentile(quiet, Percent99), Numbers.Percentile(disturbed, Percent99));
        var answer = Numbers.Median(answers.Select(a => a.Time));
        var whole = Numbers.Median(Enumerable.Range(0, run.Pick(1, 3)).Select(_ => Timed(() => new KnowledgeBaseLoader().Load(folder.Content))));
        return
        [
            new($"one of {Numbers.Count(files)} files is written",
            [
                new("until the new answer")
                {
                    Ours = $"{Numbers.Milliseconds(answer)} (at most {Numbers.Milliseconds(answers.Max(a => a.Time))})",
                    Peer = $"reading all files {Numbers.Milliseconds(whole)}",
                    Ratio = answer / whole,
                    Goal = Goal.AtMost(GoalOfAnswer, answer, "ms"),
                    Note = $"{Numbers.Milliseconds(Numbers.Median(answers.Select(a => a.Processor)))} of processor time of the server meanwhile",
                },
                new("p99 of other requests while a file is written every other second")
                {
                    Ours = $"{Numbers.Milliseconds(during)}, {Numbers.Count(disturbed.Count)} requests",
                    Peer = $"with nothing written {Numbers.Milliseconds(atRest)}, {Numbers.Count(quiet.Count)} requests",
                    Ratio = during / atRest,
                    Goal = Goal.AtMost(GoalOfOthers, during / atRest),
                },
            ]),
        ];
    }

    private static double Timed(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
