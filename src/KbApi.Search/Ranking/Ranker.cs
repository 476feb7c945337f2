using KbApi.Search.Queries;
using Lucene.Net.Search;

namespace KbApi.Search.Ranking;

/// <summary>A document that answers a query.</summary>
/// <param name="Document">Its number in the index.</param>
/// <param name="Score">How well it answers.</param>
internal readonly record struct RankedDocument(int Document, double Score);

/// <summary>
/// Finds the documents that answer a query: those that answer all of it, and where these are few, those that answer most of what is
/// telling in it. What answers less is no answer.
/// </summary>
internal static class Ranker
{
    /// <summary>The least share of a query that an answer covers.</summary>
    private const double LeastCoverage = 0.53;

    /// <summary>With so many answers to all of the query, nobody misses answers to a part of it.</summary>
    private const int Enough = 10;
    private const int Candidates = 100;

    /// <summary>In a long query that some entries answer in full, one word is no answer.</summary>
    private const int LongQuery = 3;

    public static IReadOnlyList<RankedDocument> Rank(IndexSearcher searcher, QueryPlan plan, SearchRequest request, int maximum)
    {
        if (plan.Words.All(w => w.IsUnknown))
        {
            return [];
        }

        var isComplete = !plan.Words.Any(w => w.IsUnknown && !IsBesideCode(plan, w));
        var found = new List<RankedDocument>();
        if (isComplete)
        {
            found.AddRange(searcher.Search(QueryCompiler.AllOf(plan, request.Filter), maximum).ScoreDocs.Select(d => new RankedDocument(d.Doc, d.Score)));
        }

        if (found.Count < Enough && plan.Words.Length > 1)
        {
            AddPartial(searcher, plan, request, found);
        }

        return found;
    }

    private static bool IsBesideCode(QueryPlan plan, QueryWord word) => !word.IsStrongCode && plan.Words.Any(w => w.IsStrongCode);

    private static void AddPartial(IndexSearcher searcher, QueryPlan plan, SearchRequest request, List<RankedDocument> found)
    {
        var known = found.Select(f => f.Document).ToHashSet();
        var count = plan.Words.Count(w => !w.IsUnknown);
        var least = count < LongQuery ? 1 : found.Count > 0 ? count - 1 : 2;
        var partial = searcher.Search(QueryCompiler.AnyOf(plan, request.Filter, least), Candidates).ScoreDocs
            .Where(d => !known.Contains(d.Doc)).OrderBy(d => d.Doc).ToArray();
        var coverage = Coverage.Of(plan, searcher.IndexReader, [.. partial.Select(d => d.Doc)]);
        for (var i = 0; i < partial.Length; i++)
        {
            if (coverage[i] >= LeastCoverage)
            {
                found.Add(new RankedDocument(partial[i].Doc, partial[i].Score * coverage[i] * coverage[i]));
            }
        }
    }
}
