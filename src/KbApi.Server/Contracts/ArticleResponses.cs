namespace KbApi.Server.Contracts;

/// <summary>An article in short.</summary>
internal record ArticleSummary
{
    /// <summary>The same in every locale.</summary>
    /// <example>sspr</example>
    public required string Id { get; init; }

    /// <summary>The locale of the text.</summary>
    public required string Locale { get; init; }

    /// <summary>The locale that was asked for.</summary>
    public required string RequestedLocale { get; init; }

    /// <summary>Whether the text is in another language than the one asked for.</summary>
    public required bool IsFallback { get; init; }

    /// <summary>Its first heading.</summary>
    public required string Title { get; init; }

    /// <summary>What it is about; absent where it does not say.</summary>
    public string? Description { get; init; }

    /// <summary>The product that it is about; absent where it names none.</summary>
    public string? Product { get; init; }

    /// <summary>How many problems it describes.</summary>
    public required int Entries { get; init; }

    /// <summary>Where it stands in the content.</summary>
    public required SourceResponse Source { get; init; }

    /// <summary>The date that it gives itself, as written; absent where it gives none.</summary>
    public string? Date { get; init; }

    /// <summary>The locales that it exists in.</summary>
    public required IReadOnlyList<string> Locales { get; init; }

    /// <summary>True where parts are left out to keep to `maxTokens`; absent where nothing is.</summary>
    public bool? Truncated { get; init; }
}

/// <summary>An article: its sections, and the ids of all that it knows.</summary>
internal sealed record ArticleResponse : ArticleSummary
{
    /// <summary>Its headings, in order.</summary>
    public required IReadOnlyList<SectionResponse> Sections { get; init; }

    /// <summary>The ids of the problems that it describes, in order.</summary>
    public required IReadOnlyList<string> EntryIds { get; init; }

    /// <summary>The ids of its procedures.</summary>
    public required IReadOnlyList<string> Procedures { get; init; }

    /// <summary>The ids of its ladders.</summary>
    public required IReadOnlyList<string> Ladders { get; init; }

    /// <summary>The ids of its checklists.</summary>
    public required IReadOnlyList<string> Checklists { get; init; }
}

/// <summary>A heading of an article.</summary>
internal sealed record SectionResponse
{
    /// <summary>Its anchor, unique in the article.</summary>
    public required string Anchor { get; init; }

    /// <summary>Its text.</summary>
    public required string Title { get; init; }

    /// <summary>1 for the title of the article, up to 6.</summary>
    public required int Level { get; init; }

    /// <summary>Its line, from 1.</summary>
    public required int Line { get; init; }
}
