using System.Text;
using KbApi.Search.Analysis;
using KbApi.Search.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace KbApi.Benchmarks.Search;

/// <summary>Lucene's own queries on the same index, bare: no analysis of the query but the stemmer, ids from doc values.</summary>
internal sealed class LucenePeer : IDisposable
{
    private const int Limit = 10;
    private const int MaxPrefixTerms = 50;
    private const int ShortestWordForTwo = 8;

    private readonly MMapDirectory _directory;
    private readonly DirectoryReader _reader;
    private readonly IndexSearcher _searcher;
    private readonly BinaryDocValues _ids;
    private readonly WordStemmer _stemmer = new("en");

    public LucenePeer(string folder)
    {
        _directory = new MMapDirectory(folder);
        _reader = DirectoryReader.Open(_directory);
        _searcher = new IndexSearcher(_reader) { Similarity = IndexBuilder.CreateSimilarity() };
        _ids = _reader.Leaves.Single().AtomicReader.GetBinaryDocValues(IndexFields.Id);
    }

    public List<string> AnyOf(string[] words) => Find(Any(words));

    public List<string> AnyOfWithPrefix(string[] words)
    {
        var query = Any(words[..^1]);
        query.Add(
            new PrefixQuery(new Term(IndexFields.Text, words[^1])) { MultiTermRewriteMethod = new MultiTermQuery.TopTermsScoringBooleanQueryRewrite(MaxPrefixTerms) },
            Occur.SHOULD);
        return Find(query);
    }

    public List<string> Fuzzy(string[] words) => Find(new FuzzyQuery(new Term(IndexFields.Text, words[0]), words[0].Length < ShortestWordForTwo ? 1 : 2));

    public void Dispose()
    {
        _reader.Dispose();
        _directory.Dispose();
        _stemmer.Dispose();
    }

    private BooleanQuery Any(string[] words)
    {
        var query = new BooleanQuery();
        foreach (var word in words)
        {
            query.Add(new TermQuery(new Term(IndexFields.Text, _stemmer.Stem(word))), Occur.SHOULD);
        }

        return query;
    }

    private List<string> Find(Query query)
    {
        var ids = new List<string>();
        var value = new BytesRef();
        foreach (var hit in _searcher.Search(query, Limit).ScoreDocs)
        {
            _ids.Get(hit.Doc, value);
            var idAndLocale = value.Bytes.AsSpan(value.Offset, value.Length);
            ids.Add(Encoding.UTF8.GetString(idAndLocale[..idAndLocale.IndexOf((byte)'\n')]));
        }

        return ids;
    }
}
