using KbApi.Content.Lookup;

namespace KbApi.Server.Contracts;

/// <summary>The entries that a message belongs to.</summary>
internal sealed record MessageResolution
{
    /// <summary>The message as it was asked for.</summary>
    public required string Text { get; init; }

    /// <summary>The entries, best match first.</summary>
    public required IReadOnlyList<MessageMatchResponse> Matches { get; init; }

    /// <summary>True where parts are left out to keep to `maxTokens`; absent where nothing is.</summary>
    public bool? Truncated { get; init; }
}

/// <summary>An entry that has the message.</summary>
internal sealed record MessageMatchResponse
{
    /// <summary>The entry.</summary>
    public required string Id { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>The locale of the title.</summary>
    public required string Locale { get; init; }

    /// <summary>Its codes.</summary>
    public required IReadOnlyList<CodeResponse> Codes { get; init; }

    /// <summary>How the text matched.</summary>
    public required MessageMatchKind Match { get; init; }

    /// <summary>The locale of the documented text that matched.</summary>
    public required string MatchedLocale { get; init; }

    /// <summary>The documented text that matched.</summary>
    public required string MatchedText { get; init; }

    /// <summary>The messages of the entry in every locale.</summary>
    public required IReadOnlyList<LocalizedMessages> Messages { get; init; }
}

/// <summary>The messages of an entry in one locale.</summary>
internal sealed record LocalizedMessages
{
    /// <summary>The locale.</summary>
    public required string Locale { get; init; }

    /// <summary>The messages; the title where the document quotes none.</summary>
    public required IReadOnlyList<string> Texts { get; init; }
}
