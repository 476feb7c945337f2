namespace KbApi.Search.Ranking;

/// <summary>When a document answers a query.</summary>
/// <param name="CanBeComplete">Whether a document with all required words answers all of the query; otherwise it has words that no document has.</param>
/// <param name="Share">Of a query that is not answered in full, the share of what it tells that has to be covered.</param>
/// <param name="Words">Of a query that is not answered in full, how many words have to be answered.</param>
internal readonly record struct LeastCoverage(bool CanBeComplete, float Share, int Words);
