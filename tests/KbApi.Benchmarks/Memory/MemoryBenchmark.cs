using KbApi.Benchmarks.Growth;
using KbApi.Benchmarks.Http;
using KbApi.Benchmarks.Running;
using KbApi.Benchmarks.Search;

namespace KbApi.Benchmarks.Memory;

/// <summary>What an entry takes: of the model, of the index, and of the server's process, beside the bytes of its Markdown.</summary>
internal sealed class MemoryBenchmark : IBenchmark
{
    public string Name => "memory";

    public string Title => "Memory an entry";

    public string Arguments => "[ENTRIES] [PATH…]";

    public TimeSpan Estimate => TimeSpan.FromSeconds(60);

    public async Task<IReadOnlyList<FigureTable>> RunAsync(BenchmarkRun run)
    {
        var entries = run.Count(200, 50_000);
        var few = Math.Max(1, entries / 50);
        if (GrowthStep.Start(entries, run.Paths) is not { } figures)
        {
            return [new("an entry", [Figure.NotMeasured($"{Numbers.Count(entries)} entries", "more memory than there was")])];
        }

        var words = new WordSource(run.Paths);
        var (small, large) = (await ServeAsync(run, words, few), await ServeAsync(run, words, entries));
        var markdown = figures.Markdown / (double)entries;
        Figure Row(string what, double bytes) => new(what) { Ours = Numbers.Bytes(bytes), Peer = $"its Markdown {Numbers.Bytes(markdown)}", Ratio = bytes / markdown };
        return
        [
            new($"an entry of {Numbers.Count(entries)}",
            [
                Row("model", figures.ModelBytes / (double)entries),
                Row("search index on disk", figures.IndexOnDisk / (double)entries),
                Row("search index in memory, after 600 queries", figures.IndexBytes / (double)entries),
                Row("classifier", figures.ClassifierBytes / (double)entries),
                Row("process of the server, having looked up, searched and classified", (large - small) / (double)(entries - few))
                    with { Note = $"{Numbers.Bytes(small)} resident with {Numbers.Count(few)} entries, {Numbers.Bytes(large)} with {Numbers.Count(entries)}" },
            ]),
        ];
    }

    private static async Task<long> ServeAsync(BenchmarkRun run, WordSource words, int entries)
    {
        var content = new GeneratedContent(words, entries);
        using var folder = new GeneratedFolder(content);
        using var server = ServerProcess.StartServer(folder.Content, folder.Index, run.Published);
        await server.WaitForAsync("/v1/search?q=warm");
        string[] targets = [.. Enumerable.Range(0, 200).Select(i => RequestKinds.TargetOf(content, i)), .. content.Questions().Take(200).Select(q => "/v1/search?q=" + string.Join('+', q.Words))];
        LoadClient.Run(server.Port, [.. targets.Select(t => LoadClient.Get(t))], run.Pick(1, 10) * targets.Length, "200");
        using var client = new HttpClient { BaseAddress = server.Address };
        using var body = new StringContent($$"""{"message":"error {{GeneratedContent.CodeOf(0)}}"}""", System.Text.Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(new Uri("/v1/classify", UriKind.Relative), body);
        answer.EnsureSuccessStatusCode();
        return server.WorkingSet;
    }
}
