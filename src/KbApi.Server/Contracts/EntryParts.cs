using KbApi.Content.Model;

namespace KbApi.Server.Contracts;

/// <summary>Whether a text still says the same as the one in the default locale.</summary>
internal sealed record StalenessResponse
{
    /// <summary>`current`: it does. `stale`: codes, numbers or addresses differ. `unknown`: there is nothing to compare it with.</summary>
    public required StalenessState State { get; init; }

    /// <summary>What differs.</summary>
    public required IReadOnlyList<StalenessReasonResponse> Reasons { get; init; }
}

/// <summary>One difference from the text in the default locale.</summary>
internal sealed record StalenessReasonResponse
{
    /// <summary>The field that differs.</summary>
    /// <example>technicalDetails</example>
    public required string Field { get; init; }

    /// <summary>What the text in the default locale has.</summary>
    /// <example>SSPR_0013</example>
    public required string Source { get; init; }

    /// <summary>What this text has.</summary>
    /// <example>SSPR_0012</example>
    public required string Here { get; init; }
}

/// <summary>A code of an entry.</summary>
internal sealed record CodeResponse
{
    /// <summary>The family of codes that it belongs to.</summary>
    /// <example>hresult</example>
    public required string Scheme { get; init; }

    /// <summary>The code in canonical form.</summary>
    /// <example>0x80230619</example>
    public required string Value { get; init; }

    /// <summary>The program or log that it belongs to; absent where none is named.</summary>
    /// <example>ADSync</example>
    public string? Source { get; init; }

    /// <summary>Whether the entry is about the code, or mentions it.</summary>
    public required CodeRole Role { get; init; }
}

/// <summary>A text that a screen or a log shows.</summary>
internal sealed record MessageResponse
{
    /// <summary>The text, without quotes around it.</summary>
    public required string Text { get; init; }

    /// <summary>Whether it is shown exactly so.</summary>
    public required bool Literal { get; init; }
}

/// <summary>What to do about a problem.</summary>
internal sealed record ResolutionResponse
{
    /// <summary>What is not one of the steps; not there where all of it is steps.</summary>
    public string? Summary { get; init; }

    /// <summary>The steps, in order, where it is written as a list.</summary>
    public required IReadOnlyList<string> Steps { get; init; }

    /// <summary>The ids of procedures that it refers to.</summary>
    /// <example>["sspr/restart-sync-service"]</example>
    public required IReadOnlyList<string> Procedures { get; init; }
}

/// <summary>A quantity to keep to.</summary>
internal sealed record ConstraintResponse
{
    /// <summary>What it is about.</summary>
    public required ConstraintKind Kind { get; init; }

    /// <summary>The amount; of a port its number.</summary>
    /// <example>127</example>
    public required decimal Value { get; init; }

    /// <summary>A UCUM code (`s`, `min`, `h`, `d` …), `characters`, `times`, or the protocol of a port.</summary>
    /// <example>characters</example>
    public required string Unit { get; init; }

    /// <summary>How the amount bounds.</summary>
    public required ConstraintBound Bound { get; init; }

    /// <summary>The last port of a range.</summary>
    public decimal? To { get; init; }

    /// <summary>The length of time that a rate counts in.</summary>
    public QuantityResponse? Per { get; init; }

    /// <summary>The words of the document.</summary>
    public required string Text { get; init; }
}

/// <summary>An amount with its unit.</summary>
internal sealed record QuantityResponse
{
    /// <summary>The amount.</summary>
    public required decimal Value { get; init; }

    /// <summary>A UCUM code.</summary>
    /// <example>h</example>
    public required string Unit { get; init; }
}

/// <summary>What tells an entry from others that look the same.</summary>
internal sealed record DiscriminatorResponse
{
    /// <summary>What the document says of this entry and not of the others.</summary>
    public required string Fact { get; init; }

    /// <summary>The ids of the entries that look the same.</summary>
    public required IReadOnlyList<string> Others { get; init; }
}

/// <summary>A link in a text.</summary>
internal sealed record LinkResponse
{
    /// <summary>What a reader clicks on.</summary>
    public required string Text { get; init; }

    /// <summary>The address: absolute, relative to the article, or an anchor in it.</summary>
    public required string Target { get; init; }
}

/// <summary>An entry that has to do with another.</summary>
internal sealed record RelatedResponse
{
    /// <summary>The entry.</summary>
    public required string Id { get; init; }

    /// <summary>`looksLike`: the same symptom. `sameOperation`: another event of its operation. `nextStep`: what it sends the reader to.</summary>
    public required RelationKind Relation { get; init; }

    /// <summary>With `detail=full`: its title.</summary>
    public string? Title { get; init; }
}

/// <summary>How entries have to do with each other.</summary>
internal enum RelationKind
{
    /// <summary>The same symptom.</summary>
    LooksLike,

    /// <summary>Another event of the same operation.</summary>
    SameOperation,

    /// <summary>What the resolution sends the reader to.</summary>
    NextStep,
}

/// <summary>The part that an event plays in an operation.</summary>
internal sealed record EntryOperationResponse
{
    /// <summary>The operation, service or heartbeat.</summary>
    /// <example>sspr/password-reset</example>
    public required string Id { get; init; }

    /// <summary>The part.</summary>
    public required OperationRole Role { get; init; }
}

/// <summary>What an event says about its operation, service or heartbeat.</summary>
internal enum OperationRole
{
    /// <summary>The operation begins.</summary>
    Start,

    /// <summary>The operation ends well.</summary>
    Success,

    /// <summary>The operation fails.</summary>
    Failure,

    /// <summary>The service runs.</summary>
    Started,

    /// <summary>The service does not run.</summary>
    Stopped,

    /// <summary>A sign of life, or the lack of one.</summary>
    Heartbeat,

    /// <summary>A warning that matters only when it recurs.</summary>
    Recurring,
}

/// <summary>Where something stands in the content.</summary>
internal sealed record SourceResponse
{
    /// <summary>The file.</summary>
    /// <example>content/sv-SE/sspr.md</example>
    public required string Path { get; init; }

    /// <summary>The first line, from 1.</summary>
    public required int StartLine { get; init; }

    /// <summary>The last line, from 1.</summary>
    public required int EndLine { get; init; }

    /// <summary>The version of the file: the beginning of the SHA-256 of its bytes.</summary>
    public required string Revision { get; init; }
}
