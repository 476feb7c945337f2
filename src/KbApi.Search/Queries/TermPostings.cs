using Lucene.Net.Index;
using Lucene.Net.Search;

namespace KbApi.Search.Queries;

/// <summary>The documents of one part of an index that have a term, in order, and what each scores for it. Immutable.</summary>
/// <param name="Documents">The numbers of the documents within the part.</param>
/// <param name="Scores">The scores at a boost of 1.</param>
internal sealed record TermPostings(int[] Documents, float[] Scores)
{
    /// <summary>Reads what Lucene's own query would find, and with its scores.</summary>
    /// <param name="searcher">The index.</param>
    /// <param name="term">The term.</param>
    /// <param name="context">Where the index has it.</param>
    /// <returns>The postings of each part of the index, in order.</returns>
    public static TermPostings[] Read(IndexSearcher searcher, Term term, TermContext context)
    {
        var similarity = searcher.Similarity;
        var weight = similarity.ComputeWeight(queryBoost: 1, searcher.CollectionStatistics(term.Field), searcher.TermStatistics(term, context));
        weight.Normalize(queryNorm: 1, topLevelBoost: 1);
        var leaves = searcher.IndexReader.Leaves;
        var postings = new TermPostings[leaves.Count];
        for (var i = 0; i < postings.Length; i++)
        {
            var (documents, scores) = (new List<int>(), new List<float>());
            if (context.Get(leaves[i].Ord) is { } state && leaves[i].AtomicReader.GetTerms(term.Field)?.GetEnumerator() is { } enumerator)
            {
                enumerator.SeekExact(term.Bytes, state);
                var found = enumerator.Docs(leaves[i].AtomicReader.LiveDocs, reuse: null, DocsFlags.FREQS);
                var scorer = similarity.GetSimScorer(weight, leaves[i]);
                while (found.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
                {
                    documents.Add(found.DocID);
                    scores.Add(scorer.Score(found.DocID, found.Freq));
                }
            }

            postings[i] = new TermPostings([.. documents], [.. scores]);
        }

        return postings;
    }
}
