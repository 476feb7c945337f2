using System.Diagnostics;
using KbApi.Benchmarks.Http;
using KbApi.Benchmarks.Running;
using KbApi.Benchmarks.Search;
using KbApi.Content.Loading;
using KbApi.Content.Model;
using KbApi.Search.Packs;
using KbApi.Server.Hosting;

namespace KbApi.Benchmarks.Packs;

/// <summary>Time and processor time from start to first answer, and memory, of a server on a folder and on a pack of it, beside an empty API; in turn.</summary>
internal sealed class StartupBenchmark : IBenchmark, INeedsPublishedServer
{
    private const double GoalOfPack = 400;

    /// <summary>Starts on the documents that are given; without it the bundled content is served, as the goal was set for.</summary>
    private const string WholeOption = "--whole";

    public string Name => "startup";

    public string Title => "Start";

    public string Arguments => "[--whole PATH] [--published FOLDER]";

    public TimeSpan Estimate => TimeSpan.FromSeconds(30);

    public async Task<IReadOnlyList<FigureTable>> RunAsync(BenchmarkRun run)
    {
        var content = run.Options.Contains(WholeOption) ? run.Paths[0] : SourceTree.BundledContent;
        using var folder = new TemporaryFolder();
        var pack = Path.Combine(folder.Path, "pack");
        var (manifest, code) = Build(content, pack);
        string[] options = ["--Kb:SearchIndexFolder", Path.Combine(folder.Path, "index"), "--Kb:PackFolder", Path.Combine(folder.Path, "kept")];
        (string Name, Func<ServerProcess> Start, string Target)[] kinds =
        [
            ("an empty API", ServerProcess.StartPeer, ConstantServer.Target),
            ("a code, folder", () => ServerProcess.StartServer(content, run.Published, options), code),
            ("a code, pack", () => ServerProcess.StartServer(pack, run.Published, options), code),
            ("a search, folder", () => ServerProcess.StartServer(content, run.Published, options), "/v1/search?q=error"),
            ("a search, pack", () => ServerProcess.StartServer(pack, run.Published, options), "/v1/search?q=error"),
        ];
        var figures = kinds.Select(_ => new List<StartFigure>()).ToList();
        for (var round = run.Pick(0, -1); round < run.Pick(1, 5); round++)
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

        var peer = Numbers.Median(figures[0].Select(f => f.Time));
        var caption = $"start to first answer, {(run.Published is null ? "compiled as it runs" : "compiled ahead")}, {manifest.Counts.Articles} articles, {manifest.Counts.Entries} entries";
        return [new(caption, [.. kinds.Skip(1).Select((kind, i) => RowOf(kind.Name, figures[i + 1], peer, isGoal: kind.Name == kinds[2].Name))])];
    }

    private static Figure RowOf(string what, List<StartFigure> figures, double peer, bool isGoal)
    {
        var time = Numbers.Median(figures.Select(f => f.Time));
        return new Figure(what)
        {
            Ours = $"{Numbers.Write(time)} ms",
            Peer = $"an empty API {Numbers.Write(peer)} ms",
            Ratio = time / peer,
            Goal = isGoal ? Goal.AtMost(GoalOfPack, time, "ms") : null,
            Note = $"{Numbers.Write(Numbers.Median(figures.Select(f => f.Processor)))} ms of processor time, {Numbers.Write(Numbers.Median(figures.Select(f => f.Memory)))} MB resident",
        };
    }

    private static (PackManifest Manifest, string Code) Build(string content, string pack)
    {
        var files = ContentDirectory.FindShown([content]);
        var loader = new KnowledgeBaseLoader();
        var knowledgeBase = loader.Load(files);
        var manifest = PackBuilder.Build(knowledgeBase, loader.Load(BundledContent.WithOwnArticles(files)), "[]"u8, pack);
        return (manifest, "/v1/codes/" + Uri.EscapeDataString(FirstCode(knowledgeBase)));
    }

    private static string FirstCode(KnowledgeBase knowledgeBase) => knowledgeBase.Entries.Items
        .SelectMany(e => e.Variants[0].Codes).Select(c => c.Code.Value).First(v => v.Length > 4 && knowledgeBase.Codes.Find(v).Owners.Length == 1);

    private static async Task<StartFigure> MeasureAsync(Func<ServerProcess> start, string target)
    {
        var clock = Stopwatch.GetTimestamp();
        using var server = start();
        await server.WaitForAsync(target);
        return new StartFigure(Stopwatch.GetElapsedTime(clock).TotalMilliseconds, server.ProcessorTime.TotalMilliseconds, server.WorkingSet / 1e6);
    }

    /// <summary>A start: milliseconds, milliseconds of processor time, megabytes.</summary>
    private readonly record struct StartFigure(double Time, double Processor, double Memory);
}
