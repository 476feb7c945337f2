using KbApi.Content.Diagnostics;
using KbApi.Rules.Logs;

namespace KbApi.Server.Contracts;

/// <summary>What an event log tells, read with what the documents know of its events.</summary>
internal sealed record LogAnalysisResponse
{
    /// <summary>The format that the content shows.</summary>
    public required LogFormat Format { get; init; }

    /// <summary>How many records were read.</summary>
    public required long Records { get; init; }

    /// <summary>How many could not be read; `findings` says which.</summary>
    public required long BrokenRecords { get; init; }

    /// <summary>How many are of events that the documents describe.</summary>
    public required long Documented { get; init; }

    /// <summary>The time of the earliest record; absent where none has a time.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>The time of the latest record; absent where none has a time.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Whether the log says which time zone its times are in. If not, all times are given as if it were UTC.</summary>
    public required bool HasZone { get; init; }

    /// <summary>What was found, in the order of the log; of each kind the first 200.</summary>
    public required IReadOnlyList<LogFindingResponse> Findings { get; init; }

    /// <summary>The step to take next, of the measures that the documents say to try in order; absent where they have none for this.</summary>
    public NextStepResponse? NextStep { get; init; }

    /// <summary>The operations that occur in the log, and how often they ended how.</summary>
    public required IReadOnlyList<OperationSummaryResponse> Operations { get; init; }

    /// <summary>Events that matter, earliest first: documented problems, services that start and stop, and unknown codes; the latest 200.</summary>
    public required IReadOnlyList<TimelineEventResponse> Timeline { get; init; }

    /// <summary>True where parts are left out to keep to `maxTokens`; absent otherwise.</summary>
    public bool? Truncated { get; init; }
}

/// <summary>Something that a log shows.</summary>
internal sealed record LogFindingResponse
{
    /// <summary>The kind of finding; `/v1/codes/{id}` explains it.</summary>
    /// <example>KB4002</example>
    public required string Id { get; init; }

    /// <summary>How much it matters.</summary>
    public required DiagnosticSeverity Severity { get; init; }

    /// <summary>What is so, in the language of the answer.</summary>
    /// <example>'PasswordReset' failed at 2026-03-01 10:02:11Z.</example>
    public required string Message { get; init; }

    /// <summary>The line of the log that it begins on, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>Other lines that belong to it, such as that of the operation's start.</summary>
    public required IReadOnlyList<int> RelatedLines { get; init; }

    /// <summary>How many events it is made of.</summary>
    public required int Count { get; init; }

    /// <summary>When it begins; absent where the log has no times.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>When it ends; absent where the log has no times.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>The operation, service or sign of life that it is about; absent for other findings.</summary>
    public string? Subject { get; init; }

    /// <summary>The number of the event; absent where it has none.</summary>
    public string? Code { get; init; }

    /// <summary>What its events have in common; absent where they have nothing.</summary>
    public string? TrackingId { get; init; }

    /// <summary>Ids of the entries that say what it means and what to do; the one that it is about first, then what may have caused it.</summary>
    public required IReadOnlyList<string> Entries { get; init; }

    /// <summary>Documented codes that are closest to one that is not; absent for other findings.</summary>
    public IReadOnlyList<string>? Nearest { get; init; }
}

/// <summary>How often an operation occurs in a log, and how it ended.</summary>
internal sealed record OperationSummaryResponse
{
    /// <summary>The id of the operation, as in `/v1/operations`.</summary>
    public required string Id { get; init; }

    /// <summary>The name that its events share.</summary>
    public required string Name { get; init; }

    /// <summary>How often it began.</summary>
    public required int Started { get; init; }

    /// <summary>How often it succeeded.</summary>
    public required int Succeeded { get; init; }

    /// <summary>How often it failed.</summary>
    public required int Failed { get; init; }

    /// <summary>How often it has no outcome in time.</summary>
    public required int WithoutOutcome { get; init; }

    /// <summary>How often it may still go on where the log ends.</summary>
    public required int Open { get; init; }
}

/// <summary>An event that matters.</summary>
internal sealed record TimelineEventResponse
{
    /// <summary>The line that it begins on, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>When it was written; absent where the log does not say.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>The program that wrote it; absent where the log does not say.</summary>
    public string? Source { get; init; }

    /// <summary>The number of the event; absent where it has none.</summary>
    public string? Code { get; init; }

    /// <summary>The id of the entry that describes it; absent where none does.</summary>
    public string? Entry { get; init; }
}

/// <summary>A measure of a ladder.</summary>
internal sealed record NextStepResponse
{
    /// <summary>The id of the ladder.</summary>
    public required string Ladder { get; init; }

    /// <summary>The number of the measure on it, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>The id of the procedure with its steps; absent where it has none.</summary>
    public string? Procedure { get; init; }
}
