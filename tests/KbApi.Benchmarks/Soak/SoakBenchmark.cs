using System.Globalization;
using KbApi.Benchmarks.Http;
using KbApi.Benchmarks.Running;
using KbApi.Benchmarks.Search;

namespace KbApi.Benchmarks.Soak;

/// <summary>
/// Half an hour of everything at once: requests of every kind, callers who hang up, content that changes and breaks, a store that goes away. No answer may be
/// a failure of the server, and its memory has to stay where it is.
/// </summary>
internal sealed class SoakBenchmark : IBenchmark, IRunsByItself, INeedsPublishedServer
{
    private const int Entries = 2_000;
    private const int RowsOfFile = 20;
    private const int Clients = 6;
    private const double GoalOfMemory = 1.1;

    public string Name => "soak";

    public string Title => "Soak";

    public string Arguments => "[MINUTES] [PATH…]";

    public TimeSpan Estimate => TimeSpan.FromMinutes(31);

    public async Task<IReadOnlyList<FigureTable>> RunAsync(BenchmarkRun run)
    {
        var duration = run.IsSmoke ? TimeSpan.FromSeconds(6) : TimeSpan.FromMinutes(run.Count(1, 30));
        var plan = new SoakPlan(duration);
        var content = new GeneratedContent(new WordSource(run.Paths), run.Pick(100, Entries)) { RowsOfArticle = RowsOfFile };
        using var folder = new GeneratedFolder(content);
        using var store = SoakStore.Create(folder.Path);
        using var server = ServerProcess.StartServer(
            folder.Content, run.Published, ["--Kb:Content:1", SourceTree.BundledContent, "--Kb:SearchIndexFolder", folder.Index, "--Kb:Store", store.Address, "--Logging:LogLevel:KbApi", "None"]);
        await server.WaitForAsync("/v1/search?q=warm");

        var tally = new SoakTally();
        using var stop = new CancellationTokenSource(duration);
        using var samples = new MemorySamples(server, plan, run.Progress);
        Task[] all =
        [
            .. Enumerable.Range(0, Clients).Select(i => new SoakClient(server.Address, new SoakRequests(content, i), tally).RunAsync(stop.Token)),
            new SoakHangUps(server.Port, content, tally).RunAsync(stop.Token),
            new SoakEditor(folder.Content, content, tally, plan).RunAsync(stop.Token),
            store.FailNowAndThenAsync(plan, tally, stop.Token),
            samples.RunAsync(stop.Token),
        ];
        await Task.WhenAll(all);
        return [Requests(tally, store, duration), Memory(samples)];
    }

    private static FigureTable Requests(SoakTally tally, SoakStore store, TimeSpan duration) => new($"{Numbers.Write(duration.TotalMinutes)} minutes, {Clients} clients",
    [
        .. tally.Kinds.Select(k => new Figure(k.Kind) { Ours = $"{Numbers.Count(k.Requests)} requests", Note = string.Join(", ", k.Statuses.Select(s => $"{s.Key}: {Numbers.Count(s.Value)}")) }),
        new("callers who hung up") { Ours = Numbers.Count(tally.HangUps) },
        new("files written, broken ones among them") { Ours = $"{Numbers.Count(tally.Edits)}, {Numbers.Count(tally.Breakages)}" },
        new($"{store.Fault} for a while") { Ours = $"{Numbers.Count(tally.Faults)} times", Note = $"{Numbers.Count(tally.Announced)} reports were answered 503 meanwhile, as announced" },
        new("failures: 5xx that nothing announced, connections that broke")
        {
            Ours = string.Create(CultureInfo.InvariantCulture, $"{tally.Failures}"),
            Goal = Goal.AtMost(0, tally.Failures),
            Note = string.Join("; ", tally.FirstFailures),
        },
    ]);

    private static FigureTable Memory(MemorySamples samples)
    {
        Figure Row(string what, Func<MemorySample, double> of)
        {
            var trend = samples.TrendOf(of);
            var ratio = trend.End / trend.Start;
            return new Figure(what)
            {
                Ours = $"{Numbers.Bytes(trend.Start)} → {Numbers.Bytes(trend.Middle)} → {Numbers.Bytes(trend.End)}",
                Peer = "the start",
                Ratio = ratio,
                Goal = samples.AreEnough ? Goal.AtMost(GoalOfMemory, ratio) : null,
                Note = $"slope {Numbers.Bytes(trend.BytesAnHour)} an hour; in turn {string.Join(" ", samples.TenthsOf(of).Select(b => Numbers.Write(Math.Round(b / 1e6))))} MB",
            };
        }

        return new FigureTable("memory of the server: start (after warming up) → middle → end", [Row("resident", s => s.Resident), Row("committed by the collector", s => s.Committed), Row("heap after the last collection", s => s.Heap)]);
    }
}
