using System.Text;
using System.Text.Json;
using KbApi.Benchmarks.Running;
using KbApi.Content.Codes;
using KbApi.Content.Lexicons;
using KbApi.Content.Loading;
using KbApi.Content.Model;
using KbApi.Content.Reading;
using KbApi.Tests;
using Markdig;

namespace KbApi.Benchmarks.Reading;

/// <summary>Reading documents into the model, beside a bare <c>Markdown.Parse</c> of the same texts, and beside parsers in JavaScript.</summary>
internal sealed class ReadingBenchmark : IBenchmark
{
    private const double GoalOfBareParse = 1.5;
    private const long SmokeBytes = 60_000;
    private const long SampleBytes = 6_000_000;

    /// <summary>How many documents are read and parsed in turn.</summary>
    private const int AtATime = 100;

    private static readonly string[] JavaScriptParsers = ["remark-gfm", "markdown-it"];

    private readonly ArticleReader _reader = new(LexiconSet.LoadBuiltIn(), CodeSchemeSet.LoadBuiltIn());
    private readonly MarkdownPipeline _few = Few().Build();
    private readonly MarkdownPipeline _same = Few().UseAlertBlocks().UseAutoIdentifiers().UseCustomContainers().UseDefinitionLists().UseGenericAttributes().Build();

    public string Name => "reading";

    public string Title => "Reading";

    public string Arguments => "[PATH…]";

    public TimeSpan Estimate => TimeSpan.FromSeconds(60);

    public Task<IReadOnlyList<FigureTable>> RunAsync(BenchmarkRun run)
    {
        var files = ContentDirectory.Find(run.Paths);
        var all = Documents(DocumentSample.Of(files, run.Pick(SmokeBytes, long.MaxValue)));
        var bytes = all.Sum(d => (double)d.Bytes.Length);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var entries = Read(all);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        List<Figure> rows =
        [
            BesideParse(run, all, bytes, "beside a bare `Markdown.Parse` with the same extensions", _same, GoalOfBareParse),
            BesideParse(run, all, bytes, "beside one that knows only pipe tables and front matter", _few, goal: null),
            .. BesideJavaScript(run, Documents(DocumentSample.Of(files, run.Pick(SmokeBytes, SampleBytes)))),
            new("allocated for a byte") { Ours = $"{Numbers.Write(allocated / bytes)} bytes" },
        ];
        return Task.FromResult<IReadOnlyList<FigureTable>>([new($"{Numbers.Count(all.Count)} documents, {Numbers.Bytes(bytes)}, {Numbers.Count(entries)} entries", rows)]);
    }

    private static MarkdownPipelineBuilder Few() => new MarkdownPipelineBuilder().UsePipeTables().UseYamlFrontMatter().UsePreciseSourceLocation();

    private Figure BesideParse(BenchmarkRun run, List<Document> documents, double bytes, string what, MarkdownPipeline pipeline, double? goal)
    {
        var (read, parse, ratio) = PairedTimer.MeasureByFew(documents, AtATime, few => Read(few), few => Parse(few, pipeline), run.Pick(1, 12), run.Pick(0, 5));
        return new Figure(what)
        {
            Ours = $"{Numbers.Time(read)}, {Numbers.Rate(bytes, read)}",
            Peer = $"`Markdown.Parse` {Numbers.Time(parse)}, {Numbers.Rate(bytes, parse)}",
            Ratio = ratio,
            Goal = goal is { } limit ? Goal.AtMost(limit, ratio) : null,
        };
    }

    /// <summary>Ours before and after each of the parsers, which run in a process of their own: processor time of both.</summary>
    private IEnumerable<Figure> BesideJavaScript(BenchmarkRun run, List<Document> sample)
    {
        var bytes = sample.Sum(d => (double)d.Bytes.Length);
        var rounds = run.Pick(1, 3);
        foreach (var parser in JavaScriptParsers)
        {
            var what = $"beside {parser}, {Numbers.Bytes(bytes)} of them";
            if (run.Peers.Needs is { } needs)
            {
                yield return Figure.NotMeasured(what, needs);
                continue;
            }

            run.Progress.WriteLine("  " + what);
            using var folder = new TempFolder();
            var list = folder.Write("list", string.Join('\n', sample.Select(d => Path.GetFullPath(d.Path))));
            var ours = Times(sample, rounds);
            var theirs = JsonSerializer.Deserialize<double[]>(NodePeers.Run("read.mjs", [parser, Numbers.Write(rounds), list]))!;
            var (our, their) = (Numbers.Median(ours.Concat(Times(sample, rounds))), Numbers.Median(theirs));
            yield return new Figure(what)
            {
                Ours = $"{Numbers.Milliseconds(our)}, {Numbers.Rate(bytes, TimeSpan.FromMilliseconds(our))}",
                Peer = $"{parser} {Numbers.Milliseconds(their)}, {Numbers.Rate(bytes, TimeSpan.FromMilliseconds(their))}",
                Ratio = our / their,
            };
        }
    }

    private List<double> Times(List<Document> documents, int rounds) => [.. Enumerable.Range(0, rounds).Select(_ =>
    {
        var start = ThreadClock.Milliseconds;
        Read(documents);
        return ThreadClock.Milliseconds - start;
    })];

    private int Read(List<Document> documents)
    {
        var locale = LocaleTag.Parse("en-US");
        return documents.Sum(d => _reader.Read(TextDecoder.Decode(d.Bytes, d.Path).Text!, d.Layout.ArticleId, d.Layout.Locale ?? locale).Entries.Length);
    }

    /// <summary>Both begin with the bytes of a file.</summary>
    private static void Parse(List<Document> documents, MarkdownPipeline pipeline)
    {
        foreach (var document in documents)
        {
            Markdown.Parse(Encoding.UTF8.GetString(document.Bytes), pipeline);
        }
    }

    private static List<Document> Documents(IEnumerable<ContentFile> files) =>
    [
        .. files.Select(f => (File: f, Bytes: f.Read())).Select(f => (f.File, f.Bytes, Decoded: TextDecoder.Decode(f.Bytes, f.File.Path).Text))
            .Where(f => f.Decoded is not null).Select(f => new Document(f.File.Path, f.Bytes, ContentLayout.Of(f.File))),
    ];

    private sealed record Document(string Path, byte[] Bytes, ContentLayout Layout);
}
