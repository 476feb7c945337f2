namespace KbApi.Rules.Logs;

/// <summary>What counts as late or as often where the documents do not say.</summary>
public sealed record LogAnalysisOptions
{
    /// <summary>How long after its start an operation has to end. An entry that states a time for its operation goes before this.</summary>
    public TimeSpan OutcomeWithin { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How many times a warning has to stand in the log, one soon after the other, to count as repeated.</summary>
    public int RepeatCount { get; init; } = 5;

    /// <summary>How long after one warning the next has to follow to count as its repetition.</summary>
    public TimeSpan RepeatGap { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Whether all values can be used: times longer than zero, and a count of at least 2.</summary>
    internal bool IsUsable => OutcomeWithin > TimeSpan.Zero && RepeatGap > TimeSpan.Zero && RepeatCount >= 2;
}
