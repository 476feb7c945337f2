using KbApi.Search.Queries;
using Lucene.Net.Search;

namespace KbApi.Search.Ranking;

/// <summary>A document that answers a query.</summary>
/// <param name="Document">Its number in the index.</param>
/// <param name="Score">How well it answers.</param>
internal readonly record struct RankedDocument(int Document, float Score);

/// <summary>
/// Finds the documents that answer a query: those that answer all of it, and where these are few, those that answer most of what is
/// telling in it. What answers less is no answer. The best of them are weighed again by what says more and costs more to ask.
/// </summary>
internal static class Ranker
{
    /// <summary>With so many answers to all of the query, nobody misses answers to a part of it.</summary>
    private const int Enough = 10;

    /// <summary>How many answers to a part of the query there are at most.</summary>
    private const int MaxPartial = 100;

    /// <summary>How many of the best are weighed again.</summary>
    private const int Weighed = 20;

    /// <summary>The documents. Those that answer all of the query come first, the best of each first.</summary>
    /// <param name="searcher">The index.</param>
    /// <param name="plan">The query.</param>
    /// <param name="filter">What documents have to be.</param>
    /// <param name="maximum">How many are wanted at most.</param>
    public static RankedDocument[] Rank(IndexSearcher searcher, QueryPlan plan, SearchFilter filter, int maximum)
    {
        if (plan.Words.All(w => w.IsUnknown))
        {
            return [];
        }

        var compiler = new QueryCompiler(plan);
        var weight = searcher.CreateNormalizedWeight(compiler.Compile(filter));
        var complete = new BestDocuments(Math.Min(Math.Max(maximum, Weighed), compiler.MaxComplete));
        var partial = new BestDocuments(Math.Min(Math.Max(maximum, Weighed), MaxPartial));
        foreach (var leaf in searcher.IndexReader.Leaves)
        {
            if (weight.GetScorer(leaf, leaf.AtomicReader.LiveDocs) is CoverageScorer scorer)
            {
                Collect(scorer, leaf.DocBase, complete, partial);
            }
        }

        return Weigh(searcher, compiler, complete.Sort(), complete.Total < Enough ? partial.Sort() : []);
    }

    private static void Collect(CoverageScorer scorer, int documentBase, BestDocuments complete, BestDocuments partial)
    {
        scorer.RequireOfPartial(partial.LeastScore);
        if (complete.Total >= Enough)
        {
            scorer.RequireAll();
        }

        for (var document = scorer.NextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = scorer.NextDoc())
        {
            if (!scorer.IsComplete)
            {
                if (partial.Offer(documentBase + document, scorer.GetScore()) && partial.LeastScore > 0)
                {
                    scorer.RequireOfPartial(partial.LeastScore);
                }

                continue;
            }

            complete.Offer(documentBase + document, scorer.GetScore());
            if (complete.Total == Enough)
            {
                scorer.RequireAll();
            }
        }
    }

    /// <summary>
    /// Adds to the best what weighs in their favour: to those that answer all of the query, and where there are none, to those that answer
    /// a part of it.
    /// </summary>
    private static RankedDocument[] Weigh(IndexSearcher searcher, QueryCompiler compiler, ReadOnlySpan<RankedDocument> complete, ReadOnlySpan<RankedDocument> partial)
    {
        RankedDocument[] ranked = [.. complete, .. partial];
        var best = ranked.AsSpan(0, Math.Min(complete.Length > 0 ? complete.Length : partial.Length, Weighed));
        if (best.Length > 1)
        {
            best.Sort((x, y) => x.Document.CompareTo(y.Document));
            foreach (var bonus in compiler.Bonuses())
            {
                Add(searcher, searcher.CreateNormalizedWeight(bonus), best);
            }

            foreach (var neighbours in compiler.Neighbours())
            {
                neighbours.AddTo(searcher, best);
            }

            best.Sort((x, y) => y.Score.CompareTo(x.Score));
        }

        return ranked;
    }

    /// <summary>Adds the scores that a query gives to documents, which are in the order of their numbers.</summary>
    private static void Add(IndexSearcher searcher, Weight weight, Span<RankedDocument> documents)
    {
        foreach (var leaf in searcher.IndexReader.Leaves)
        {
            if (weight.GetScorer(leaf, leaf.AtomicReader.LiveDocs) is not { } scorer)
            {
                continue;
            }

            foreach (ref var ranked in documents)
            {
                var document = ranked.Document - leaf.DocBase;
                if (document >= 0 && scorer.DocID < document && scorer.Advance(document) == DocIdSetIterator.NO_MORE_DOCS)
                {
                    break;
                }

                if (scorer.DocID == document)
                {
                    ranked = ranked with { Score = ranked.Score + scorer.GetScore() };
                }
            }
        }
    }
}
