using System.Diagnostics;
using System.Globalization;
using KbApi.Content.Loading;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;

namespace KbApi.Benchmarks;

/// <summary>
/// Linting beside markdownlint-cli2 on the same files, both as programs of their own, starting and all; and the rules beside reading, in
/// one process. markdownlint-cli2 is installed with npm into the artifacts, unless a folder with it is given.
/// </summary>
internal static class LintBenchmark
{
    private const int Rounds = 3;
    private const string Peer = "markdownlint-cli2";
    private const string PeerVersion = "0.22.1";

    public static void Run(IReadOnlyCollection<string> paths, TextWriter output)
    {
        var files = ContentDirectory.Find(paths);
        var megabytes = files.Sum(f => f.Length) / 1e6;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{files.Count} files, {megabytes:F1} MB; medians of {Rounds} rounds"));

        var tool = ToolPath();
        var peer = InstallPeer();
        var documents = files.Where(f => !ContentLayout.IsConfiguration(f.RelativePath)).Select(f => f.Path).ToList();
        var (ours, theirs, ratio) = Measure(
            () => RunProgram("dotnet", ["exec", tool, "lint", .. paths, "--format", "json"]),
            () => RunProgram("node", [peer, .. documents.Select(d => ":" + Path.GetFullPath(d))]));
        output.WriteLine(Line("kb lint", ours, megabytes));
        output.WriteLine(Line($"{Peer} {PeerVersion}", theirs, megabytes));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ratio                      {ratio,8:F2}"));

        var driver = new AnalyzerDriver(BuiltInRules.Analyzers, new AnalyzerOptions());
        var content = new KnowledgeBaseLoader().Load(files);
        var (rules, reading, share) = Measure(() => driver.Analyze(content), () => new KnowledgeBaseLoader().Load(files));
        output.WriteLine(Line("rules alone", rules, megabytes));
        output.WriteLine(Line("reading alone", reading, megabytes));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"rules for each of reading  {share,8:F2}"));
    }

    private static (TimeSpan A, TimeSpan B, double Ratio) Measure(Action a, Action b)
    {
        a();
        b();
        var pairs = Enumerable.Range(0, Rounds).Select(_ => (A: Time(a), B: Time(b))).ToList();
        var middle = Rounds / 2;
        return (pairs.Select(p => p.A).Order().ElementAt(middle), pairs.Select(p => p.B).Order().ElementAt(middle), pairs.Select(p => p.A / p.B).Order().ElementAt(middle));
    }

    private static TimeSpan Time(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start);
    }

    private static string Line(string name, TimeSpan time, double megabytes) =>
        string.Create(CultureInfo.InvariantCulture, $"{name,-26} {time.TotalMilliseconds,8:F0} ms  {megabytes / time.TotalSeconds,7:F2} MB/s");

    /// <summary>The release build of the tool, beside that of the benchmarks.</summary>
    private static string ToolPath()
    {
        var path = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "KbApi.Cli", "release", "kb.dll"));
        return File.Exists(path) ? path : throw new FileNotFoundException("Build the tool first: dotnet build src/KbApi.Cli -c Release", path);
    }

    private static string InstallPeer()
    {
        var folder = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "peers"));
        var program = Path.Combine(folder, "node_modules", Peer, Peer + "-bin.mjs");
        if (!File.Exists(program))
        {
            Directory.CreateDirectory(folder);
            RunProgram("npm", ["install", "--no-audit", "--no-fund", "--prefix", folder, $"{Peer}@{PeerVersion}"]);
        }

        return program;
    }

    /// <summary>Runs a program to its end; what it prints is read and dropped. Both linters end with 1 where they find something.</summary>
    private static void RunProgram(string name, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(name, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{name} does not start.");
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.WaitForExit();
        if (process.ExitCode > 1)
        {
            throw new InvalidOperationException($"{name} ended with {process.ExitCode}.");
        }
    }
}
