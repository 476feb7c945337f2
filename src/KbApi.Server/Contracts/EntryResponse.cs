using KbApi.Content.Model;

namespace KbApi.Server.Contracts;

/// <summary>One problem that a reader may have: what it is called, what it means, and what to do about it.</summary>
internal sealed record EntryResponse
{
    /// <summary>The same in every locale and stable when rows move: the article, a slash, and an anchor, a code or a slug.</summary>
    /// <example>sspr/sspr-0013</example>
    public required string Id { get; init; }

    /// <summary>The locale of the text.</summary>
    /// <example>sv-SE</example>
    public required string Locale { get; init; }

    /// <summary>The locale that was asked for.</summary>
    /// <example>sv-FI</example>
    public required string RequestedLocale { get; init; }

    /// <summary>Whether the text is in another language than the one asked for.</summary>
    public required bool IsFallback { get; init; }

    /// <summary>With `fallback=field`: the locale of each field that is taken from another locale than the entry's.</summary>
    public IReadOnlyDictionary<string, string>? FieldLocales { get; init; }

    /// <summary>Whether the text still says the same as the one in the default locale.</summary>
    public required StalenessResponse Staleness { get; init; }

    /// <summary>The article that describes it.</summary>
    /// <example>sspr</example>
    public required string Article { get; init; }

    /// <summary>The anchor of the section that describes it: the surface on which it shows.</summary>
    /// <example>user-errors</example>
    public string? Surface { get; init; }

    /// <summary>Its codes, in the order of the document.</summary>
    public required IReadOnlyList<CodeResponse> Codes { get; init; }

    /// <summary>The symptom or the name, as a reader would quote it.</summary>
    public required string Title { get; init; }

    /// <summary>How bad it is.</summary>
    public required EntrySeverity Severity { get; init; }

    /// <summary>Whom it is written for.</summary>
    public required Audience Audience { get; init; }

    /// <summary>Who takes over when the reader can't solve it; absent where the document names nobody.</summary>
    public HandOff? HandOff { get; init; }

    /// <summary>What a person observes.</summary>
    public required IReadOnlyList<string> Symptoms { get; init; }

    /// <summary>Texts that a screen or a log shows.</summary>
    public required IReadOnlyList<MessageResponse> Messages { get; init; }

    /// <summary>What it means.</summary>
    public required IReadOnlyList<string> Descriptions { get; init; }

    /// <summary>What it means, for a technician.</summary>
    public required IReadOnlyList<string> TechnicalDetails { get; init; }

    /// <summary>Why it happens.</summary>
    public required IReadOnlyList<string> Causes { get; init; }

    /// <summary>What to do; absent where the document only explains.</summary>
    public ResolutionResponse? Resolution { get; init; }

    /// <summary>Quantities to keep to: times, counts, lengths, ports.</summary>
    public required IReadOnlyList<ConstraintResponse> Constraints { get; init; }

    /// <summary>What tells it from entries that look the same: the facts to ask for.</summary>
    public required IReadOnlyList<DiscriminatorResponse> Discriminators { get; init; }

    /// <summary>Links in it.</summary>
    public required IReadOnlyList<LinkResponse> Links { get; init; }

    /// <summary>Entries that have to do with it.</summary>
    public required IReadOnlyList<RelatedResponse> Related { get; init; }

    /// <summary>The operation that its event belongs to; absent where there is none.</summary>
    public EntryOperationResponse? Operation { get; init; }

    /// <summary>Where it stands in the content.</summary>
    public required SourceResponse Source { get; init; }

    /// <summary>The locales that it exists in.</summary>
    public required IReadOnlyList<string> Locales { get; init; }

    /// <summary>With `detail=full`: the procedures that the resolution refers to.</summary>
    public IReadOnlyList<ProcedureResponse>? Procedures { get; init; }

    /// <summary>True where parts are left out to keep to `maxTokens`; absent where nothing is.</summary>
    public bool? Truncated { get; init; }
}
