using System.Diagnostics;
using KbApi.Content.Loading;

namespace KbApi.Fuzzing;

/// <summary>
/// Reads changed documents and generated ones until the time is up. Every document has a number, from the seed on; with that number as seed
/// and no time, it is read again. What fails is shortened line by line and written down.
/// </summary>
internal sealed class FuzzRun(IReadOnlyList<string> documents, TextWriter output)
{
    private const int MaxLength = 60_000;
    private const int MaxBlocks = 30;

    private readonly ReadingCheck _check = new();

    public static FuzzRun Over(string path, TextWriter output) => new(
        [.. ContentDirectory.Find([path]).Where(f => !ContentLayout.IsConfiguration(f.RelativePath)).Select(f => TextDecoder.Decode(f.Read(), f.Path).Text?.Content).OfType<string>().Where(t => t.Length < MaxLength)],
        output);

    /// <summary>The number of documents that failed.</summary>
    public int Run(int seed, TimeSpan time)
    {
        var failures = new HashSet<string>(StringComparer.Ordinal);
        var start = Stopwatch.GetTimestamp();
        var number = seed;
        do
        {
            var text = Document(number);
            if (_check.Problem(text) is { } problem && failures.Add(Kind(problem)))
            {
                var shortest = Shorten(text, Kind(problem));
                output.WriteLine($"seed {number}: {_check.Problem(shortest)}\n{shortest}\n--------");
                output.Flush();
            }

            number++;
        }
        while (Stopwatch.GetElapsedTime(start) < time);
        output.WriteLine($"{number - seed} documents from seed {seed}, {failures.Count} kinds of problems");
        return failures.Count;
    }

    /// <summary>Writes a generated document of so many blocks, shortened as far as it fails alike.</summary>
    public string Shortest(int seed, int blocks)
    {
        var text = new NastyMarkdown(new Random(seed)).Write(blocks);
        return _check.Problem(text) is { } problem ? $"{problem}\n{Shorten(text, Kind(problem))}" : "is read rightly";
    }

    private string Document(int number)
    {
        var random = new Random(number);
        if (documents.Count == 0 || random.Next(3) == 0)
        {
            return new NastyMarkdown(random).Write(random.Next(1, MaxBlocks));
        }

        return new Mutator(random).Change(documents[random.Next(documents.Count)], documents[random.Next(documents.Count)]);
    }

    /// <summary>What two problems have in common that have one cause: the words without names and numbers.</summary>
    private static string Kind(string problem) => string.Concat(problem.Split('\n')[0].Where(c => !char.IsDigit(c)).Take(60));

    private string Shorten(string text, string kind)
    {
        for (var size = text.Length / 2; size >= 1; size /= 2)
        {
            for (var at = 0; at + size <= text.Length;)
            {
                var shorter = text.Remove(at, size);
                var isSame = _check.Problem(shorter) is { } problem && Kind(problem)[..Math.Min(12, Kind(problem).Length)] == kind[..Math.Min(12, kind.Length)];
                text = isSame ? shorter : text;
                at += isSame ? 0 : size;
            }
        }

        return text;
    }
}
