using System.Globalization;
using KbApi.Content.Loading;
using KbApi.Content.Model;
using KbApi.Search;
using KbApi.Search.Indexing;

namespace KbApi.Benchmarks.Search;

/// <summary>
/// What is found of what is there, in languages that write words together: Swedish compounds and their parts, and scripts without spaces.
/// What is there is decided by comparing texts, not by the analysis that is measured.
/// </summary>
internal static class RecallBenchmark
{
    private const int MaxHits = 1000;
    private const int MaxWords = 400;

    private static readonly (string Language, string Locale)[] ScriptsWithoutSpaces = [("zh", "zh-CN"), ("ja", "ja-JP")];

    public static void Run(IReadOnlyCollection<string> paths, TextWriter output)
    {
        var knowledgeBase = new KnowledgeBaseLoader().Load(paths);
        using var index = SearchIndex.Build(knowledgeBase);
        if (ItemsIn(knowledgeBase, "sv") is { Count: > 0 } swedish)
        {
            CompoundTokens.Print(swedish, output);
            Compounds(index, swedish, output);
        }

        foreach (var (language, locale) in ScriptsWithoutSpaces)
        {
            if (ItemsIn(knowledgeBase, language) is { Count: > 0 } items)
            {
                Pairs(index, items, LocaleTag.Parse(locale), output);
            }
        }
    }

    private static List<IndexedItem> ItemsIn(KnowledgeBase knowledgeBase, string language) =>
        [.. knowledgeBase.Articles.Items.SelectMany(a => a.Variants).Where(a => a.Locale.Language == language).SelectMany(IndexedItem.AllOf)];

    /// <summary>Every pair is asked for as the compound and as words of its own; both have to find what has either.</summary>
    private static void Compounds(SearchIndex index, List<IndexedItem> items, TextWriter output)
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
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {query,-28} {wanted.Count,5} there {found.Count,5} found, recall {recalls[^1]:F2}"));
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Swedish compounds and their parts: recall {recalls.DefaultIfEmpty().Average():F3} over {recalls.Count} queries"));
    }

    /// <summary>Words of two characters, drawn evenly from all pairs of ideographs in the content.</summary>
    private static void Pairs(SearchIndex index, List<IndexedItem> items, LocaleTag locale, TextWriter output)
    {
        var pairs = items.SelectMany(i => i.Texts).SelectMany(t => PairsOf(t.Text)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var step = Math.Max(1, pairs.Count / MaxWords);
        var recalls = new List<double>();
        foreach (var pair in pairs.Where((_, i) => i % step == 0))
        {
            var wanted = items.Where(i => i.Texts.Any(t => t.Text.Contains(pair, StringComparison.Ordinal))).Select(i => i.Id).ToHashSet(StringComparer.Ordinal);
            if (wanted.Count <= MaxHits / 2)
            {
                var found = Find(index, pair, locale);
                recalls.Add(wanted.Count(found.Contains) / (double)wanted.Count);
            }
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{locale.Value}, words of two characters: recall {recalls.Average():F3} over {recalls.Count} of {pairs.Count} words, {items.Count} texts"));
    }

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

    private static HashSet<string> Find(SearchIndex index, string query, LocaleTag locale) =>
        [.. index.Search(new SearchRequest { Query = query, Locale = locale, Limit = MaxHits, HasHighlights = false }).Hits.Select(h => h.Id)];
}
