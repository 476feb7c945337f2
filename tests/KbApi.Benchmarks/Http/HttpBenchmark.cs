using KbApi.Benchmarks.Running;
using KbApi.Benchmarks.Search;

namespace KbApi.Benchmarks.Http;

/// <summary>Processor time of requests beside an endpoint with a constant body, kinds in turn on the same machine; and requests a second, beside the same.</summary>
internal sealed class HttpBenchmark : IBenchmark, INeedsPublishedServer
{
    private const double GoalOfLookUp = 1.1;
    private const double GoalOfNotModified = 1;
    private const double GoalOfSearch = 2.5;
    private const double GoalOfRate = 0.9;

    public string Name => "http";

    public string Title => "HTTP";

    public string Arguments => "[ENTRIES] [PATH…] [--published FOLDER]";

    public TimeSpan Estimate => TimeSpan.FromSeconds(170);

    public async Task<IReadOnlyList<FigureTable>> RunAsync(BenchmarkRun run)
    {
        var content = new GeneratedContent(new WordSource(run.Paths), run.Count(300, 10_000));
        using var folder = new GeneratedFolder(content);
        using var peer = ServerProcess.StartPeer();
        using var server = ServerProcess.StartServer(folder.Content, folder.Index, run.Published);
        using var searcher = ServerProcess.StartIndexPeer(folder.Content, folder.Index + "-peer");
        await peer.WaitForAsync(ConstantServer.Target);
        await server.WaitForAsync("/v1/search?q=warm");
        await searcher.WaitForAsync(ConstantServer.SearchTarget + "?q=warm");
        var load = new RequestKinds(run, content, peer, server, searcher) { Tag = await TagOfAsync(server, content) };
        var times = load.Measure(load.All, run.Pick(1, 12));
        var rates = WrkClient.Reason is null ? load.MeasureRates(run.Pick(1, 5)) : null;
        return
        [
            new($"processor time a request, {Numbers.Count(content.Count)} entries", Rows(times)),
            new("requests a second, wrk with eight connections", Rates(rates)),
        ];
    }

    private static List<Figure> Rows(IReadOnlyDictionary<string, double> times)
    {
        var constant = times[RequestKinds.Constant];
        var index = times[RequestKinds.IndexAlone] - constant;
        var search = times[RequestKinds.Search];
        var rest = search - index;
        Figure Row(string what, double time, double? goal = null) => new(what)
        {
            Ours = Numbers.Microseconds(time),
            Peer = $"constant JSON {Numbers.Microseconds(constant)}",
            Ratio = time / constant,
            Goal = goal is { } limit ? Goal.AtMost(limit, time / constant) : null,
        };
        return
        [
            Row(RequestKinds.LookUp, times[RequestKinds.LookUp], GoalOfLookUp),
            Row(RequestKinds.NotModified, times[RequestKinds.NotModified], GoalOfNotModified),
            Row(RequestKinds.NewLookUp, times[RequestKinds.NewLookUp]),
            Row(RequestKinds.Search, search),
            Row(RequestKinds.IndexAlone, times[RequestKinds.IndexAlone]),
            Row("search less the index's own time", rest, GoalOfSearch),
        ];
    }

    private static List<Figure> Rates(IReadOnlyDictionary<string, double>? rates) => rates is null
        ? [Figure.NotMeasured(RequestKinds.LookUp, "wrk")]
        : [.. ((string[])[RequestKinds.LookUp, RequestKinds.NotModified]).Select(kind => new Figure(kind)
        {
            Ours = Numbers.Write(rates[kind]),
            Peer = $"constant JSON {Numbers.Write(rates[RequestKinds.Constant])}",
            Ratio = rates[kind] / rates[RequestKinds.Constant],
            Goal = Goal.AtLeast(GoalOfRate, rates[kind] / rates[RequestKinds.Constant]),
        })];

    private static async Task<string> TagOfAsync(ServerProcess server, GeneratedContent content)
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        client.DefaultRequestHeaders.Host = "kb.example";
        client.DefaultRequestHeaders.Accept.ParseAdd("application/json");
        using var answer = await client.GetAsync(new Uri(RequestKinds.TargetOf(content, 0), UriKind.Relative));
        return answer.Headers.ETag!.ToString();
    }
}
