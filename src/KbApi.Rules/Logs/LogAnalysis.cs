using System.Collections.Immutable;
using KbApi.Content.Diagnostics;

namespace KbApi.Rules.Logs;

/// <summary>What an event log tells, read with what the documents know of its events.</summary>
public sealed record LogAnalysis
{
    /// <summary>What the log is called.</summary>
    public required string Name { get; init; }

    /// <summary>The form that it is written in.</summary>
    public required LogFormat Format { get; init; }

    /// <summary>How many records were read.</summary>
    public required long Records { get; init; }

    /// <summary>How many records could not be read.</summary>
    public required long BrokenRecords { get; init; }

    /// <summary>How many records are of events that the documents describe.</summary>
    public required long Documented { get; init; }

    /// <summary>Whether it is no event log at all; then a finding says why.</summary>
    public required bool IsRefused { get; init; }

    /// <summary>The time of the earliest record, or null where none has a time.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>The time of the latest record, or null.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Whether the log says which time zone its times are in; if not, they are given as if it were UTC.</summary>
    public bool HasZone { get; init; }

    /// <summary>The operations that occur in the log, in the order of the documents.</summary>
    public ImmutableArray<OperationSummary> Operations { get; init; } = [];

    /// <summary>Single runs of operations that have a time, earliest first; of more than <see cref="LogLimits.TimelineLength"/> the latest. Those that ran at the same time and can't be told apart have an outcome only.</summary>
    public ImmutableArray<OperationRun> Runs { get; init; } = [];

    /// <summary>Events that matter: documented problems, states, and unknown codes. Earliest first; of more than <see cref="LogLimits.TimelineLength"/> the latest.</summary>
    public ImmutableArray<TimelineEvent> Timeline { get; init; } = [];

    /// <summary>What was found, in the order of the log.</summary>
    public ImmutableArray<LogFinding> Findings { get; init; } = [];

    /// <summary>The text of events that matter, a few of each kind, as they stand in the log: nothing is masked.</summary>
    public ImmutableArray<LogEvent> Excerpt { get; init; } = [];
}

/// <summary>How often an operation occurs in a log, and how it ended.</summary>
/// <param name="Id">The id of the operation.</param>
/// <param name="Name">The name that its events share.</param>
/// <param name="Source">The program that writes its events, or null.</param>
/// <param name="Started">How often it began.</param>
/// <param name="Succeeded">How often it succeeded.</param>
/// <param name="Failed">How often it failed.</param>
/// <param name="WithoutOutcome">How often it has no outcome in time.</param>
/// <param name="Open">How often it may still go on where the log ends.</param>
public sealed record OperationSummary(string Id, string Name, string? Source, int Started, int Succeeded, int Failed, int WithoutOutcome, int Open);

/// <summary>An event that matters.</summary>
/// <param name="Line">The line that it begins on, from 1.</param>
/// <param name="Time">When it was written, or null.</param>
/// <param name="Source">The program that wrote it, as the log names it, or null.</param>
/// <param name="Code">The number of the event, or null.</param>
/// <param name="EntryId">The entry that describes it, or null where none does.</param>
public sealed record TimelineEvent(int Line, DateTimeOffset? Time, string? Source, string? Code, string? EntryId);

/// <summary>Something that a log shows.</summary>
/// <param name="Diagnostic">What, where, and how much it matters; other places of the log that belong to it are its additional locations.</param>
public sealed record LogFinding(Diagnostic Diagnostic)
{
    /// <summary>The id of the operation, state or sign of life that it is about, or null.</summary>
    public string? Subject { get; init; }

    /// <summary>Ids of the entries that say what it means; the one that it is about first, then what may have caused it.</summary>
    public ImmutableArray<string> Entries { get; init; } = [];

    /// <summary>The number of the event, or null.</summary>
    public string? Code { get; init; }

    /// <summary>What its events have in common, or null.</summary>
    public string? TrackingId { get; init; }

    /// <summary>How many events it is made of.</summary>
    public int Count { get; init; } = 1;

    /// <summary>When it begins, or null where the log has no times.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>When it ends, or null.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Codes that are documented and closest to one that is not.</summary>
    public ImmutableArray<string> Nearest { get; init; } = [];
}
