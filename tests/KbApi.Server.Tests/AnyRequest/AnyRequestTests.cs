using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using KbApi.Server.Tests.Hosting;
using KbApi.Server.Tests.OpenApi;
using KbApi.Server.Tests.Security;
using Xunit.Abstractions;

namespace KbApi.Server.Tests.AnyRequest;

/// <summary>
/// Any request, whatever is in it: never a failure of the server, never a word of its insides, errors always as the contract says, and so are answers.
/// Every request has a number, from the seed on. <c>KB_EXPLORE=N</c> makes N times as many from a new seed, <c>KB_ANY_REQUEST_COUNT</c> and <c>KB_ANY_REQUEST_SEED</c> say
/// how many and from which.
/// </summary>
[Collection(ServerGroup.Name)]
public sealed class AnyRequestTests(ServerFixture fixture, ITestOutputHelper output)
{
    private const int FixedSeed = 1;
    private const int Requests = 5000;
    private const int MaxReported = 15;
    private const int AtOnce = 4;

    private readonly RunningServer _server = fixture.Server;

    [Fact]
    public Task Never_fails_the_server() => RunAsync(
        Number("KB_ANY_REQUEST_SEED") ?? (Exploration.IsOn ? Random.Shared.Next(1_000_000, 1_000_000_000) : FixedSeed),
        Number("KB_ANY_REQUEST_COUNT") ?? Requests * Exploration.Times);

    private async Task RunAsync(int seed, int count)
    {
        output.WriteLine($"{count} requests from seed {seed}");
        var contract = await Contract.OfAsync(_server);
        var maker = new RequestMaker(contract);
        var check = new AnswerCheck(contract);
        var problems = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        var statuses = new ConcurrentDictionary<int, int>();
        await Parallel.ForEachAsync(Enumerable.Range(seed, count), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, _) =>
        {
            var request = maker.Make(number);
            using var response = await RawCaller.SendAsync(_server.Client.BaseAddress!, request.Bytes);
            statuses.AddOrUpdate((int?)response?.StatusCode ?? 0, 1, (_, n) => n + 1);
            if (await check.ProblemOfAsync(request, response) is { } problem && problems.Count < MaxReported)
            {
                problems.TryAdd($"{request.Operation?.Id} {problem[..Math.Min(40, problem.Length)]}", Describe(request, problem));
            }
        });
        output.WriteLine(string.Join(", ", statuses.OrderBy(s => s.Key).Select(s => $"{s.Key}: {s.Value}")));

        Assert.True(problems.IsEmpty, $"from seed {seed}:\n{string.Join("\n\n", problems.Values)}");

        // Otherwise it would have asked nothing that can be answered.
        Assert.True(statuses[200] > count / 10 && statuses[400] > count / 50);
    }

    private static string Describe(MadeRequest request, string problem)
    {
        var text = Encoding.Latin1.GetString(request.Bytes);
        var shown = string.Concat(text.Take(900).Select(c => c is >= ' ' and < '\u007f' or '\n' ? c.ToString() : c == '\r' ? "" : $"\\x{(int)c:x2}"));
        return $"request {request.Number}: {problem[..Math.Min(600, problem.Length)]}\n{shown}";
    }

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
