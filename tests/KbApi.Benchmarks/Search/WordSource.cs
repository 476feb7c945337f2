using KbApi.Content.Loading;
using KbApi.Search.Analysis;
using KbApi.Search.Indexing;
using KbApi.Search.Languages;

namespace KbApi.Benchmarks.Search;

/// <summary>The words of real documents, to be drawn as often as they stand there.</summary>
internal sealed class WordSource
{
    /// <summary>So many of the commonest words tell nothing. Function words neither: our search does not ask the index for them, its peers do.</summary>
    private const int CommonWords = 200;
    private const int ShortestTellingWord = 4;

    private readonly HashSet<string> _common;
    private readonly string[] _words;
    private readonly long[] _cumulative;

    /// <param name="paths">Files and folders with documents, English ones among them.</param>
    public WordSource(IReadOnlyCollection<string> paths)
    {
        var articles = new KnowledgeBaseLoader().Load(paths).Articles.Items.SelectMany(a => a.Variants).Where(a => a.Locale.Language == "en");
        var counts = WordCounts.Of("en", articles).Where(c => c.Key.All(char.IsAsciiLetterLower)).OrderBy(c => c.Key, StringComparer.Ordinal).ToList();
        if (counts.Count == 0)
        {
            throw new ArgumentException("There is no English document to take words from.", nameof(paths));
        }

        _common = [.. counts.OrderByDescending(c => c.Value).Take(CommonWords).Select(c => c.Key), .. LanguageTable.StopWords("en"), .. ConceptSet.LoadBuiltIn().IgnoredIn("en")];
        _words = [.. counts.Select(c => c.Key)];
        _cumulative = new long[_words.Length];
        for (var i = 0; i < _words.Length; i++)
        {
            Total += counts[i].Value;
            _cumulative[i] = Total;
        }
    }

    /// <summary>How many different words there are.</summary>
    public int Count => _words.Length;

    /// <summary>How many words the documents have.</summary>
    public long Total { get; }

    /// <summary>Whether a word tells something of what it stands in.</summary>
    public bool IsTelling(string word) => word.Length >= ShortestTellingWord && !_common.Contains(word);

    public string Draw(SmallRandom random)
    {
        var at = Array.BinarySearch(_cumulative, (long)(random.NextDouble() * Total) + 1);
        return _words[at < 0 ? ~at : at];
    }
}
