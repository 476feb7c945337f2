using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using KbApi.Benchmarks.Running;
using KbApi.Tests;

namespace KbApi.Benchmarks.Functions;

/// <summary>Functions that take microseconds, measured by BenchmarkDotNet in this process.</summary>
internal sealed class FunctionBenchmark : IBenchmark
{
    private const double GoalOfLookUp = 1;
    private const double GoalOfClassification = 50;
    private const double NanosecondsOfMicrosecond = 1000;

    public string Name => "functions";

    public string Title => "Functions";

    public string Arguments => "";

    public TimeSpan Estimate => TimeSpan.FromSeconds(80);

    public Task<IReadOnlyList<FigureTable>> RunAsync(BenchmarkRun run)
    {
        using var folder = new TempFolder();
        var job = run.Pick(Job.Dry, Job.ShortRun).WithToolchain(InProcessEmitToolchain.Instance);
        var config = ManualConfig.CreateEmpty().AddJob(job).AddDiagnoser(MemoryDiagnoser.Default).AddLogger(NullLogger.Instance)
            .WithArtifactsPath(folder.Path).WithOptions(ConfigOptions.DisableLogFile | ConfigOptions.DisableOptimizationsValidator);
        var summary = BenchmarkDotNet.Running.BenchmarkRunner.Run(run.Pick(typeof(SmokeFunctions), typeof(AllFunctions)), config);
        var share = run.Pick<FunctionWork>(new SmokeFunctions(), new AllFunctions()).ShareOfExpressions;
        var reports = summary.Reports.Where(r => r.Success).ToDictionary(r => r.BenchmarkCase.Descriptor.WorkloadMethod.Name, StringComparer.Ordinal);
        return Task.FromResult<IReadOnlyList<FigureTable>>(
        [
            new("one call",
            [
                Row("look-up of a code, as somebody types it", reports, nameof(FunctionWork.LookUp), nameof(FunctionWork.LookUpInDictionary), "`Dictionary`, exactly spelled", GoalOfLookUp),
                Row("template of a message", reports, nameof(FunctionWork.Template), nameof(FunctionWork.TemplateByDrain), "Drain", null),
                Row("classification of a report, a code decides", reports, nameof(FunctionWork.Classify), nameof(FunctionWork.ClassifyByLiterals), "`SearchValues<string>`", GoalOfClassification),
                Row("classification of a report, a code decides", reports, nameof(FunctionWork.Classify), nameof(FunctionWork.ClassifyByExpressions), "compiled regular expressions", null, share),
            ]),
        ]);
    }

    private static Figure Row(string what, Dictionary<string, BenchmarkReport> reports, string ours, string theirs, string peer, double? goal, double share = 1)
    {
        var (our, their) = (Microseconds(reports, ours), Microseconds(reports, theirs) / share);
        var allocated = reports[ours].GcStats.GetBytesAllocatedPerOperation(reports[ours].BenchmarkCase) ?? 0;
        return new Figure(what)
        {
            Ours = Numbers.Microseconds(our),
            Peer = $"{peer} {Numbers.Microseconds(their)}",
            Ratio = our / their,
            Goal = goal is { } limit ? Goal.AtMost(limit, our, "µs") : null,
            Note = $"allocated {Numbers.Bytes(allocated)}{(share < 1 ? "; of some expressions, multiplied" : "")}",
        };
    }

    private static double Microseconds(Dictionary<string, BenchmarkReport> reports, string name) =>
        (reports.GetValueOrDefault(name)?.ResultStatistics ?? throw new InvalidOperationException($"BenchmarkDotNet gave no figure for {name}.")).Median / NanosecondsOfMicrosecond;
}
