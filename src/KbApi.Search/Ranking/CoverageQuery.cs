using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace KbApi.Search.Ranking;

/// <summary>A word of a query.</summary>
/// <param name="Query">What answers to it.</param>
/// <param name="Share">Which share of what the whole query tells an answer to it covers, up to 1.</param>
/// <param name="MostScore">No document scores more for it.</param>
/// <param name="IsRequired">Whether a document that answers all of the query has it.</param>
internal readonly record struct CoverageWord(Query Query, float Share, float MostScore, bool IsRequired);

/// <summary>
/// Finds what answers all of a query or enough of it: the words that a document has cover at least a share of what the query tells. The
/// score is the sum of those of the words; where not all is answered, smaller by the square of what is covered.
/// </summary>
/// <param name="words">The words that the content has, not empty.</param>
/// <param name="filters">What a document has to be; they do not score.</param>
/// <param name="least">What of a query that is not answered in full has to be.</param>
internal sealed class CoverageQuery(IReadOnlyList<CoverageWord> words, IReadOnlyList<Query> filters, LeastCoverage least) : Query
{
    private readonly IReadOnlyList<CoverageWord> _words = words;
    private readonly IReadOnlyList<Query> _filters = filters;
    private readonly LeastCoverage _least = least;

    public override Weight CreateWeight(IndexSearcher searcher) => new CoverageWeight(
        this, [.. _words.Select(w => w.Query.CreateWeight(searcher))], [.. _filters.Select(f => f.CreateWeight(searcher))]);

    public override void ExtractTerms(ISet<Term> terms)
    {
        foreach (var word in _words)
        {
            word.Query.ExtractTerms(terms);
        }
    }

    public override string ToString(string field) =>
        string.Join(' ', _words.Select(w => $"{w.Query.ToString(field)}~{w.Share}").Concat(_filters.Select(f => "+" + f.ToString(field))));

    public override bool Equals(object? obj) => obj is CoverageQuery other && base.Equals(obj)
        && _words.SequenceEqual(other._words) && _filters.SequenceEqual(other._filters) && _least == other._least;

    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), _words.Count, _filters.Count, _least);

    private sealed class CoverageWeight(CoverageQuery query, Weight[] words, Weight[] filters) : Weight
    {
        public override Query Query => query;

        public override float GetValueForNormalization()
        {
            var sum = 0f;
            foreach (var weight in words)
            {
                sum += weight.GetValueForNormalization();
            }

            return sum * query.Boost * query.Boost;
        }

        public override void Normalize(float norm, float topLevelBoost)
        {
            foreach (var weight in words)
            {
                weight.Normalize(norm, topLevelBoost * query.Boost);
            }
        }

        public override Scorer? GetScorer(AtomicReaderContext context, IBits acceptDocs)
        {
            var parts = new List<CoveragePart>(words.Length);
            var canBeComplete = query._least.CanBeComplete;
            for (var i = 0; i < words.Length; i++)
            {
                var word = query._words[i];
                if (words[i].GetScorer(context, acceptDocs) is { } scorer)
                {
                    parts.Add(new CoveragePart(scorer, word.Share, word.MostScore * query.Boost, word.IsRequired));
                }
                else
                {
                    canBeComplete &= !word.IsRequired;
                }
            }

            var all = new Scorer[filters.Length];
            for (var i = 0; i < filters.Length; i++)
            {
                if (filters[i].GetScorer(context, acceptDocs) is not { } scorer)
                {
                    return null;
                }

                all[i] = scorer;
            }

            return parts.Count == 0 ? null : new CoverageScorer(this, parts, all, query._least with { CanBeComplete = canBeComplete });
        }

        public override Explanation Explain(AtomicReaderContext context, int doc)
        {
            var scorer = GetScorer(context, context.AtomicReader.LiveDocs);
            var isMatch = scorer is not null && scorer.Advance(doc) == doc;
            return new ComplexExplanation(isMatch, isMatch ? scorer!.GetScore() : 0, query.ToString());
        }
    }
}
