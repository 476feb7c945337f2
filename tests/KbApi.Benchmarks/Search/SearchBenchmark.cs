using System.Globalization;
using KbApi.Content.Model;
using KbApi.Search;

namespace KbApi.Benchmarks.Search;

/// <summary>Search beside its peers on the same entries and queries, in one process.</summary>
internal static class SearchBenchmark
{
    private const int Queries = 300;
    private const int Rounds = 5;
    private const int LookUps = 200_000;

    public static void Run(IReadOnlyList<string> sizes, TextWriter output)
    {
        foreach (var size in sizes.Count > 0 ? sizes.Select(s => int.Parse(s, CultureInfo.InvariantCulture)) : [10_000])
        {
            Run(size, output);
        }
    }

    private static void Run(int size, TextWriter output)
    {
        var content = new GeneratedContent(size);
        var knowledgeBase = content.Load();
        using var folder = new TemporaryFolder();
        var built = Time(() => folder.Open(knowledgeBase).Dispose());
        using var index = folder.Open(knowledgeBase);
        var reopened = Time(() => folder.Open(knowledgeBase).Dispose());
        using var lucene = new LucenePeer(folder.IndexPath);
        using var sqlite = new SqlitePeer(content);
        var queries = content.Queries(Queries).ToList();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{knowledgeBase.Entries.Items.Length} entries, {Queries} queries of three words; index made in {built:F1} s, reopened in {reopened * 1000:F0} ms"));

        var ours = Measure(queries, q => Find(index, string.Join(' ', q.Words), isUnfinished: false));
        Compare(output, "three words", ours, ("Lucene OR", Measure(queries, q => lucene.AnyOf(q.Words))), ("SQLite FTS5 OR", Measure(queries, q => sqlite.AnyOf(q.Words))));

        var typing = queries.Select(q => ((string[])[q.Words[0], q.Words[1], q.Words[2][..^1]], q.Entry)).ToList();
        ours = Measure(typing, q => Find(index, string.Join(' ', q.Words), isUnfinished: true));
        Compare(output, "as you type", ours, ("Lucene OR + prefix", Measure(typing, q => lucene.AnyOfWithPrefix(q.Words))));

        var wrong = queries.Select(q => ((string[])[q.Words.MaxBy(w => w.Length)!.Remove(2, 1)], q.Entry)).ToList();
        ours = Measure(wrong, q => Find(index, q.Words[0], isUnfinished: false));
        Compare(output, "one typing error", ours, ("Lucene FuzzyQuery", Measure(wrong, q => lucene.Fuzzy(q.Words[0]))));

        var codes = queries.Select(q => GeneratedContent.CodeOf(q.Entry).Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant()).ToArray();
        var lookUp = Time(() =>
        {
            for (var i = 0; i < LookUps; i++)
            {
                knowledgeBase.Codes.FindIn(codes[i % codes.Length]);
            }
        });
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"code look-up          {lookUp / LookUps * 1e6,8:F2} µs"));
        output.WriteLine();
    }

    private static List<string> Find(SearchIndex index, string query, bool isUnfinished) => [.. index.Search(new SearchRequest
    {
        Query = query,
        Locale = LocaleTag.Parse("en-US"),
        Limit = 10,
        IsUnfinished = isUnfinished,
        HasHighlights = false,
    }).Hits.Select(h => h.Id)];

    /// <summary>Milliseconds a query (median of the rounds), the median of all queries, and nDCG@10 where only the entry that was meant counts.</summary>
    private static (double Mean, double Median, double Gain) Measure(List<(string[] Words, int Entry)> queries, Func<(string[] Words, int Entry), List<string>> find)
    {
        var gain = queries.Average(q => GainOf(find(q), "/gen-" + (100_000 + q.Entry).ToString(CultureInfo.InvariantCulture)));
        var means = new List<double>();
        var singles = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            means.Add(queries.Average(q =>
            {
                var time = Time(() => find(q)) * 1000;
                singles.Add(time);
                return time;
            }));
        }

        return (means.Order().ElementAt(Rounds / 2), singles.Order().ElementAt(singles.Count / 2), gain);
    }

    private static double GainOf(List<string> ids, string wanted)
    {
        var rank = ids.FindIndex(i => i.EndsWith(wanted, StringComparison.OrdinalIgnoreCase));
        return rank < 0 ? 0 : 1 / Math.Log2(rank + 2);
    }

    private static void Compare(TextWriter output, string what, (double Mean, double Median, double Gain) ours, params (string Name, (double Mean, double Median, double Gain) Figures)[] peers)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-18} KbApi.Search       {ours.Mean,7:F3} ms mean {ours.Median,7:F3} ms median  nDCG {ours.Gain:F3}"));
        foreach (var (name, peer) in peers)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"",-18} {name,-18} {peer.Mean,7:F3} ms mean {peer.Median,7:F3} ms median  nDCG {peer.Gain:F3}  ratio {ours.Mean / peer.Mean:F2} (median {ours.Median / peer.Median:F2})"));
        }
    }

    private static double Time(Action action)
    {
        var start = System.Diagnostics.Stopwatch.GetTimestamp();
        action();
        return System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
