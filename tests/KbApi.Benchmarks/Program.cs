#pragma warning disable RS0030 // A benchmark prints to the console.
using KbApi.Benchmarks;

// Usage: dotnet run -c Release --project tests/KbApi.Benchmarks -- reading [PATH…]
if (args is not ["reading", ..])
{
    Console.Error.WriteLine("usage: KbApi.Benchmarks reading [PATH…]   (default: content)");
    return 2;
}

ReadingBenchmark.Run(args.Length > 1 ? args[1..] : ["content"], Console.Out);
return 0;
