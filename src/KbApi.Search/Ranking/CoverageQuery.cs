using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace KbApi.Search.Ranking;

/// <summary>A word of a query that need not be answered.</summary>
/// <param name="Query">What answers to it.</param>
/// <param name="Share">Which share of what the whole query tells an answer covers, up to 1.</param>
internal readonly record struct CoverageWord(Query Query, float Share);

/// <summary>
/// Finds what answers enough of a query, not all of it: the words that a document has cover at least a share of what the query tells.
/// Scores are those of the words, smaller by the square of what is covered.
/// </summary>
internal sealed class CoverageQuery : Query
{
    /// <param name="words">The words; not empty.</param>
    /// <param name="leastShare">The share that has to be covered.</param>
    /// <param name="leastWords">How many words have to be answered.</param>
    public CoverageQuery(IReadOnlyList<CoverageWord> words, float leastShare, int leastWords)
    {
        Words = words;
        LeastShare = leastShare;
        LeastWords = leastWords;
    }

    public IReadOnlyList<CoverageWord> Words { get; }

    public float LeastShare { get; }

    public int LeastWords { get; }

    public override Weight CreateWeight(IndexSearcher searcher) => new CoverageWeight(this, [.. Words.Select(w => w.Query.CreateWeight(searcher))]);

    public override void ExtractTerms(ISet<Term> terms)
    {
        foreach (var word in Words)
        {
            word.Query.ExtractTerms(terms);
        }
    }

    public override string ToString(string field) => $"({string.Join(' ', Words.Select(w => $"{w.Query.ToString(field)}~{w.Share}"))})~{LeastShare}";

    public override bool Equals(object? obj) => obj is CoverageQuery other && base.Equals(obj)
        && Words.SequenceEqual(other.Words) && LeastShare.Equals(other.LeastShare) && LeastWords == other.LeastWords;

    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Words.Count, LeastShare, LeastWords);

    private sealed class CoverageWeight(CoverageQuery query, Weight[] words) : Weight
    {
        public override Query Query => query;

        public override float GetValueForNormalization() => words.Sum(w => w.GetValueForNormalization()) * query.Boost * query.Boost;

        public override void Normalize(float norm, float topLevelBoost)
        {
            foreach (var word in words)
            {
                word.Normalize(norm, topLevelBoost * query.Boost);
            }
        }

        public override Scorer? GetScorer(AtomicReaderContext context, IBits acceptDocs)
        {
            var scorers = new List<CoverageScorer.Part>(words.Length);
            for (var i = 0; i < words.Length; i++)
            {
                if (words[i].GetScorer(context, acceptDocs) is { } scorer)
                {
                    scorers.Add(new CoverageScorer.Part(scorer, query.Words[i].Share));
                }
            }

            return scorers.Count < query.LeastWords || scorers.Sum(s => s.Share) < query.LeastShare
                ? null
                : new CoverageScorer(this, scorers, query.LeastShare, query.LeastWords);
        }

        public override Explanation Explain(AtomicReaderContext context, int doc)
        {
            var scorer = GetScorer(context, context.AtomicReader.LiveDocs);
            var isMatch = scorer is not null && scorer.Advance(doc) == doc;
            return new ComplexExplanation(isMatch, isMatch ? scorer!.GetScore() : 0, query.ToString());
        }
    }
}
