using System.Globalization;
using KbApi.Benchmarks.Running;
using KbApi.Content.Loading;
using KbApi.Content.Model;
using KbApi.Search;
using KbApi.Search.Indexing;

namespace KbApi.Benchmarks.Search;

/// <summary>
/// What is found of what is there, in languages that write words together: Swedish compounds and their parts, and scripts without spaces.
/// What is there is decided by comparing texts, not by the analysis that is measured.
/// </summary>
internal sealed class RecallBenchmark : IBenchmark
{
    private const double GoalOfCompounds = 0.9;
    private const double GoalOfPairs = 1;
    private const double MostMoreTokens = 1.25;
    private const int SmokeWords = 5;
    private const int MissedNamed = 5;
    private const int PageSize = 1000;
    private const int MaxTexts = 500;
    private const int MaxWords = 400;

    private static readonly (string Language, string Locale)[] ScriptsWithoutSpaces = [("zh", "zh-CN"), ("ja", "ja-JP")];

    public string Name => "recall";

    public string Title => "What search finds";

    public string Arguments => "[PATH…]";

    public TimeSpan Estimate => TimeSpan.FromSeconds(30);

    public Task<IReadOnlyList<FigureTable>> RunAsync(BenchmarkRun run)
    {
        var knowledgeBase = new KnowledgeBaseLoader().Load(run.Paths);
        using var index = SearchIndex.Build(knowledgeBase);
        var rows = new List<Figure>();
        if (ItemsIn(knowledgeBase, "sv") is { Count: > 0 } swedish)
        {
            var tokens = CompoundTokens.RatioOf(swedish);
            rows.AddRange(Compounds(index, swedish));
            rows.Add(new Figure("tokens of Swedish texts with parts of compounds")
            {
                Ours = $"{Numbers.Write(tokens)} for each without",
                Ratio = tokens,
                Goal = Goal.AtMost(MostMoreTokens, tokens),
            });
        }

        foreach (var (language, locale) in ScriptsWithoutSpaces)
        {
            rows.AddRange(ItemsIn(knowledgeBase, language) is { Count: > 0 } items
                ? Pairs(index, items, LocaleTag.Parse(locale), run.Pick(SmokeWords, MaxWords))
                : [Figure.NotMeasured($"words of two characters, {locale}", $"documents in {locale}")]);
        }

        return Task.FromResult<IReadOnlyList<FigureTable>>([new("recall", rows)]);
    }

    private static List<IndexedItem> ItemsIn(KnowledgeBase knowledgeBase, string language) =>
        [.. knowledgeBase.Articles.Items.SelectMany(a => a.Variants).Where(a => a.Locale.Language == language).SelectMany(IndexedItem.AllOf)];

    /// <summary>Every pair is asked for as the compound and as words of its own; both have to find what has either.</summary>
    private static IEnumerable<Figure> Compounds(SearchIndex index, List<IndexedItem> items)
    {
        var swedish = LocaleTag.Parse("sv-SE");
        var recalls = new List<double>();
        foreach (var pair in CompoundPair.ReadAll())
        {
            var wanted = items.Where(pair.IsIn).Select(i => i.Id).ToHashSet(StringComparer.Ordinal);
            if (wanted.Count == 0)
            {
                continue;
            }

            foreach (var query in new[] { pair.Compound, pair.Phrase })
            {
                var found = Find(index, query, swedish);
                recalls.Add(wanted.Count(found.Contains) / (double)wanted.Count);
            }
        }

        var recall = recalls.DefaultIfEmpty().Average();
        return [new Figure($"{recalls.Count / 2} Swedish compounds, each asked for as one word and as two") { Ours = Written(recall), Goal = Goal.AtLeast(GoalOfCompounds, recall) }];
    }

    /// <summary>Words of two characters, drawn evenly from all pairs of ideographs in the content.</summary>
    private static IEnumerable<Figure> Pairs(SearchIndex index, List<IndexedItem> items, LocaleTag locale, int most)
    {
        var pairs = items.SelectMany(i => i.Texts).SelectMany(t => PairsOf(t.Text)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var step = Math.Max(1, pairs.Count / most);
        var missed = new List<string>();
        var recalls = new List<double>();
        foreach (var pair in pairs.Where((_, i) => i % step == 0))
        {
            var wanted = items.Where(i => i.Texts.Any(t => t.Text.Contains(pair, StringComparison.Ordinal))).Select(i => i.Id).ToHashSet(StringComparer.Ordinal);
            if (wanted.Count <= MaxTexts)
            {
                var found = Find(index, pair, locale);
                recalls.Add(wanted.Count(found.Contains) / (double)wanted.Count);
                if (recalls[^1] < 1)
                {
                    missed.Add($"{pair} ({wanted.Count(found.Contains)} of {wanted.Count})");
                }
            }
        }

        var recall = recalls.DefaultIfEmpty().Average();
        return
        [
            new Figure($"{recalls.Count} words of two characters in {Numbers.Count(items.Count)} texts, {locale.Value}")
            {
                Ours = Written(recall),
                Goal = Goal.AtLeast(GoalOfPairs, recall),
                Note = missed.Count == 0 ? null : "not all of " + string.Join(", ", missed.Take(MissedNamed)),
            },
        ];
    }

    private static string Written(double recall) => recall.ToString("0.000##", CultureInfo.InvariantCulture);

    private static IEnumerable<string> PairsOf(string text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if (IsIdeograph(text[i - 1]) && IsIdeograph(text[i]))
            {
                yield return text[(i - 1)..(i + 1)];
            }
        }
    }

    private static bool IsIdeograph(char c) => c is >= '\u4e00' and <= '\u9fff';

    /// <summary>The ids of all hits, page after page: a word finds what is written in other languages too.</summary>
    private static HashSet<string> Find(SearchIndex index, string query, LocaleTag locale)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        for (var skip = 0; ; skip += PageSize)
        {
            var result = index.Search(new SearchRequest { Query = query, Locale = locale, Skip = skip, Limit = PageSize, HasHighlights = false });
            found.UnionWith(result.Hits.Select(h => h.Id));
            if (result.Hits.Length < PageSize)
            {
                return found;
            }
        }
    }
}
