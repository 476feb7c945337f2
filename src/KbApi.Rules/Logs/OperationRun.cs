namespace KbApi.Rules.Logs;

/// <summary>How one run of an operation ended.</summary>
public enum RunOutcome
{
    /// <summary>It succeeded.</summary>
    Succeeded,

    /// <summary>It failed.</summary>
    Failed,

    /// <summary>It has no outcome in time.</summary>
    Missing,

    /// <summary>It may still go on where the log ends.</summary>
    Open,
}

/// <summary>An operation from its start to its outcome, as far as the log tells both.</summary>
/// <param name="OperationId">The id of the operation.</param>
/// <param name="Name">The name that its events share.</param>
/// <param name="StartLine">The line of its start, from 1, or null where that is not in the log.</param>
/// <param name="From">When it started, or null where that is not in the log.</param>
/// <param name="EndLine">The line of its outcome, or null where that is not in the log.</param>
/// <param name="To">When it ended, or null where that is not in the log.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="EntryId">The entry of its last event.</param>
public sealed record OperationRun(
    string OperationId, string Name, int? StartLine, DateTimeOffset? From, int? EndLine, DateTimeOffset? To, RunOutcome Outcome, string EntryId)
{
    /// <summary>The time of its first event that is in the log.</summary>
    internal DateTimeOffset? First => From ?? To;
}
