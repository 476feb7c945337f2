using System.Collections.Immutable;
using KbApi.Content.Model;
using KbApi.Search.Queries;

namespace KbApi.Search;

/// <summary>What somebody looks for.</summary>
public sealed record SearchRequest
{
    /// <summary>The words and codes, as typed. Beyond 600 characters nothing is read.</summary>
    public required string Query { get; init; }

    /// <summary>The language of the answer, and the likeliest of the query.</summary>
    public required LocaleTag Locale { get; init; }

    /// <summary>How many hits to answer at most. 20 by default.</summary>
    public int Limit { get; init; } = 20;

    /// <summary>How many of the best hits to leave out: those that were shown before.</summary>
    public int Skip { get; init; }

    /// <summary>What the hits have to be.</summary>
    public SearchFilter Filter { get; init; } = SearchFilter.None;

    /// <summary>Whether the last word may still be being typed.</summary>
    public bool IsUnfinished { get; init; }

    /// <summary>Whether to count what the hits are. Costs time in proportion to all hits.</summary>
    public bool HasFacets { get; init; }

    /// <summary>Whether to show where the hits match.</summary>
    public bool HasHighlights { get; init; } = true;
}

/// <summary>What hits have to be; null for anything.</summary>
public sealed record SearchFilter
{
    /// <summary>Anything.</summary>
    public static readonly SearchFilter None = new();

    /// <summary>The id of their article.</summary>
    public string? Article { get; init; }

    /// <summary>The anchor of their section: the surface that they are about.</summary>
    public string? Section { get; init; }

    /// <summary>The program or log that reports them. Case does not matter.</summary>
    public string? Source { get; init; }

    /// <summary>How bad they are: <c>error</c>, <c>warning</c> or <c>info</c>.</summary>
    public string? Severity { get; init; }

    /// <summary>The scheme of one of their codes.</summary>
    public string? Scheme { get; init; }
}

/// <summary>The answer to a search.</summary>
/// <param name="Hits">What was found, best first. Empty where nothing answers enough of the query.</param>
/// <param name="Total">How many there are in all, counted up to a bound.</param>
/// <param name="DidYouMean">The query as it was probably meant, or null. Codes are never corrected.</param>
/// <param name="Facets">What the hits are, where that was asked for.</param>
public sealed record SearchResult(ImmutableArray<SearchHit> Hits, int Total, string? DidYouMean, ImmutableArray<SearchFacet> Facets)
{
    /// <summary>What was searched for.</summary>
    internal QueryPlan? Plan { get; init; }
}

/// <summary>Something that was found, in the best locale that it exists in for the reader.</summary>
/// <param name="Id">The id of the entry or article; of a section the article's id, <c>#</c> and the anchor.</param>
/// <param name="Entry">The entry, or null where a section or article was found that no entry is made of.</param>
/// <param name="Article">The article that it stands in.</param>
/// <param name="Section">The section, where that is what was found, or null.</param>
/// <param name="Score">How well it answers; comparable within one answer only.</param>
/// <param name="Highlights">Where it matches.</param>
public sealed record SearchHit(string Id, Entry? Entry, Article Article, Section? Section, double Score, ImmutableArray<SearchHighlight> Highlights)
{
    /// <summary>What it is called.</summary>
    public Prose Title => Entry?.Title ?? Section?.Title ?? Article.Title;

    /// <summary>Its first line in the file, from 1.</summary>
    public int Line => Entry?.StartLine ?? Article.Text.GetLine(Section?.Span.Start ?? Article.Title.Span.Start) + 1;
}

/// <summary>A text of a hit, and the words of it that match.</summary>
/// <param name="Field">Which text: <c>title</c>, <c>message</c>, <c>symptom</c>, <c>cause</c>, <c>description</c> or <c>resolution</c>.</param>
/// <param name="Text">The text, or the part of it where most matches.</param>
/// <param name="Spans">Start and end of what matches, as offsets in <paramref name="Text"/> in UTF-16 code units.</param>
public sealed record SearchHighlight(string Field, string Text, ImmutableArray<(int Start, int End)> Spans);

/// <summary>How many hits have each value of something.</summary>
/// <param name="Name">Of what: <c>article</c>, <c>section</c>, <c>source</c>, <c>severity</c> or <c>scheme</c>.</param>
/// <param name="Values">The values, the commonest first.</param>
public sealed record SearchFacet(string Name, ImmutableArray<SearchFacetValue> Values);

/// <summary>How many hits have a value.</summary>
/// <param name="Value">The value.</param>
/// <param name="Count">How many hits.</param>
public sealed record SearchFacetValue(string Value, int Count);

/// <summary>What somebody may be about to type.</summary>
/// <param name="Text">The text to search for.</param>
/// <param name="Id">The entry that has it as its title, or null for mere words.</param>
public sealed record SearchSuggestion(string Text, string? Id);
