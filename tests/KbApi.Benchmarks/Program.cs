#pragma warning disable RS0030 // A benchmark prints to the console.
using KbApi.Benchmarks;
using KbApi.Benchmarks.Classify;
using KbApi.Benchmarks.Http;
using KbApi.Benchmarks.Logs;
using KbApi.Benchmarks.Reports;
using KbApi.Benchmarks.Search;

// Each verb, with its arguments, is in the usage below; without a PATH, the bundled content.
const string Usage = """
    usage: KbApi.Benchmarks VERB [PATH…]   (default: content)
      reading | growth | lint | recall | keystone [-v] | calibration | hostile-reports
      search [ENTRIES…] [--only-lucene]
      http [ENTRIES] [--published FOLDER]
      classify [ENTRIES…]
      logs | logs-memory [MEGABYTES]
      reports [COUNT]
    """;

switch (args)
{
    case ["reading", .. var paths]:
        ReadingBenchmark.Run(paths.Length > 0 ? paths : ["content"], Console.Out);
        return 0;
    case ["lint", .. var paths]:
        LintBenchmark.Run(paths.Length > 0 ? paths : ["content"], Console.Out);
        return 0;
    case ["search", .. var arguments]:
        SearchBenchmark.Run(arguments, Console.Out);
        return 0;
    case ["http", .. var rest]:
        return await HttpBenchmark.RunAsync(rest, Console.Out);
    case ["http-peer", var url, .. var contentAndIndex]:
        return await ConstantServer.RunAsync(url, contentAndIndex.ElementAtOrDefault(0), contentAndIndex.ElementAtOrDefault(1));
    case ["recall", .. var folders]:
        RecallBenchmark.Run(folders.Length > 0 ? folders : ["content"], Console.Out);
        return 0;
    case ["growth", .. var folders]:
        GrowthBenchmark.Run(folders.Length > 0 ? folders : ["content"], Console.Out);
        return 0;
    case ["keystone", .. var arguments]:
        KeystoneReport.Run(arguments, Console.Out);
        return 0;
    case ["classify", .. var arguments]:
        ClassifyBenchmark.Run(arguments, Console.Out);
        return 0;
    case ["hostile-reports", .. var folders]:
        HostileReportBenchmark.Run(folders.Length > 0 ? folders : ["content"], Console.Out);
        return 0;
    case ["calibration", .. var folders]:
        CalibrationReport.Run(folders.Length > 0 ? folders : ["content"], Console.Out);
        return 0;
    case ["logs", .. var log]:
        LogBenchmark.Run(log.Length > 0 ? log[0] : "content", Console.Out);
        return 0;
    case ["logs-memory", .. var size]:
        return LogBenchmark.RunMemory(size.Length > 0 ? size[0] : "1000", size.Length > 1 ? size[1] : "content", Console.Out);
    case ["reports", .. var arguments]:
        return await ReportBenchmark.RunAsync(arguments, Console.Out);
    default:
        Console.Error.WriteLine(Usage);
        return 2;
}
