using KbApi.Search.Indexing;
using KbApi.Search.Queries;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Util;

namespace KbApi.Search.Ranking;

/// <summary>
/// What it is worth that two words of a query stand side by side in a document as well. It is Lucene's score of a sloppy phrase, but asked of
/// some documents only: Lucene's scorer goes on from each to the next that has the phrase, and reads all positions between.
/// </summary>
/// <param name="first">The terms that answer to the one word.</param>
/// <param name="next">The terms that answer to the word behind it.</param>
internal sealed class NeighbourBonus(IndexTerm[] first, IndexTerm[] next)
{
    private const float Boost = 0.4f;

    /// <summary>How many places off the words may stand.</summary>
    private const int Slop = 1;

    private const string Field = IndexFields.Text;

    /// <summary>Adds what it is worth to the scores of documents, which are in the order of their numbers.</summary>
    public void AddTo(IndexSearcher searcher, Span<RankedDocument> documents)
    {
        var statistics = new TermStatistics[first.Length + next.Length];
        for (var i = 0; i < statistics.Length; i++)
        {
            statistics[i] = (i < first.Length ? first[i] : next[i - first.Length]).StatisticsIn(Field);
        }

        var weight = searcher.Similarity.ComputeWeight(Boost, searcher.CollectionStatistics(Field), statistics);
        weight.Normalize(queryNorm: 1, topLevelBoost: 1);
        foreach (var leaf in searcher.IndexReader.Leaves)
        {
            var (ones, others) = (PostingsOf(first, leaf), PostingsOf(next, leaf));
            if (ones.Count > 0 && others.Count > 0)
            {
                AddTo(documents, leaf, ones, others, searcher.Similarity.GetSimScorer(weight, leaf));
            }
        }
    }

    /// <summary>How often the words stand side by side, counting as less what stands further apart: as Lucene's scorer counts.</summary>
    /// <param name="ones">The places of the one word, in order; not empty.</param>
    /// <param name="others">The places of the other, in order; not empty.</param>
    internal static float FrequencyOf(List<int> ones, List<int> others)
    {
        var (one, other) = (0, 0);
        var frequency = 0f;

        // The one that stands before the other catches up until it has passed it.
        var isOneBehind = ones[0] <= others[0] - 1;
        var end = Math.Max(ones[0], others[0] - 1);
        var distance = end - Math.Min(ones[0], others[0] - 1);
        while (true)
        {
            if (isOneBehind ? ++one == ones.Count : ++other == others.Count)
            {
                return frequency + FactorOf(distance);
            }

            var (left, right) = (ones[one], others[other] - 1);
            var (moved, waiting) = isOneBehind ? (left, right) : (right, left);
            end = Math.Max(end, moved);
            if (moved > waiting)
            {
                frequency += FactorOf(distance);
                isOneBehind = !isOneBehind;
                distance = end - waiting;
            }
            else
            {
                distance = Math.Min(distance, end - moved);
            }
        }
    }

    private static float FactorOf(int distance) => distance <= Slop ? 1f / (distance + 1) : 0;

    private static void AddTo(
        Span<RankedDocument> documents, AtomicReaderContext leaf, List<DocsAndPositionsEnum> ones, List<DocsAndPositionsEnum> others, Similarity.SimScorer scorer)
    {
        var (left, right) = (new List<int>(), new List<int>());
        foreach (ref var ranked in documents)
        {
            var document = ranked.Document - leaf.DocBase;
            if (document < 0 || document >= leaf.Reader.MaxDoc)
            {
                continue;
            }

            ReadPlaces(ones, document, left);
            if (left.Count == 0)
            {
                continue;
            }

            ReadPlaces(others, document, right);
            if (right.Count > 0 && FrequencyOf(left, right) is var frequency and > 0)
            {
                ranked = ranked with { Score = ranked.Score + scorer.Score(document, frequency) };
            }
        }
    }

    private static void ReadPlaces(List<DocsAndPositionsEnum> postings, int document, List<int> places)
    {
        places.Clear();
        foreach (var posting in postings)
        {
            if (posting.DocID < document)
            {
                posting.Advance(document);
            }

            for (var i = posting.DocID == document ? posting.Freq : 0; i > 0; i--)
            {
                places.Add(posting.NextPosition());
            }
        }

        if (postings.Count > 1)
        {
            places.Sort();
        }
    }

    private static List<DocsAndPositionsEnum> PostingsOf(IndexTerm[] terms, AtomicReaderContext leaf)
    {
        var postings = new List<DocsAndPositionsEnum>(terms.Length);
        var reader = leaf.AtomicReader;
        var enumerator = reader.GetTerms(Field)?.GetEnumerator();
        foreach (var term in terms)
        {
            if (enumerator is not null && term.In(Field).Get(leaf.Ord) is { } state)
            {
                enumerator.SeekExact(new BytesRef(term.Text), state);
                postings.Add(enumerator.DocsAndPositions(reader.LiveDocs, reuse: null, DocsAndPositionsFlags.NONE));
            }
        }

        return postings;
    }
}
