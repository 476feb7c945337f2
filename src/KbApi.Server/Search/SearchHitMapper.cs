using System.Collections.Immutable;
using System.Runtime.InteropServices;
using KbApi.Search;
using KbApi.Server.Contracts;
using KbApi.Server.Entries;
using KbApi.Server.Http;

namespace KbApi.Server.Search;

/// <summary>Makes answers of hits.</summary>
internal sealed class SearchHitMapper(AnswerScope request)
{
    /// <summary>Whether the text of a hit is in another language than asked for.</summary>
    public bool IsFallback(SearchHit hit) => request.IsFallback(hit.Article.Locale);

    public SearchHitResponse Map(SearchHit hit) => new()
    {
        Id = hit.Id,
        Kind = hit.Entry is not null ? SearchHitKind.Entry : hit.Section is not null ? SearchHitKind.Section : SearchHitKind.Article,
        Article = hit.Article.Id,
        Surface = hit.Entry?.Section ?? hit.Section?.Anchor,
        Locale = hit.Article.Locale.Value,
        IsFallback = IsFallback(hit),
        Title = hit.Title.Text,
        Severity = hit.Entry?.Severity,
        Codes = EntryMapper.CodesOf(hit.Entry),
        Score = hit.Score,
        Highlights = MapAll(hit.Highlights, Map),
        Source = SourceOf(hit),
    };

    public static SearchFacetResponse Map(SearchFacet facet) => new()
    {
        // The section of an entry is the surface that it shows on.
        Name = facet.Name == "section" ? "surface" : facet.Name,
        Values = MapAll(facet.Values, v => new SearchFacetValueResponse { Value = v.Value, Count = v.Count }),
    };

    private static SearchHighlightResponse Map(SearchHighlight highlight) => new()
    {
        Field = highlight.Field,
        Text = highlight.Text,
        Spans = MapAll(highlight.Spans, s => new SearchSpanResponse { Start = s.Start, End = s.End }),
    };

    private static SourceResponse SourceOf(SearchHit hit) => new()
    {
        Path = hit.Article.Text.Path,
        StartLine = hit.Line,
        EndLine = hit.Entry is { } entry ? entry.EndLine
            : hit.Section is { } section ? hit.Article.Text.GetLine(Math.Max(section.Span.Start, section.Span.End - 1)) + 1
            : hit.Article.Text.LineCount,
        Revision = hit.Article.Text.Revision,
    };

    /// <summary>A search makes hundreds of these: without enumerators.</summary>
    private static TResponse[] MapAll<T, TResponse>(ImmutableArray<T> items, Converter<T, TResponse> map) => Array.ConvertAll(ImmutableCollectionsMarshal.AsArray(items)!, map);
}
