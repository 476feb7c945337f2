using System.Diagnostics;
using System.Globalization;
using KbApi.Benchmarks.Http;
using KbApi.Benchmarks.Search;
using KbApi.Content.Loading;
using KbApi.Content.Model;
using KbApi.Search.Packs;
using KbApi.Server.Hosting;

namespace KbApi.Benchmarks.Packs;

/// <summary>Time and processor time from start to first answer, and memory, of a server on a folder and on a pack of it, beside an empty API; in turn.</summary>
internal static class StartupBenchmark
{
    private const string PublishedOption = "--published";
    private const int Starts = 3;

    public static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        var published = args.SkipWhile(a => a != PublishedOption).ElementAtOrDefault(1);
        var paths = args.Where(a => a != PublishedOption && a != published).ToList();
        var content = paths.Count > 0 ? paths[0] : Path.Combine(AppContext.BaseDirectory, "content");
        using var folder = new TemporaryFolder();
        var pack = Path.Combine(folder.Path, "pack");
        var (manifest, code) = Build(content, pack, output);
        var (index, kept) = (Path.Combine(folder.Path, "index"), Path.Combine(folder.Path, "kept"));
        string[] options = ["--Kb:SearchIndexFolder", index, "--Kb:PackFolder", kept];
        (string Name, Func<ServerProcess> Start, string Target)[] kinds =
        [
            ("empty API", ServerProcess.StartPeer, ConstantServer.Target),
            ("folder, code", () => ServerProcess.StartServer(content, published, options), code),
            ("pack, code", () => ServerProcess.StartServer(pack, published, options), code),
            ("folder, search", () => ServerProcess.StartServer(content, published, options), "/v1/search?q=error"),
            ("pack, search", () => ServerProcess.StartServer(pack, published, options), "/v1/search?q=error"),
        ];
        var figures = kinds.Select(_ => new List<(double Time, double Processor, double Memory)>()).ToList();
        for (var round = -1; round < Starts; round++)
        {
            for (var i = 0; i < kinds.Length; i++)
            {
                var figure = await MeasureAsync(kinds[i].Start, kinds[i].Target);
                if (round >= 0)
                {
                    figures[i].Add(figure);
                }
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{manifest.Counts.Articles} articles, {manifest.Counts.Entries} entries, pack of {manifest.TotalLength / 1e6:F1} MB; medians of {Starts}"));
        var peer = Median(figures[0].Select(f => f.Time));
        for (var i = 0; i < kinds.Length; i++)
        {
            var time = Median(figures[i].Select(f => f.Time));
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{kinds[i].Name,-16} {time,6:F0} ms to the first answer ({time / peer:F2} ×), {Median(figures[i].Select(f => f.Processor)),6:F0} ms of processor time, {Median(figures[i].Select(f => f.Memory)),5:F0} MB"));
        }

        return 0;
    }

    private static (PackManifest Manifest, string Code) Build(string content, string pack, TextWriter output)
    {
        var files = ContentDirectory.FindShown([content]);
        var loader = new KnowledgeBaseLoader();
        var clock = Stopwatch.GetTimestamp();
        var knowledgeBase = loader.Load(files);
        var read = Stopwatch.GetElapsedTime(clock);
        var manifest = PackBuilder.Build(knowledgeBase, loader.Load(BundledContent.WithOwnArticles(files)), "[]"u8, pack);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"read in {read.TotalSeconds:F1} s, built in {Stopwatch.GetElapsedTime(clock).TotalSeconds:F1} s"));
        return (manifest, "/v1/codes/" + Uri.EscapeDataString(FirstCode(knowledgeBase)));
    }

    private static string FirstCode(KnowledgeBase knowledgeBase) => knowledgeBase.Entries.Items
        .SelectMany(e => e.Variants[0].Codes).Select(c => c.Code.Value).First(v => v.Length > 4 && knowledgeBase.Codes.Find(v).Owners.Length == 1);

    private static async Task<(double Time, double Processor, double Memory)> MeasureAsync(Func<ServerProcess> start, string target)
    {
        var clock = Stopwatch.GetTimestamp();
        using var server = start();
        await server.WaitForAsync(target);
        return (Stopwatch.GetElapsedTime(clock).TotalMilliseconds, server.ProcessorTime.TotalMilliseconds, server.WorkingSet / 1e6);
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
