using KbApi.Benchmarks.Classify;
using KbApi.Benchmarks.Functions;
using KbApi.Benchmarks.Growth;
using KbApi.Benchmarks.Http;
using KbApi.Benchmarks.Lint;
using KbApi.Benchmarks.Logs;
using KbApi.Benchmarks.Memory;
using KbApi.Benchmarks.Packs;
using KbApi.Benchmarks.Reading;
using KbApi.Benchmarks.Reload;
using KbApi.Benchmarks.Reports;
using KbApi.Benchmarks.Search;
using KbApi.Benchmarks.Soak;
using KbApi.Benchmarks.Templates;

namespace KbApi.Benchmarks.Running;

/// <summary>All benchmarks, in the order of the page.</summary>
internal static class BenchmarkCatalog
{
    public static IReadOnlyList<IBenchmark> All { get; } =
    [
        new ReadingBenchmark(),
        new LintBenchmark(),
        new SearchBenchmark(),
        new RecallBenchmark(),
        new ClassifyBenchmark(),
        new HostileReportBenchmark(),
        new TemplateBenchmark(),
        new FunctionBenchmark(),
        new HttpBenchmark(),
        new StartupBenchmark(),
        new ReloadBenchmark(),
        new ReportBenchmark(),
        new QueueBenchmark(),
        new LogBenchmark(),
        new LogMemoryBenchmark(),
        new GrowthBenchmark(),
        new DocumentGrowthBenchmark(),
        new MemoryBenchmark(),
        new SoakBenchmark(),
    ];

    public static IBenchmark? Find(string name) => All.FirstOrDefault(b => string.Equals(b.Name, name, StringComparison.Ordinal));
}
