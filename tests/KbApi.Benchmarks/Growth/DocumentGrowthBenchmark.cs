using System.Text;
using KbApi.Benchmarks.Running;
using KbApi.Content.Loading;

namespace KbApi.Benchmarks.Growth;

/// <summary>How the time of loading grows with the number of documents and with the size of one: a ratio near the factor is linear.</summary>
internal sealed class DocumentGrowthBenchmark : IBenchmark
{
    private const int Factor = 4;

    /// <summary>Linear, with the pauses to collect more garbage.</summary>
    private const double MostOfProportion = 1.5;

    public string Name => "growth-documents";

    public string Title => "Growth of documents";

    public string Arguments => "[PATH…]";

    public TimeSpan Estimate => TimeSpan.FromSeconds(30);

    public Task<IReadOnlyList<FigureTable>> RunAsync(BenchmarkRun run)
    {
        var files = ContentDirectory.Find(run.Paths).OrderBy(f => f.Stamp, StringComparer.Ordinal).Select(f => f with { Read = Keep(f.Read()) }).Take(run.Pick(20, int.MaxValue)).ToList();
        var rows = run.Pick(200, 16_000);
        var sections = run.Pick(20, 1_600);
        return Task.FromResult<IReadOnlyList<FigureTable>>([new("four times as much",
        [
            Compare(run, $"{files.Count / Factor} and {files.Count} documents", [.. files.Take(files.Count / Factor)], files),
            Compare(run, $"a table of {Numbers.Count(rows)} and {Numbers.Count(Factor * rows)} rows, bold codes, links", [Table(rows)], [Table(Factor * rows)]),
            Compare(run, $"a document of {Numbers.Count(sections)} and {Numbers.Count(Factor * sections)} sections", [Sections(sections)], [Sections(Factor * sections)]),
        ])]);
    }

    private static Figure Compare(BenchmarkRun run, string what, IReadOnlyList<ContentFile> few, IReadOnlyList<ContentFile> many)
    {
        var (more, less, ratio) = PairedTimer.Measure(() => new KnowledgeBaseLoader().Load(many), () => new KnowledgeBaseLoader().Load(few), run.Pick(1, 3), run.Pick(0, 2));
        var (pausedLess, pausedMore) = (PauseOf(few), PauseOf(many));
        var bytes = many.Sum(f => f.Length) / (double)few.Sum(f => f.Length);
        return new Figure(what)
        {
            Ours = Numbers.Time(more),
            Peer = $"the smaller {Numbers.Time(less)}, × {Numbers.Write(bytes)} in proportion",
            Ratio = ratio / bytes,
            Goal = Goal.AtMost(MostOfProportion, ratio / bytes),
            Note = $"paused to collect garbage {Numbers.Time(pausedLess)} and {Numbers.Time(pausedMore)}",
        };
    }

    /// <summary>How long one more loading waits for the collection of garbage.</summary>
    private static TimeSpan PauseOf(IReadOnlyList<ContentFile> files)
    {
        var before = GC.GetTotalPauseDuration();
        new KnowledgeBaseLoader().Load(files);
        return GC.GetTotalPauseDuration() - before;
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
