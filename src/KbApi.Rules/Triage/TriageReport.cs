using System.Collections.Immutable;
using KbApi.Content.Model;
using KbApi.Rules.Classification;
using KbApi.Rules.Logs;

namespace KbApi.Rules.Triage;

/// <summary>What is known of a ticket and its logs, on one page: what happened, how sure that is, what to do next, and what to ask.</summary>
public sealed record TriageReport
{
    /// <summary>What the ticket is classified as, together with the events of the logs that matter; its texts are masked.</summary>
    public required ReportClassification Classification { get; init; }

    /// <summary>What the logs tell.</summary>
    public ImmutableArray<LogAnalysis> Logs { get; init; } = [];

    /// <summary>The entries that say what happened and what to do, the one to begin with first: what answers the ticket, then what the logs show.</summary>
    public ImmutableArray<Entry> Entries { get; init; } = [];

    /// <summary>Where on a ladder of measures to go on, or null where no ladder is about this.</summary>
    public LadderPosition? Ladder { get; init; }

    /// <summary>The words of the ticket without what must not be kept, also without the names of the machines that wrote the logs.</summary>
    public required string Ticket { get; init; }

    /// <summary>The events of the logs that matter, masked in the same way and with the same placeholders; empty without logs.</summary>
    public string Events { get; init; } = "";
}

/// <summary>Where on a ladder of measures somebody stands.</summary>
/// <param name="Ladder">The ladder.</param>
/// <param name="Next">The index of the measure to take next, from 0; null where all have been tried.</param>
/// <param name="Tried">The indexes of those that have been tried.</param>
/// <param name="Procedure">The steps of the next measure, or null where it has none of its own.</param>
public sealed record LadderPosition(Ladder Ladder, int? Next, ImmutableArray<int> Tried, Procedure? Procedure);
