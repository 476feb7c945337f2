using KbApi.Search.Indexing;
using KbApi.Search.Queries;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace KbApi.Search.Ranking;

/// <summary>Finds what a <see cref="TermQuery"/> on texts finds, and with its scores, in postings that are decoded already.</summary>
/// <param name="term">The term.</param>
/// <param name="postings">Its postings, for each part of the index.</param>
internal sealed class KeptTermQuery(IndexTerm term, TermPostings[] postings) : Query
{
    private readonly IndexTerm _term = term;
    private readonly TermPostings[] _postings = postings;

    public override Weight CreateWeight(IndexSearcher searcher) => new KeptTermWeight(this);

    public override void ExtractTerms(ISet<Term> terms) => terms.Add(new Term(IndexFields.Text, _term.Text));

    public override string ToString(string field) => _term.Text;

    public override bool Equals(object? obj) => obj is KeptTermQuery other && base.Equals(obj) && _term.Text == other._term.Text;

    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), _term.Text);

    private sealed class KeptTermWeight(KeptTermQuery query) : Weight
    {
        private float _boost;

        public override Query Query => query;

        public override float GetValueForNormalization() => query.Boost * query.Boost;

        /// <summary>Like BM25, which is not normalized by the query.</summary>
        public override void Normalize(float norm, float topLevelBoost) => _boost = query.Boost * topLevelBoost;

        public override Scorer? GetScorer(AtomicReaderContext context, IBits acceptDocs)
        {
            var postings = query._postings[context.Ord];
            return postings.Documents.Length == 0 ? null : new KeptTermScorer(this, postings, _boost);
        }

        public override Explanation Explain(AtomicReaderContext context, int doc)
        {
            var scorer = GetScorer(context, context.AtomicReader.LiveDocs);
            var isMatch = scorer is not null && scorer.Advance(doc) == doc;
            return new ComplexExplanation(isMatch, isMatch ? scorer!.GetScore() : 0, query.ToString());
        }
    }

    /// <summary>Postings hold no deleted documents, and there is nothing else to accept.</summary>
    private sealed class KeptTermScorer(Weight weight, TermPostings postings, float boost) : Scorer(weight)
    {
        private readonly int[] _documents = postings.Documents;
        private readonly float[] _scores = postings.Scores;
        private int _place = -1;

        public override int DocID => _place < 0 ? -1 : _place < _documents.Length ? _documents[_place] : NO_MORE_DOCS;

        /// <summary>Not kept: scores have it in them.</summary>
        public override int Freq => 1;

        public override long GetCost() => _documents.Length;

        public override float GetScore() => _scores[_place] * boost;

        public override int NextDoc() => ++_place < _documents.Length ? _documents[_place] : NO_MORE_DOCS;

        /// <summary>Leaps ever further until the document lies behind, then looks between.</summary>
        public override int Advance(int target)
        {
            var documents = _documents;
            var low = _place + 1;
            var step = 1;
            var high = low;
            while (high < documents.Length && documents[high] < target)
            {
                low = high + 1;
                high += step;
                step *= 2;
            }

            high = Math.Min(high, documents.Length);
            while (low < high)
            {
                var middle = (int)((uint)(low + high) / 2);
                if (documents[middle] < target)
                {
                    low = middle + 1;
                }
                else
                {
                    high = middle;
                }
            }

            _place = low;
            return low < documents.Length ? documents[low] : NO_MORE_DOCS;
        }
    }
}
