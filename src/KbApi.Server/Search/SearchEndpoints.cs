using KbApi.Reports.Gaps;
using KbApi.Search;
using KbApi.Server.Budget;
using KbApi.Server.Contracts;
using KbApi.Server.Http;
using KbApi.Server.Insights;
using KbApi.Server.Problems;
using KbApi.Server.Telemetry;

namespace KbApi.Server.Search;

/// <summary>Search, and suggestions while typing.</summary>
internal static class SearchEndpoints
{
    private const int MaxQueryLength = 600;
    private const int MaxHits = 1000;
    private const int MaxSuggestions = 10;

    public static void MapSearch(this IEndpointRouteBuilder group)
    {
        group.MapReading("/search", SearchAsync)
            .WithName("search").Produces<SearchResponse>().WithTags("Search").WithMetadata(TimedAnswer.Marker);
        group.MapReading("/suggest", SuggestAsync)
            .WithName("suggest").Produces<SuggestResponse>().WithTags("Search");
    }

    /// <summary>Search</summary>
    /// <remarks>
    /// What answers a query, best first. Codes in any spelling are recognised and win; words are found in all their forms, with typing errors, in
    /// compounds, and in the other languages of the content. A query that nothing answers has no hits.
    /// </remarks>
    /// <param name="request">The request.</param>
    /// <param name="indexes">The index.</param>
    /// <param name="time">The clock.</param>
    /// <param name="gaps">Takes down searches without hits.</param>
    /// <param name="metrics">Counts them.</param>
    /// <param name="q">Words and codes, as people type them.</param>
    /// <param name="article">Only hits in this article.</param>
    /// <param name="section">Only hits in this section, by its anchor.</param>
    /// <param name="surface">Only hits that show on this surface; the same as `section`.</param>
    /// <param name="scheme">Only hits with a code of this scheme, for example `event` or `hresult`.</param>
    /// <param name="source">Only hits of this source, for example `ADSync`.</param>
    /// <param name="severity">Only hits of this severity: `error`, `warning` or `info`.</param>
    /// <param name="cancellation">Ends the waiting for the index.</param>
    internal static async Task<IResult> SearchAsync(
        ApiRequest request, SearchIndexes indexes, TimeProvider time, GapRecorder gaps, KbMetrics metrics, string? q, string? article, string? section, string? surface,
        string? scheme, string? source, string? severity, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(q) || q.Length > MaxQueryLength)
        {
            return ApiProblem.InvalidParameter(request.Context, "q", "Length", 1, MaxQueryLength);
        }

        if (severity is not (null or "error" or "warning" or "info"))
        {
            return ApiProblem.InvalidParameter(request.Context, "severity", "OneOf", severity, "error, warning, info");
        }

        var start = time.GetTimestamp();
        var index = await indexes.Prepare(request.KnowledgeBase).WaitAsync(cancellation);
        var wanted = new SearchRequest
        {
            Query = q,
            Locale = request.Locale.Requested,
            Limit = MaxHits,
            Filter = new SearchFilter { Article = article, Section = section ?? surface, Scheme = scheme, Source = source, Severity = severity },
            HasFacets = true,
            HasHighlights = false,
        };
        var result = metrics.Search(index, wanted);
        var elapsed = time.GetElapsedTime(start);
        var chain = request.Locale.Chain;
        IReadOnlyList<SearchHit> hits = request.KnowledgeBase.Locales.All(chain.Contains) ? result.Hits : [.. result.Hits.Where(h => chain.Contains(h.Article.Locale))];
        if (hits.Count == 0 && wanted.Filter == SearchFilter.None)
        {
            gaps.Record(GapKind.UnansweredSearch, q, request);
            request.IsUnanswered = true;
        }

        var mapper = new SearchHitMapper(request);
        var highlight = index.HighlighterFor(result);
        request.SetLanguage(hits.Take(request.Limit).Select(h => h.Article.Locale));
        var json = request.Snapshot.Hits;
        return Paging.Answer(
            request,
            hits,
            h => h.Id,
            page => page.Select(h => mapper.Map(highlight(h))),
            AnswerPlans.Hit,
            frame: () => FrameOf(result, elapsed),
            write: (writer, h) => json.Write(writer, highlight(h), mapper, request.Json));
    }

    private static IEnumerable<FrameMember> FrameOf(SearchResult result, TimeSpan elapsed)
    {
        if (result.DidYouMean is { } better)
        {
            yield return FrameMember.Of("didYouMean", better);
        }

        yield return FrameMember.Of("facets", result.Facets.Select(SearchHitMapper.Map).ToArray());
        yield return FrameMember.Of("tookMs", Math.Round(elapsed.TotalMilliseconds, 2));
    }

    /// <summary>Suggest while typing</summary>
    /// <remarks>At most ten: the last word completed with words of the content, and titles that answer to what is typed so far. Digits are never completed.</remarks>
    /// <param name="request">The request.</param>
    /// <param name="indexes">The index.</param>
    /// <param name="q">What is typed so far.</param>
    /// <param name="cancellation">Ends the waiting for the index.</param>
    internal static async Task<IResult> SuggestAsync(ApiRequest request, SearchIndexes indexes, string? q, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(q) || q.Length > MaxQueryLength)
        {
            return ApiProblem.InvalidParameter(request.Context, "q", "Length", 1, MaxQueryLength);
        }

        var index = await indexes.Prepare(request.KnowledgeBase).WaitAsync(cancellation);
        var suggestions = index.Suggest(q, request.Locale.Requested, MaxSuggestions);
        request.SetLanguage(request.Locale.Chain.Take(1));
        return request.Answer(
            new SuggestResponse { Items = [.. suggestions.Select(s => new SuggestionResponse { Text = s.Text, Id = s.Id })] }, AnswerPlans.Items);
    }
}
