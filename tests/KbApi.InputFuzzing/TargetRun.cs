using System.Diagnostics;

namespace KbApi.InputFuzzing;

/// <summary>
/// Runs a target on changed seeds until the time is up. Each input has a number, from the seed on; with that number as seed and no time it is made again.
/// An input that fails is kept in a file.
/// </summary>
public sealed class TargetRun(FuzzTarget target, IReadOnlyList<byte[]> seeds, TextWriter output)
{
    private static readonly TimeSpan TooLong = TimeSpan.FromSeconds(5);

    /// <summary>The seeds of a target, beside the program.</summary>
    public static IReadOnlyList<byte[]> SeedsOf(FuzzTarget target) =>
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Seeds", target.Name)).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];

    /// <summary>Runs on as many inputs as fit into a time.</summary>
    /// <returns>The number of inputs that failed, of different kinds.</returns>
    public int Run(int seed, TimeSpan time)
    {
        var start = Stopwatch.GetTimestamp();
        return Run(seed, _ => Stopwatch.GetElapsedTime(start) < time);
    }

    /// <summary>Runs on a number of inputs.</summary>
    /// <returns>The number of inputs that failed, of different kinds.</returns>
    public int Run(int seed, int count) => Run(seed, done => done < count);

    private int Run(int seed, Func<int, bool> goesOn)
    {
        var failures = new HashSet<string>(StringComparer.Ordinal);
        var number = seed;
        foreach (var bytes in seeds)
        {
            Try(bytes, "a seed", failures);
        }

        do
        {
            var random = new Random(number);
            Try(new ByteMutator(random, target).Change(seeds[random.Next(seeds.Count)], seeds[random.Next(seeds.Count)]), $"seed {number}", failures);
            number++;
        }
        while (goesOn(number - seed));
        output.WriteLine($"{target.Name}: {number - seed} inputs from seed {seed}, {failures.Count} kinds of failures");
        return failures.Count;
    }

    private void Try(byte[] bytes, string name, HashSet<string> failures)
    {
        var before = Environment.CpuUsage.TotalTime;
        var problem = ProblemOf(bytes);
        if (problem is null && Environment.CpuUsage.TotalTime - before > TooLong)
        {
            problem = $"takes {(Environment.CpuUsage.TotalTime - before).TotalSeconds:F1} s of a processor";
        }

        if (problem is not null && failures.Add(KindOf(problem)))
        {
            var file = Path.Combine(Path.GetTempPath(), $"kb-fuzz-{target.Name}-{failures.Count}.bin");
            File.WriteAllBytes(file, bytes);
            output.WriteLine($"{target.Name}, {name}, {bytes.Length} bytes in {file}: {problem}");
            output.Flush();
        }
    }

    private string? ProblemOf(byte[] bytes)
    {
        try
        {
            target.Run(bytes);
            return null;
        }
        catch (Exception e)
        {
            // Whatever it is, it is the result.
            return e.ToString();
        }
    }

    /// <summary>What two failures have in common that have one cause: the exception and where it was thrown.</summary>
    private static string KindOf(string problem)
    {
        var lines = problem.Split('\n');
        return string.Concat(lines[0].Split(':')[0], Array.Find(lines, l => l.TrimStart().StartsWith("at KbApi", StringComparison.Ordinal)));
    }
}
