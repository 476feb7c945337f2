#pragma warning disable RS0030 // A benchmark prints to the console.
using KbApi.Benchmarks;
using KbApi.Benchmarks.Search;

// Usage: dotnet run -c Release --project tests/KbApi.Benchmarks -- reading [PATH…] | search [ENTRIES…] | recall [FOLDER] | growth [PATH…]
switch (args)
{
    case ["reading", .. var paths]:
        ReadingBenchmark.Run(paths.Length > 0 ? paths : ["content"], Console.Out);
        return 0;
    case ["search", .. var sizes]:
        SearchBenchmark.Run(sizes, Console.Out);
        return 0;
    case ["recall", .. var folders]:
        RecallBenchmark.Run(folders.Length > 0 ? folders : ["content"], Console.Out);
        return 0;
    case ["growth", .. var folders]:
        GrowthBenchmark.Run(folders.Length > 0 ? folders : ["content"], Console.Out);
        return 0;
    default:
        Console.Error.WriteLine("usage: KbApi.Benchmarks reading [PATH…] | search [ENTRIES…] | recall [PATH…] | growth [PATH…]   (default: content, 10000)");
        return 2;
}
