using KbApi.Search.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace KbApi.Search.Queries;

/// <summary>A term of the index, found once for all that is asked of it.</summary>
internal sealed class IndexTerm
{
    private readonly IndexSearcher _searcher;
    private readonly Lazy<TermContext> _inNames;
    private readonly Lazy<float> _mostScore;
    private readonly TermContext _inTexts;

    private IndexTerm(IndexSearcher searcher, string text, TermContext inTexts)
    {
        Text = text;
        _searcher = searcher;
        _inTexts = inTexts;
        _inNames = new Lazy<TermContext>(() => Find(IndexFields.Name));
        _mostScore = new Lazy<float>(FindMostScore);
    }

    /// <summary>The term.</summary>
    public string Text { get; }

    /// <summary>How many documents have it.</summary>
    public int Count => _inTexts.DocFreq;

    /// <summary>What the best document scores for it in texts. All of its documents are looked at when this is first asked for.</summary>
    public float MostScore => _mostScore.Value;

    /// <summary>The term, or null where no text has it.</summary>
    public static IndexTerm? Find(IndexSearcher searcher, string text)
    {
        var context = TermContext.Build(searcher.IndexReader.Context, new Term(IndexFields.Text, text));
        return context.DocFreq > 0 ? new IndexTerm(searcher, text, context) : null;
    }

    /// <summary>Where a field has it.</summary>
    /// <param name="field"><see cref="IndexFields.Text"/> or <see cref="IndexFields.Name"/>.</param>
    public TermContext In(string field) => field == IndexFields.Text ? _inTexts : _inNames.Value;

    /// <summary>How often it stands in the field in all, for scores.</summary>
    public TermStatistics StatisticsIn(string field) => _searcher.TermStatistics(new Term(field, Text), In(field));

    private TermContext Find(string field) => TermContext.Build(_searcher.IndexReader.Context, new Term(field, Text));

    private float FindMostScore()
    {
        var most = 0f;
        var similarity = _searcher.Similarity;
        var weight = similarity.ComputeWeight(queryBoost: 1, _searcher.CollectionStatistics(IndexFields.Text), StatisticsIn(IndexFields.Text));
        weight.Normalize(queryNorm: 1, topLevelBoost: 1);
        foreach (var leaf in _searcher.IndexReader.Leaves)
        {
            if (_inTexts.Get(leaf.Ord) is not { } state || leaf.AtomicReader.GetTerms(IndexFields.Text)?.GetEnumerator() is not { } enumerator)
            {
                continue;
            }

            enumerator.SeekExact(new BytesRef(Text), state);
            var documents = enumerator.Docs(leaf.AtomicReader.LiveDocs, reuse: null, DocsFlags.FREQS);
            var scorer = similarity.GetSimScorer(weight, leaf);
            while (documents.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
            {
                most = Math.Max(most, scorer.Score(documents.DocID, documents.Freq));
            }
        }

        return most;
    }
}
