using System.Globalization;

namespace KbApi.Benchmarks.Running;

/// <summary>How much is measured.</summary>
internal enum BenchmarkSize
{
    /// <summary>So little that it only shows that the benchmark works.</summary>
    Smoke,

    /// <summary>Enough for figures.</summary>
    Full,
}

/// <summary>What a run of benchmarks was asked for, and what it has at hand.</summary>
internal sealed class BenchmarkRun
{
    private const string PublishedOption = "--published";

    private readonly IReadOnlyList<int> _counts;

    /// <param name="size">How much is measured.</param>
    /// <param name="arguments">Numbers, options, and files and folders with documents.</param>
    /// <param name="progress">Where it is told what is going on.</param>
    public BenchmarkRun(BenchmarkSize size, IReadOnlyList<string> arguments, TextWriter progress)
    {
        (Size, Progress, Peers) = (size, progress, new NodePeers(progress));
        Published = arguments.SkipWhile(a => a != PublishedOption).ElementAtOrDefault(1);
        Options = arguments.Where(a => a.StartsWith("--", StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        _counts = [.. arguments.Where(IsCount).Select(a => int.Parse(a, CultureInfo.InvariantCulture))];
        string[] paths = [.. arguments.Where(a => !IsCount(a) && a != Published && !a.StartsWith("--", StringComparison.Ordinal))];
        Paths = paths.Length > 0 ? paths : [SourceTree.BundledContent];
    }

    public BenchmarkSize Size { get; }

    public TextWriter Progress { get; }

    /// <summary>Files and folders with documents; without any, those of this repository.</summary>
    public IReadOnlyList<string> Paths { get; }

    /// <summary>The folder that the server was published to, or null.</summary>
    public string? Published { get; init; }

    /// <summary>Options that some benchmarks have of their own.</summary>
    public IReadOnlySet<string> Options { get; }

    /// <summary>The peers that run in Node.js.</summary>
    public NodePeers Peers { get; }

    public bool IsSmoke => Size == BenchmarkSize.Smoke;

    /// <summary>One or the other, for how much is measured.</summary>
    public T Pick<T>(T smoke, T full) => IsSmoke ? smoke : full;

    /// <summary>The numbers that were asked for, or those that are usual.</summary>
    public IReadOnlyList<int> Counts(int smoke, params int[] full) => _counts.Count > 0 ? _counts : IsSmoke ? [smoke] : full;

    /// <summary>The number that was asked for, or the one that is usual.</summary>
    public int Count(int smoke, int full) => Counts(smoke, full)[0];

    private static bool IsCount(string argument) => argument.All(char.IsAsciiDigit);
}
