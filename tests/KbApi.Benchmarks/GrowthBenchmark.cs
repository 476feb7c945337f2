using System.Globalization;
using System.Text;
using KbApi.Content.Loading;

namespace KbApi.Benchmarks;

/// <summary>How the time of loading grows with the number of documents and with the size of one: a ratio near the factor is linear.</summary>
internal static class GrowthBenchmark
{
    private const int Rounds = 3;
    private const int Factor = 4;
    private const int Rows = 16_000;

    public static void Run(IReadOnlyCollection<string> paths, TextWriter output)
    {
        var files = ContentDirectory.Find(paths).Select(f => f with { Read = Keep(f.Read()) }).ToList();
        var ordered = files.OrderBy(f => f.Stamp, StringComparer.Ordinal).ToList();
        Write(output, $"{ordered.Count / Factor} and {ordered.Count} documents", [.. ordered.Take(ordered.Count / Factor)], ordered);
        Write(output, $"a table of {Rows} and {Factor * Rows} rows, bold codes, links", [Table(Rows)], [Table(Factor * Rows)]);
        Write(output, $"{Rows / 10} and {Factor * Rows / 10} sections", [Sections(Rows / 10)], [Sections(Factor * Rows / 10)]);
    }

    private static void Write(TextWriter output, string what, IReadOnlyList<ContentFile> few, IReadOnlyList<ContentFile> many)
    {
        var (less, more, _) = PairedTimer.Measure(() => new KnowledgeBaseLoader().Load(few), () => new KnowledgeBaseLoader().Load(many), Rounds);
        var (lessPaused, morePaused) = (PauseOf(few), PauseOf(many));
        var (timeRatio, sizeRatio) = (more / less, many.Sum(f => f.Length) / (double)few.Sum(f => f.Length));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what}: {less.TotalMilliseconds:F0} ms and {more.TotalMilliseconds:F0} ms, {timeRatio:F1} times as long for {sizeRatio:F1} times the bytes; paused to collect garbage {lessPaused:F0} ms and {morePaused:F0} ms"));
    }

    /// <summary>How long one more loading waits for the collection of garbage, in milliseconds; the median of some.</summary>
    private static double PauseOf(IReadOnlyList<ContentFile> files)
    {
        var pauses = new double[Rounds];
        for (var i = 0; i < pauses.Length; i++)
        {
            var before = GC.GetTotalPauseDuration();
            new KnowledgeBaseLoader().Load(files);
            pauses[i] = (GC.GetTotalPauseDuration() - before).TotalMilliseconds;
        }

        Array.Sort(pauses);
        return pauses[pauses.Length / 2];
    }

    private static ContentFile Table(int rows) => File(rows, "| Code | Cause | Solution |\n|---|---|---|\n", i => $"| **E{i:00000}** | The sync of part {i} fails. | See [part {i}](parts.md#p{i}). |\n");

    private static ContentFile Sections(int sections) => File(sections, "", i => $"## Error 0x8007{i:X4}\n\nThe sync of part {i} fails.\n\n### Resolution\n\nRestart part {i}.\n\n");

    private static ContentFile File(int count, string head, Func<int, string> part)
    {
        var text = new StringBuilder("# Errors\n\n").Append(head);
        for (var i = 0; i < count; i++)
        {
            text.Append(part(i));
        }

        return ContentFile.InMemory("errors.md", Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static Func<byte[]> Keep(byte[] bytes) => () => bytes;
}
