#pragma warning disable RS0030 // A benchmark prints to the console.
using KbApi.Benchmarks;
using KbApi.Benchmarks.Http;
using KbApi.Benchmarks.Logs;
using KbApi.Benchmarks.Search;

// Usage: dotnet run -c Release --project tests/KbApi.Benchmarks -- reading [PATH…] | lint [PATH…] | search [ENTRIES…] [PATH…] | http [ENTRIES] [PATH…] | recall [PATH…] | growth [PATH…] | logs [PATH] | logs-memory [MEGABYTES] [PATH]
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
    case ["http-peer", var url]:
        return await ConstantServer.RunAsync(url);
    case ["recall", .. var folders]:
        RecallBenchmark.Run(folders.Length > 0 ? folders : ["content"], Console.Out);
        return 0;
    case ["growth", .. var folders]:
        GrowthBenchmark.Run(folders.Length > 0 ? folders : ["content"], Console.Out);
        return 0;
    case ["logs", .. var log]:
        LogBenchmark.Run(log.Length > 0 ? log[0] : "content", Console.Out);
        return 0;
    case ["logs-memory", .. var size]:
        return LogBenchmark.RunMemory(size.Length > 0 ? size[0] : "1000", size.Length > 1 ? size[1] : "content", Console.Out);
    default:
        Console.Error.WriteLine("usage: KbApi.Benchmarks reading [PATH…] | lint [PATH…] | search [ENTRIES…] [PATH…] | http [ENTRIES] [PATH…] | recall [PATH…] | growth [PATH…] | logs [PATH] | logs-memory [MEGABYTES] [PATH]   (default: content, 10000)");
        return 2;
}
