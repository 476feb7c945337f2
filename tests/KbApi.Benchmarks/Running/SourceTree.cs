using System.Runtime.CompilerServices;

namespace KbApi.Benchmarks.Running;

/// <summary>Where this repository is that the benchmarks were built from.</summary>
internal static class SourceTree
{
    public static string Root { get; } = FindRoot();

    /// <summary>The articles that every build serves.</summary>
    public static string BundledContent => Path.Combine(Root, "content");

    /// <summary>The page of all figures.</summary>
    public static string Page => Path.Combine(Root, "docs", "benchmarks.md");

    /// <summary>The figures of the last run of each benchmark.</summary>
    public static string Results => Path.Combine(Root, "tests", "KbApi.Benchmarks", "Results");

    private static string FindRoot([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", ".."));
}
