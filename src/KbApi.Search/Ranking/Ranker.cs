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
    private const int Weighed = 100;

    /// <summary>In a long query that some entries answer in full, one word is no answer.</summary>
    private const int LongQuery = 3;

    /// <summary>The documents, the best first.</summary>
    public static ReadOnlySpan<RankedDocument> Rank(IndexSearcher searcher, QueryPlan plan, SearchFilter filter, int maximum)
    {
        if (plan.Words.All(w => w.IsUnknown))
        {
            return [];
        }

        var compiler = new QueryCompiler(plan, filter);
        var isComplete = !plan.Words.Any(w => w.IsUnknown && !IsBesideCode(plan, w));
        var found = isComplete ? searcher.Search(compiler.AllOf(), Math.Max(maximum, Weighed)).ScoreDocs : [];
        if (found.Length < Enough && plan.Words.Length > 1)
        {
            found = WithPartial(searcher, compiler, plan, found);
        }

        return Weigh(searcher, compiler, found);
    }

    private static bool IsBesideCode(QueryPlan plan, QueryWord word) => !word.IsStrongCode && plan.Words.Any(w => w.IsStrongCode);

    private static ScoreDoc[] WithPartial(IndexSearcher searcher, QueryCompiler compiler, QueryPlan plan, ScoreDoc[] found)
    {
        var count = plan.Words.Count(w => !w.IsUnknown);
        var least = count < LongQuery ? 1 : found.Length > 0 ? count - 1 : 2;
        var partial = searcher.Search(compiler.MostOf(least), MaxPartial).ScoreDocs;
        return [.. found, .. partial.Where(p => !Array.Exists(found, f => f.Doc == p.Doc))];
    }

    /// <summary>Adds to the best what weighs in their favour.</summary>
    private static RankedDocument[] Weigh(IndexSearcher searcher, QueryCompiler compiler, ScoreDoc[] found)
    {
        var ranked = Array.ConvertAll(found, f => new RankedDocument(f.Doc, f.Score));
        if (ranked.Length > 1 && compiler.Bonuses() is { } bonuses)
        {
            var best = ranked.AsSpan(0, Math.Min(ranked.Length, Weighed));
            best.Sort((x, y) => x.Document.CompareTo(y.Document));
            Add(searcher, searcher.CreateNormalizedWeight(bonuses), best);
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

            for (var i = 0; i < documents.Length; i++)
            {
                var document = documents[i].Document - leaf.DocBase;
                if (document >= 0 && scorer.DocID < document && scorer.Advance(document) == DocIdSetIterator.NO_MORE_DOCS)
                {
                    break;
                }

                if (scorer.DocID == document)
                {
                    documents[i] = documents[i] with { Score = documents[i].Score + scorer.GetScore() };
                }
            }
        }
    }
}
