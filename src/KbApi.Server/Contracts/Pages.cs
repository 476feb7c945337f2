namespace KbApi.Server.Contracts;

/// <summary>A page of entries.</summary>
internal sealed record EntryPage
{
    /// <summary>The entries, in the order of the documents.</summary>
    public required IReadOnlyList<EntryResponse> Items { get; init; }

    /// <summary>How many entries there are on all pages together.</summary>
    public required int Total { get; init; }

    /// <summary>What to give as `cursor` for the next page; absent on the last. The `Link` header has the whole address.</summary>
    public string? NextCursor { get; init; }

    /// <summary>True where the page has fewer items than `limit` allows, or shortened ones, to keep to `maxTokens`; absent where it has not.</summary>
    public bool? Truncated { get; init; }
}

/// <summary>A page of articles.</summary>
internal sealed record ArticlePage
{
    /// <summary>The articles, by id.</summary>
    public required IReadOnlyList<ArticleSummary> Items { get; init; }

    /// <summary>How many articles there are on all pages together.</summary>
    public required int Total { get; init; }

    /// <summary>What to give as `cursor` for the next page; absent on the last. The `Link` header has the whole address.</summary>
    public string? NextCursor { get; init; }

    /// <summary>True where the page has fewer items than `limit` allows, or shortened ones, to keep to `maxTokens`; absent where it has not.</summary>
    public bool? Truncated { get; init; }
}
