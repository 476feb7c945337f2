namespace KbApi.Server.Contracts;

/// <summary>A page of changes between two snapshots.</summary>
internal sealed record ChangePage
{
    /// <summary>The changes, by the id of the entry.</summary>
    public required IReadOnlyList<ChangeResponse> Items { get; init; }

    /// <summary>How many changes there are on all pages together.</summary>
    public required int Total { get; init; }

    /// <summary>What to give as `cursor` for the next page; absent on the last.</summary>
    public string? NextCursor { get; init; }

    /// <summary>True where the page has fewer items to keep to `maxTokens`; absent where it has not.</summary>
    public bool? Truncated { get; init; }

    /// <summary>The snapshot that the changes are counted from.</summary>
    public required string Since { get; init; }

    /// <summary>The snapshot being served.</summary>
    public required string Snapshot { get; init; }
}

/// <summary>What became of an entry.</summary>
internal enum ChangeKind
{
    /// <summary>It is new.</summary>
    Added,

    /// <summary>It says something else.</summary>
    Changed,

    /// <summary>It is gone.</summary>
    Removed,
}

/// <summary>A change of one entry.</summary>
internal sealed record ChangeResponse
{
    /// <summary>The entry.</summary>
    public required string Id { get; init; }

    /// <summary>What became of it.</summary>
    public required ChangeKind Change { get; init; }

    /// <summary>The locales in which it changed.</summary>
    public required IReadOnlyList<string> Locales { get; init; }

    /// <summary>The fields that changed, where it existed before and after.</summary>
    public required IReadOnlyList<string> Fields { get; init; }
}
