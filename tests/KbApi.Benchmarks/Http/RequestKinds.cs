using KbApi.Benchmarks.Running;
using KbApi.Benchmarks.Search;

namespace KbApi.Benchmarks.Http;

/// <summary>The kinds of requests that are compared, in turn, so that a machine that becomes slower is so for all.</summary>
/// <param name="run">How much is measured.</param>
/// <param name="content">What is asked for.</param>
/// <param name="peer">The server that answers a constant.</param>
/// <param name="server">Ours.</param>
/// <param name="searcher">The constant server that searches before.</param>
internal sealed class RequestKinds(BenchmarkRun run, GeneratedContent content, ServerProcess peer, ServerProcess server, ServerProcess searcher)
{
    public const string Constant = "constant JSON";
    public const string LookUp = "code look-up, asked before";
    public const string NotModified = "304";
    public const string NewLookUp = "code look-up, never asked before";
    public const string Search = "search, a page of 20";
    public const string IndexAlone = "the same search before the constant body";

    private const string Ok = "200";

    private readonly int _requests = run.Pick(100, 25_000);
    private readonly int _searches = run.Pick(20, 4_000);
    private readonly List<string> _codes = [.. Enumerable.Range(0, 1_000).Select(i => TargetOf(content, i))];
    private readonly List<string> _queries = [.. content.Questions().Take(500).Select(q => "?q=" + string.Join('+', q.Words))];

    private int _fresh;

    /// <summary>The entity tag of the first code.</summary>
    public required string Tag { get; init; }

    public IReadOnlyList<(string Name, Func<double> Measure)> All =>
    [
        (Constant, () => Microseconds(peer, [LoadClient.Get(ConstantServer.Target)], _requests, Ok)),
        (LookUp, () => Microseconds(server, [.. _codes.Select(c => LoadClient.Get(c))], _requests, Ok)),
        (NotModified, () => Microseconds(server, [LoadClient.Get(_codes[0], Tag)], _requests, "304")),
        (NewLookUp, () => Microseconds(server, [.. Enumerable.Range(0, _searches).Select(_ => LoadClient.Get($"{_codes[_fresh++ % _codes.Count]}?n={_fresh}"))], _searches, Ok)),
        (Search, () => Microseconds(server, [.. _queries.Select(q => LoadClient.Get("/v1/search" + q))], _searches, Ok)),
        (IndexAlone, () => Microseconds(searcher, [.. _queries.Select(q => LoadClient.Get(ConstantServer.SearchTarget + q))], _searches, Ok)),
    ];

    /// <summary>The path that looks up the code of an entry.</summary>
    public static string TargetOf(GeneratedContent content, int i) => "/v1/codes/" + GeneratedContent.CodeOf(i * 7 % content.Count);

    /// <summary>The median of the rounds of each kind; one more round, the first, does not count.</summary>
    public IReadOnlyDictionary<string, double> Measure(IReadOnlyList<(string Name, Func<double> Measure)> kinds, int rounds)
    {
        var figures = kinds.ToDictionary(k => k.Name, _ => new List<double>(), StringComparer.Ordinal);
        for (var round = run.Pick(0, -1); round < rounds; round++)
        {
            foreach (var (name, measure) in kinds)
            {
                var figure = measure();
                if (round >= 0)
                {
                    figures[name].Add(figure);
                }
            }
        }

        return figures.ToDictionary(f => f.Key, f => Numbers.Median(f.Value), StringComparer.Ordinal);
    }

    /// <summary>Requests a second that wrk gets answered.</summary>
    public IReadOnlyDictionary<string, double> MeasureRates(int rounds)
    {
        var seconds = run.Pick(1, 4);
        return Measure(
        [
            (Constant, () => WrkClient.Rate(peer.Port, ConstantServer.Target, null, seconds)),
            (LookUp, () => WrkClient.Rate(server.Port, _codes[0], null, seconds)),
            (NotModified, () => WrkClient.Rate(server.Port, _codes[0], Tag, seconds)),
        ], rounds);
    }

    private static double Microseconds(ServerProcess server, IReadOnlyList<byte[]> requests, int count, string status)
    {
        LoadClient.Run(server.Port, requests, count / 4, status);
        var before = server.ProcessorTime;
        LoadClient.Run(server.Port, requests, count, status);
        return (server.ProcessorTime - before).TotalMicroseconds / count;
    }
}
