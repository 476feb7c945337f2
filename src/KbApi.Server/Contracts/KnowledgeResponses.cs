namespace KbApi.Server.Contracts;

/// <summary>What all answers about a part of an article have in common.</summary>
internal abstract record KnowledgeResponse
{
    /// <summary>The same in every locale.</summary>
    /// <example>sspr/restart-sync-service</example>
    public required string Id { get; init; }

    /// <summary>The locale of the text.</summary>
    public required string Locale { get; init; }

    /// <summary>The locale that was asked for.</summary>
    public required string RequestedLocale { get; init; }

    /// <summary>Whether the text is in another language than the one asked for.</summary>
    public required bool IsFallback { get; init; }

    /// <summary>The article that it stands in.</summary>
    public required string Article { get; init; }

    /// <summary>The anchor of the section that it stands in.</summary>
    public string? Section { get; init; }

    /// <summary>Where it stands in the content.</summary>
    public required SourceResponse Source { get; init; }

    /// <summary>The locales that it exists in.</summary>
    public required IReadOnlyList<string> Locales { get; init; }

    /// <summary>True where parts are left out to keep to `maxTokens`; absent where nothing is.</summary>
    public bool? Truncated { get; init; }
}

/// <summary>Numbered steps that are to be taken one after the other.</summary>
internal sealed record ProcedureResponse : KnowledgeResponse
{
    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>What the document says before the steps; absent where it says nothing.</summary>
    public string? Introduction { get; init; }

    /// <summary>Cautions to read first.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>The steps, in order.</summary>
    public required IReadOnlyList<StepResponse> Steps { get; init; }
}

/// <summary>A step of a procedure.</summary>
internal sealed record StepResponse
{
    /// <summary>Its number, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>What to do.</summary>
    public required string Text { get; init; }

    /// <summary>Addresses of the pictures that show it, as written in the document.</summary>
    public required IReadOnlyList<string> Images { get; init; }
}

/// <summary>Measures that are to be tried in a given order, from the easiest to the last.</summary>
internal sealed record LadderResponse : KnowledgeResponse
{
    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>When and how to climb it; absent where the document says nothing.</summary>
    public string? Introduction { get; init; }

    /// <summary>The measures, in order.</summary>
    public required IReadOnlyList<RungResponse> Rungs { get; init; }

    /// <summary>With `detail=full`: the procedures of its measures.</summary>
    public IReadOnlyList<ProcedureResponse>? Procedures { get; init; }
}

/// <summary>A measure of a ladder.</summary>
internal sealed record RungResponse
{
    /// <summary>Its number, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>The section of the same article that describes it.</summary>
    public required string Anchor { get; init; }

    /// <summary>The id of its procedure; absent where the section holds none.</summary>
    public string? Procedure { get; init; }
}

/// <summary>What a good error report contains, and so what to ask for.</summary>
internal sealed record ChecklistResponse : KnowledgeResponse
{
    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>What the document says before the list; absent where it says nothing.</summary>
    public string? Introduction { get; init; }

    /// <summary>The things to include, in order.</summary>
    public required IReadOnlyList<IntakeFieldResponse> Items { get; init; }
}

/// <summary>One thing that an error report contains.</summary>
internal sealed record IntakeFieldResponse
{
    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>What to ask for it.</summary>
    public required string Question { get; init; }

    /// <summary>Further questions, or conditions under which something else is to be sent.</summary>
    public required IReadOnlyList<string> Details { get; init; }
}

/// <summary>How events belong together: operations, services, signs of life, and warnings that matter only when they recur.</summary>
internal sealed record OperationsResponse
{
    /// <summary>Operations with a start and an end.</summary>
    public required IReadOnlyList<OperationResponse> Operations { get; init; }

    /// <summary>Services that run or not.</summary>
    public required IReadOnlyList<ServiceStateResponse> States { get; init; }

    /// <summary>Signs of life.</summary>
    public required IReadOnlyList<HeartbeatResponse> Heartbeats { get; init; }

    /// <summary>The ids of entries that matter only when they recur.</summary>
    public required IReadOnlyList<string> Recurring { get; init; }

    /// <summary>True where parts are left out to keep to `maxTokens`; absent where nothing is.</summary>
    public bool? Truncated { get; init; }
}

/// <summary>Something a program does that writes an event when it starts and another when it ends.</summary>
internal sealed record OperationResponse
{
    /// <summary>The same in every locale.</summary>
    /// <example>sspr/password-reset</example>
    public required string Id { get; init; }

    /// <summary>The name that its events share.</summary>
    /// <example>PasswordReset</example>
    public required string Name { get; init; }

    /// <summary>The source of its events; absent where none is named.</summary>
    public string? Source { get; init; }

    /// <summary>The entry of the event that starts it.</summary>
    public required string Start { get; init; }

    /// <summary>The entry of its success; absent where none is documented.</summary>
    public string? Success { get; init; }

    /// <summary>The entry of its failure; absent where none is documented.</summary>
    public string? Failure { get; init; }
}

/// <summary>A service that writes an event when it starts to run and another when it stops.</summary>
internal sealed record ServiceStateResponse
{
    /// <summary>The same in every locale.</summary>
    public required string Id { get; init; }

    /// <summary>The name that its events share.</summary>
    public required string Name { get; init; }

    /// <summary>The source of its events; absent where none is named.</summary>
    public string? Source { get; init; }

    /// <summary>The entry that says that it runs.</summary>
    public required string Started { get; init; }

    /// <summary>The entry that says that it does not.</summary>
    public required string Stopped { get; init; }
}

/// <summary>A sign of life that a program gives at regular times.</summary>
internal sealed record HeartbeatResponse
{
    /// <summary>The entry that describes it.</summary>
    public required string Entry { get; init; }

    /// <summary>The source of its event; absent where none is named.</summary>
    public string? Source { get; init; }

    /// <summary>The time between two signs.</summary>
    public required QuantityResponse Interval { get; init; }
}

/// <summary>A locale of the content, in numbers.</summary>
internal sealed record LocaleResponse
{
    /// <summary>The locale.</summary>
    /// <example>sv-SE</example>
    public required string Locale { get; init; }

    /// <summary>Whether answers are in it where no other fits.</summary>
    public required bool IsDefault { get; init; }

    /// <summary>How many articles exist in it.</summary>
    public required int Articles { get; init; }

    /// <summary>How many entries exist in it.</summary>
    public required int Entries { get; init; }

    /// <summary>The share of the default locale's entries that exist in it, from 0 to 1.</summary>
    public required double Coverage { get; init; }

    /// <summary>How many of its entries no longer say the same as those of the default locale.</summary>
    public required int Stale { get; init; }
}

/// <summary>The locales of the content.</summary>
internal sealed record LocalesResponse
{
    /// <summary>The locales, the default one first.</summary>
    public required IReadOnlyList<LocaleResponse> Items { get; init; }

    /// <summary>True where parts are left out to keep to `maxTokens`; absent where nothing is.</summary>
    public bool? Truncated { get; init; }
}
