using System.Diagnostics;
using System.Globalization;
using KbApi.Benchmarks.Search;

namespace KbApi.Benchmarks.Http;

/// <summary>Processor time of requests beside an endpoint with a constant body, in turn on the same machine; start-up; memory.</summary>
internal static class HttpBenchmark
{
    private const string PublishedOption = "--published";
    private const int Rounds = 5;
    private const int Requests = 60_000;
    private const int Searches = 2_000;
    private const int Starts = 5;

    public static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        // What people run is published, which compiles ahead: it starts in half the time.
        var published = args.SkipWhile(a => a != PublishedOption).ElementAtOrDefault(1);
        var paths = args.Where(a => !char.IsAsciiDigit(a[0]) && a != PublishedOption && a != published).ToList();
        var entries = args is [var size, ..] && char.IsAsciiDigit(size[0]) ? int.Parse(size, CultureInfo.InvariantCulture) : 10_000;
        var content = new GeneratedContent(new WordSource(paths.Count > 0 ? paths : ["content"]), entries);
        var folder = Directory.CreateTempSubdirectory("kb-http-");
        try
        {
            var documents = Path.Combine(folder.FullName, "content");
            var index = Path.Combine(folder.FullName, "index");
            foreach (var (path, text) in content.Documents())
            {
                var file = Path.Combine(documents, path);
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                await File.WriteAllTextAsync(file, text);
            }

            await CompareRequestsAsync(content, documents, index, output);
            await CompareStartsAsync(folder.FullName, published, output);
            WeighEntries(content, output);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task CompareRequestsAsync(GeneratedContent content, string documents, string index, TextWriter output)
    {
        using var peer = ServerProcess.StartPeer();
        using var server = ServerProcess.StartServer(documents, index);
        using var searcher = ServerProcess.StartIndexPeer(documents, index + "-peer");
        await peer.WaitForAsync(ConstantServer.Target);
        await server.WaitForAsync("/v1/search?q=warm");
        await searcher.WaitForAsync(ConstantServer.SearchTarget + "?q=warm");
        var codes = Enumerable.Range(0, 1_000).Select(i => "/v1/codes/" + GeneratedContent.CodeOf(i * 7 % content.Count)).ToList();
        var queries = content.Questions().Take(500).Select(q => "?q=" + string.Join('+', q.Words)).ToList();
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{server.Port}") };
        client.DefaultRequestHeaders.Host = "kb.example";
        client.DefaultRequestHeaders.Accept.ParseAdd("application/json");
        using var answer = await client.GetAsync(codes[0]);
        var tag = answer.Headers.ETag!.ToString();

        // Processor time of every kind in turn, so that a machine that becomes slower is so for all.
        var fresh = 0;
        (string Name, Func<double> Measure)[] kinds =
        [
            ("constant JSON", () => Measure(peer, [LoadClient.Get(ConstantServer.Target)], Requests, "200")),
            ("code look-up", () => Measure(server, [.. codes.Select(c => LoadClient.Get(c))], Requests, "200")),
            ("304", () => Measure(server, [LoadClient.Get(codes[0], tag)], Requests, "304")),
            ("code look-up, never asked before", () => Measure(server, [.. Enumerable.Range(0, Searches).Select(_ => LoadClient.Get($"{codes[fresh++ % codes.Count]}?n={fresh}"))], Searches, "200")),
            ("search", () => Measure(server, [.. queries.Select(q => LoadClient.Get("/v1/search" + q))], Searches, "200")),
            ("constant JSON after the same search", () => Measure(searcher, [.. queries.Select(q => LoadClient.Get(ConstantServer.SearchTarget + q))], Searches, "200")),
        ];
        var figures = kinds.Select(_ => new List<double>()).ToList();
        for (var round = -1; round < Rounds; round++)
        {
            for (var i = 0; i < kinds.Length; i++)
            {
                var figure = kinds[i].Measure();
                if (round >= 0)
                {
                    figures[i].Add(figure);
                }
            }
        }

        var constant = Median(figures[0]);
        for (var i = 0; i < kinds.Length; i++)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kinds[i].Name,-36} {Median(figures[i]),8:F1} µs of processor time  {Median(figures[i]) / constant,6:F2} ×"));
        }

        var own = Median(figures[^1]) - constant;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"the index's own time",-36} {own,8:F1} µs;  search less that: {(Median(figures[^2]) - own) / constant:F2} ×"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"working set of the server: {server.WorkingSet / 1024.0 / 1024:F0} MB, of the peer: {peer.WorkingSet / 1024.0 / 1024:F0} MB"));
    }

    private static double Measure(ServerProcess server, List<byte[]> requests, int count, string status)
    {
        LoadClient.Run(server.Port, requests, count / 4, status);
        var before = server.ProcessorTime;
        LoadClient.Run(server.Port, requests, count, status);
        return (server.ProcessorTime - before).TotalMicroseconds / count;
    }

    private static async Task CompareStartsAsync(string folder, string? published, TextWriter output)
    {
        var bundled = Path.Combine(AppContext.BaseDirectory, "content");
        var index = Path.Combine(folder, "bundled-index");
        var peers = new List<double>();
        var codes = new List<double>();
        var searches = new List<double>();
        for (var i = -1; i < Starts; i++)
        {
            var peer = await TimeStartAsync(ServerProcess.StartPeer, ConstantServer.Target);
            var code = await TimeStartAsync(() => ServerProcess.StartServer(bundled, index, published), "/v1/codes/SSPR_0029");
            var search = await TimeStartAsync(() => ServerProcess.StartServer(bundled, index, published), "/v1/search?q=writeback");
            if (i >= 0)
            {
                peers.Add(peer);
                codes.Add(code);
                searches.Add(search);
            }
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"start to first answer: empty API {Median(peers):F0} ms, code {Median(codes):F0} ms ({Median(codes) / Median(peers):F2} ×), search with a stored index {Median(searches):F0} ms ({Median(searches) / Median(peers):F2} ×)"));
    }

    private static async Task<double> TimeStartAsync(Func<ServerProcess> start, string target)
    {
        var clock = Stopwatch.GetTimestamp();
        using var server = start();
        await server.WaitForAsync(target);
        return Stopwatch.GetElapsedTime(clock).TotalMilliseconds;
    }

    private static void WeighEntries(GeneratedContent content, TextWriter output)
    {
        using var folder = new TemporaryFolder();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var knowledgeBase = content.Load();
        var model = GC.GetTotalMemory(forceFullCollection: true);
        using var index = folder.Open(knowledgeBase);
        var search = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(knowledgeBase);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"memory an entry: model {(model - before) / content.Count} bytes, search index {(search - model) / content.Count} bytes"));
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
