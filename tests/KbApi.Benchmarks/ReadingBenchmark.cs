using System.Globalization;
using KbApi.Content.Codes;
using KbApi.Content.Lexicons;
using KbApi.Content.Loading;
using KbApi.Content.Model;
using KbApi.Content.Reading;
using Markdig;

namespace KbApi.Benchmarks;

/// <summary>Reading documents into the model, beside a bare <c>Markdown.Parse</c> of the same texts with the same syntax, in one process.</summary>
internal static class ReadingBenchmark
{
    private const int Rounds = 9;

    public static void Run(IReadOnlyCollection<string> paths, TextWriter output)
    {
        var documents = ContentDirectory.Find(paths).Where(f => !ContentLayout.IsConfiguration(f.RelativePath))
            .Select(f => (Bytes: f.Read(), Layout: ContentLayout.Of(f), f.Path)).ToList();
        var texts = documents.Select(d => (d.Path, d.Layout, d.Bytes, Decoded: TextDecoder.Decode(d.Bytes, d.Path).Text)).Where(d => d.Decoded is not null).ToList();
        var megabytes = texts.Sum(t => (long)t.Bytes.Length) / 1e6;
        var pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseYamlFrontMatter().UsePreciseSourceLocation().Build();
        var reader = new ArticleReader(LexiconSet.LoadBuiltIn(), CodeSchemeSet.LoadBuiltIn());
        var locale = LocaleTag.Parse("en-US");
        var entries = 0;

        void Read()
        {
            entries = 0;
            foreach (var (path, layout, bytes, _) in texts)
            {
                var text = TextDecoder.Decode(bytes, path).Text!;
                entries += reader.Read(text, layout.ArticleId, layout.Locale ?? locale).Entries.Length;
            }
        }

        void Parse()
        {
            foreach (var text in texts)
            {
                Markdown.Parse(text.Decoded!.Content, pipeline);
            }
        }

        var allocatedBefore = GC.GetAllocatedBytesForCurrentThread();
        Read();
        var allocated = GC.GetAllocatedBytesForCurrentThread() - allocatedBefore;
        var (read, parse, ratio) = PairedTimer.Measure(Read, Parse, Rounds);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{texts.Count} documents, {megabytes:F1} MB, {entries} entries; medians of {Rounds} rounds, one thread"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"bytes to model          {read.TotalMilliseconds,8:F0} ms  {megabytes / read.TotalSeconds,7:F1} MB/s"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"bare Markdown.Parse     {parse.TotalMilliseconds,8:F0} ms  {megabytes / parse.TotalSeconds,7:F1} MB/s"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ratio                   {ratio,8:F2}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"allocated per byte      {allocated / (megabytes * 1e6),8:F1} bytes"));
    }
}
