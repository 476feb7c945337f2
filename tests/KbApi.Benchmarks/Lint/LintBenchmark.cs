using System.Diagnostics;
using KbApi.Benchmarks.Reading;
using KbApi.Benchmarks.Running;
using KbApi.Content.Loading;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;
using KbApi.Tests;

namespace KbApi.Benchmarks.Lint;

/// <summary>Linting beside markdownlint-cli2 on the same files, both as programs of their own, starting and all; and the rules beside reading, in one process.</summary>
internal sealed class LintBenchmark : IBenchmark
{
    private const string Peer = "markdownlint-cli2";
    private const string PeerProgram = "node_modules/markdownlint-cli2/markdownlint-cli2-bin.mjs";
    private const double GoalOfReading = 1;
    private const double GoalOfPeer = 1;
    private const long SmokeBytes = 30_000;
    private const long SampleBytes = 8_000_000;

    public string Name => "lint";

    public string Title => "Linting";

    public string Arguments => "[PATH…]";

    public TimeSpan Estimate => TimeSpan.FromSeconds(80);

    public Task<IReadOnlyList<FigureTable>> RunAsync(BenchmarkRun run)
    {
        var files = ContentDirectory.Find(run.Paths);
        var all = run.IsSmoke ? DocumentSample.Of(files, SmokeBytes) : files;
        var driver = new AnalyzerDriver(BuiltInRules.Analyzers, new AnalyzerOptions());
        var content = new KnowledgeBaseLoader().Load(all);
        var (rules, reading, share) = PairedTimer.Measure(() => driver.Analyze(content), () => new KnowledgeBaseLoader().Load(all), run.Pick(1, 3), run.Pick(0, 1));
        var bytes = all.Sum(f => (double)f.Length);
        return Task.FromResult<IReadOnlyList<FigureTable>>([new($"{BuiltInRules.Analyzers.SelectMany(a => a.SupportedDiagnostics).DistinctBy(d => d.Id).Count()} rules",
        [
            BesidePeer(run, DocumentSample.Of(files, run.Pick(SmokeBytes, SampleBytes))),
            new($"the rules alone, {Numbers.Count(all.Count)} files")
            {
                Ours = $"{Numbers.Time(rules)}, {Numbers.Rate(bytes, rules)}",
                Peer = $"reading alone {Numbers.Time(reading)}",
                Ratio = share,
                Goal = Goal.AtMost(GoalOfReading, share),
            },
        ])]);
    }

    private static Figure BesidePeer(BenchmarkRun run, IReadOnlyList<ContentFile> sample)
    {
        var bytes = sample.Sum(f => (double)f.Length);
        var what = $"`kb lint`, {Numbers.Count(sample.Count)} documents, {Numbers.Bytes(bytes)}";
        if (run.Peers.Needs is { } needs)
        {
            return Figure.NotMeasured(what, $"{Peer}: {needs}");
        }

        run.Progress.WriteLine($"  beside {Peer}");
        using var folder = new TempFolder();
        string[] copies = [.. sample.Select(f => folder.Write(PathBelowRoots(f), f.Read()))];
        var (ours, theirs, ratio) = PairedTimer.Measure(
            () => RunTool(["lint", folder.Path, "--format", "json"]), () => NodePeers.Run(PeerProgram, copies.Select(c => ":" + c)), run.Pick(1, 3), run.Pick(0, 1));
        return new Figure(what)
        {
            Ours = $"{Numbers.Time(ours)}, {Numbers.Rate(bytes, ours)}",
            Peer = $"{Peer} {Numbers.Time(theirs)}, {Numbers.Rate(bytes, theirs)}",
            Ratio = ratio,
            Goal = Goal.AtMost(GoalOfPeer, ratio),
        };
    }

    /// <summary>Where a copy stands: below a folder that is called as the one that was given, whose name may say the locale.</summary>
    private static string PathBelowRoots(ContentFile file)
    {
        var root = Path.GetFullPath(file.Path)[..^file.RelativePath.Length].TrimEnd('/');
        return $"{(uint)string.GetHashCode(root, StringComparison.Ordinal)}/{Path.GetFileName(root)}/{file.RelativePath}";
    }

    /// <summary>Runs the release build of the tool; what it prints is read and dropped. It ends with 1 where it finds something.</summary>
    private static void RunTool(IEnumerable<string> arguments)
    {
        var tool = Path.Combine(SourceTree.Root, "artifacts", "bin", "KbApi.Cli", "release", "kb.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["exec", tool, .. arguments]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode > 1)
        {
            throw new InvalidOperationException($"kb ended with {process.ExitCode}.");
        }
    }
}
