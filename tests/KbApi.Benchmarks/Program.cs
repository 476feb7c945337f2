#pragma warning disable RS0030 // A benchmark prints to the console.
using KbApi.Benchmarks.Classify;
using KbApi.Benchmarks.Growth;
using KbApi.Benchmarks.Http;
using KbApi.Benchmarks.Running;

const string Usage = """
    usage: KbApi.Benchmarks --all [PATH…]              every benchmark, onto docs/benchmarks.md
           KbApi.Benchmarks --only NAME… [-- PATH…]    some of them; the others' figures stay
           KbApi.Benchmarks --smoke [NAME…]            each as small as can be, to see that it works
           KbApi.Benchmarks --page [FILE]              docs/benchmarks.md anew, of the figures there are
           KbApi.Benchmarks NAME [ARGUMENT…]           one, printed
    PATH names files and folders with documents (the bundled content without). --published FOLDER names a published server;
    --all and --only publish one themselves where they need it. Names:
    """;

// Processes that benchmarks start; first of all, for their starts are measured.
switch (args)
{
    case [ConstantServer.Verb, var url, .. var contentAndIndex]:
        return await ConstantServer.RunAsync(url, contentAndIndex.ElementAtOrDefault(0), contentAndIndex.ElementAtOrDefault(1));
    case [GrowthStep.Verb, .. var rest]:
        return GrowthStep.Run(rest, Console.Out);
}

var runner = RunnerOnto(SourceTree.Page);
switch (args)
{
    case ["--all", .. var rest]:
        return await runner.RefreshAsync([.. BenchmarkCatalog.All.Where(b => b is not IRunsByItself)], rest);
    case ["--only", .. var rest]:
        string[] names = [.. rest.TakeWhile(a => a != "--")];
        return names.FirstOrDefault(n => BenchmarkCatalog.Find(n) is null) is { } unknown
            ? Refuse($"'{unknown}' is no benchmark.")
            : await runner.RefreshAsync([.. names.Select(n => BenchmarkCatalog.Find(n)!)], [.. rest.Skip(names.Length + 1)]);
    case ["--smoke", .. var some]:
        return some.FirstOrDefault(n => BenchmarkCatalog.Find(n) is null) is { } none
            ? Refuse($"'{none}' is no benchmark.")
            : await runner.SmokeAsync(some.Length > 0 ? [.. some.Select(n => BenchmarkCatalog.Find(n)!)] : BenchmarkCatalog.All, []);
    case ["--page", .. var file]:
        RunnerOnto(file.Length > 0 ? file[0] : SourceTree.Page).WritePage();
        return 0;

    // Reports on how right answers are; they take no times.
    case ["keystone", .. var rest]:
        KeystoneReport.Run(rest, Console.Out);
        return 0;
    case ["calibration", .. var folders]:
        CalibrationReport.Run(folders.Length > 0 ? folders : [SourceTree.BundledContent], Console.Out);
        return 0;

    case [var name, .. var rest] when BenchmarkCatalog.Find(name) is { } benchmark:
        return await runner.RunAsync(benchmark, rest);
    default:
        return Refuse(null);
}

static BenchmarkRunner RunnerOnto(string page) =>
    new(BenchmarkCatalog.All, SectionTexts.Read, new ResultFiles(SourceTree.Results), page, TimeProvider.System, Console.Out, Console.Error);

static int Refuse(string? why)
{
    Console.Error.WriteLine(why);
    Console.Error.WriteLine(Usage);
    foreach (var benchmark in BenchmarkCatalog.All)
    {
        Console.Error.WriteLine($"  {benchmark.Name} {benchmark.Arguments}");
    }

    Console.Error.WriteLine("  keystone [-v] [PATH…] | calibration [PATH…]   (reports on how right answers are)");
    return 2;
}
