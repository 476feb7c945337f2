using KbApi.Content.Model;

namespace KbApi.Server.Contracts;

/// <summary>The answer to a search.</summary>
internal sealed record SearchResponse
{
    /// <summary>The hits of this page, best first.</summary>
    public required IReadOnlyList<SearchHitResponse> Items { get; init; }

    /// <summary>How many hits there are on all pages together, up to 1,000.</summary>
    public required int Total { get; init; }

    /// <summary>What to give as `cursor` for the next page; absent on the last. The `Link` header has the whole address.</summary>
    public string? NextCursor { get; init; }

    /// <summary>True where `maxTokens` left hits out; the next page begins with the first of them. Absent otherwise.</summary>
    public bool? Truncated { get; init; }

    /// <summary>The query as it was probably meant; absent where it has no typing error. Codes are never corrected.</summary>
    public string? DidYouMean { get; init; }

    /// <summary>What the hits are, over all pages. A value may be given as the parameter of the facet's name.</summary>
    public required IReadOnlyList<SearchFacetResponse> Facets { get; init; }

    /// <summary>How long the search took, in milliseconds.</summary>
    public required double TookMs { get; init; }
}

/// <summary>What a hit is.</summary>
internal enum SearchHitKind
{
    /// <summary>An entry.</summary>
    Entry,

    /// <summary>A section of an article that no entry is made of.</summary>
    Section,

    /// <summary>An article without entries.</summary>
    Article,
}

/// <summary>Something that was found.</summary>
internal sealed record SearchHitResponse
{
    /// <summary>The id of the entry or article; of a section the article's id, `#` and the anchor.</summary>
    public required string Id { get; init; }

    /// <summary>What it is.</summary>
    public required SearchHitKind Kind { get; init; }

    /// <summary>The id of the article that it stands in.</summary>
    public required string Article { get; init; }

    /// <summary>The anchor of its section: the surface that it shows on.</summary>
    public string? Surface { get; init; }

    /// <summary>The locale of the text.</summary>
    public required string Locale { get; init; }

    /// <summary>Whether the text is in another language than asked for.</summary>
    public required bool IsFallback { get; init; }

    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>How bad it is; absent where it is no entry.</summary>
    public EntrySeverity? Severity { get; init; }

    /// <summary>Its codes.</summary>
    public required IReadOnlyList<CodeResponse> Codes { get; init; }

    /// <summary>How well it answers; comparable within one answer only.</summary>
    public required double Score { get; init; }

    /// <summary>Where it matches: its title, and the text that answers most.</summary>
    public required IReadOnlyList<SearchHighlightResponse> Highlights { get; init; }

    /// <summary>Where it stands.</summary>
    public required SourceResponse Source { get; init; }

    /// <summary>True where it is shortened to keep to `maxTokens`; absent where it is not.</summary>
    public bool? Truncated { get; init; }
}

/// <summary>A text of a hit, and what matches in it.</summary>
internal sealed record SearchHighlightResponse
{
    /// <summary>Which text: `title`, `message`, `symptom`, `cause`, `description` or `resolution`.</summary>
    public required string Field { get; init; }

    /// <summary>The text, or the part of it where most matches. Plain text.</summary>
    public required string Text { get; init; }

    /// <summary>What matches.</summary>
    public required IReadOnlyList<SearchSpanResponse> Spans { get; init; }
}

/// <summary>A part of a text, in UTF-16 code units.</summary>
internal sealed record SearchSpanResponse
{
    /// <summary>Where it begins.</summary>
    public required int Start { get; init; }

    /// <summary>Where it ends.</summary>
    public required int End { get; init; }
}

/// <summary>How many hits have each value of something.</summary>
internal sealed record SearchFacetResponse
{
    /// <summary>Of what: `article`, `surface`, `source`, `severity` or `scheme`.</summary>
    public required string Name { get; init; }

    /// <summary>The values, the commonest first; at most 50.</summary>
    public required IReadOnlyList<SearchFacetValueResponse> Values { get; init; }
}

/// <summary>How many hits have a value.</summary>
internal sealed record SearchFacetValueResponse
{
    /// <summary>The value.</summary>
    public required string Value { get; init; }

    /// <summary>How many hits.</summary>
    public required int Count { get; init; }
}

/// <summary>What somebody may be about to type.</summary>
internal sealed record SuggestResponse
{
    /// <summary>The suggestions, at most ten.</summary>
    public required IReadOnlyList<SuggestionResponse> Items { get; init; }

    /// <summary>True where suggestions are left out to keep to `maxTokens`; absent where none are.</summary>
    public bool? Truncated { get; init; }
}

/// <summary>A suggestion.</summary>
internal sealed record SuggestionResponse
{
    /// <summary>The text to search for.</summary>
    public required string Text { get; init; }

    /// <summary>The id of what has it as its title; absent for mere words.</summary>
    public string? Id { get; init; }
}
