using KbApi.Search.Indexing;
using KbApi.Search.Spelling;
using Lucene.Net.Search;

namespace KbApi.Search.Queries;

/// <summary>What the index knows of words: how often they stand in it, and which it has.</summary>
internal sealed class IndexTerms
{
    private const int MaxKept = 16_384;

    private readonly IndexSearcher _searcher;
    private readonly PostingsCache _postings;
    private readonly BoundedCache<string, IndexTerm?> _kept = new(MaxKept, StringComparer.Ordinal);
    private readonly Dictionary<string, Lazy<Vocabulary>> _vocabularies;

    public IndexTerms(IndexSearcher searcher, IEnumerable<string> languages)
    {
        _searcher = searcher;
        _postings = new PostingsCache(searcher);
        _vocabularies = languages.ToDictionary(
            l => l, l => new Lazy<Vocabulary>(() => Vocabulary.Read(searcher.IndexReader, IndexFields.WordsOf(l))), StringComparer.Ordinal);
    }

    /// <summary>The words of a language of the content, or null.</summary>
    public Vocabulary? VocabularyOf(string language) => _vocabularies.GetValueOrDefault(language)?.Value;

    /// <summary>A term of texts, or null where the index does not have it.</summary>
    public IndexTerm? Find(string text)
    {
        if (_kept.TryGet(text, out var kept))
        {
            return kept;
        }

        var found = IndexTerm.Find(_searcher, _postings, text);
        _kept.Keep(text, found);
        return found;
    }

    /// <summary>How telling something is that so many entries have.</summary>
    public double InformationOf(int count) => Math.Log(1 + ((_searcher.IndexReader.NumDocs - count + 0.5) / (count + 0.5)));
}
