using System.Globalization;
using System.Runtime.InteropServices;

namespace KbApi.Benchmarks.Running;

/// <summary>What figures were taken on. It names no host.</summary>
internal static class Machine
{
    private const string Processors = "/proc/cpuinfo";
    private const string System = "/etc/os-release";

    public static string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Environment.ProcessorCount} cores of {Processor()}, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9:F0} GB of memory, {SystemName()} ({RuntimeInformation.OSArchitecture}), {RuntimeInformation.FrameworkDescription}");

    private static string Processor() => Value(Processors, "model name") ?? "an unnamed processor";

    private static string SystemName() => Value(System, "PRETTY_NAME")?.Trim('"') ?? RuntimeInformation.OSDescription;

    private static string? Value(string file, string name) => File.Exists(file)
        ? File.ReadLines(file).Where(l => l.StartsWith(name, StringComparison.Ordinal)).Select(l => l[(l.AsSpan().IndexOfAny('=', ':') + 1)..].Trim()).FirstOrDefault()
        : null;
}
