using System.Text.Json.Serialization;

namespace KbApi.Server.Contracts;

/// <summary>The answer to a look-up: the entry itself where the code has one, or `matches` where it has several.</summary>
/// <remarks>Describes the two forms in the contract; answers are one or the other.</remarks>
internal abstract record CodeAnswer;

/// <summary>The entries of a code that has several.</summary>
internal sealed record CodeMatches
{
    /// <summary>The code as it was asked for.</summary>
    /// <example>6329</example>
    public required string Code { get; init; }

    /// <summary>The entries; those that are about the code stand before those that mention it.</summary>
    public required IReadOnlyList<EntryResponse> Matches { get; init; }

    /// <summary>True where parts are left out to keep to `maxTokens`; absent where nothing is.</summary>
    public bool? Truncated { get; init; }
}

/// <summary>A documented code that is close to one that is not.</summary>
internal sealed record NearCodeResponse
{
    /// <summary>The code in canonical form.</summary>
    public required string Code { get; init; }

    /// <summary>Its scheme.</summary>
    public required string Scheme { get; init; }

    /// <summary>Its source; absent where none is named.</summary>
    public string? Source { get; init; }

    /// <summary>The id of an entry that it leads to.</summary>
    public required string Entry { get; init; }

    /// <summary>The entry's title.</summary>
    public required string Title { get; init; }
}

/// <summary>The codes that an undocumented code seems to belong to.</summary>
internal sealed record CodeFamilyResponse
{
    /// <summary>Their scheme.</summary>
    public required string Scheme { get; init; }

    /// <summary>What they have in common.</summary>
    /// <example>31000-31999</example>
    public required string Pattern { get; init; }

    /// <summary>What they are called; absent where the content says nothing.</summary>
    public string? Title { get; init; }

    /// <summary>Their source; absent where none is named.</summary>
    public string? Source { get; init; }

    /// <summary>How many of them are documented.</summary>
    [JsonPropertyName("documented")]
    public required int Count { get; init; }
}
