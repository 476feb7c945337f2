namespace KbApi.Content.Operations;

/// <summary>What the last word of an event's name says about it.</summary>
internal enum Outcome
{
    None,
    Start,
    Success,
    Failure,
    Started,
    Stopped,
    Warning,
    Error,
    Heartbeat,
}

/// <summary>An event's name in two: what it is about, and what became of it, as in <c>PasswordReset</c> + <c>Fail</c>.</summary>
internal readonly record struct OutcomeName(string Stem, Outcome Outcome)
{
    private static readonly (string Suffix, Outcome Outcome)[] Suffixes =
    [
        ("Started", Outcome.Started), ("Stopped", Outcome.Stopped), ("Starting", Outcome.Start), ("Start", Outcome.Start), ("Begin", Outcome.Start),
        ("Succeeded", Outcome.Success), ("Success", Outcome.Success), ("Completed", Outcome.Success), ("Complete", Outcome.Success),
        ("Failed", Outcome.Failure), ("Failure", Outcome.Failure), ("Fail", Outcome.Failure), ("Aborted", Outcome.Failure),
        ("Warning", Outcome.Warning), ("Error", Outcome.Error), ("HeartBeat", Outcome.Heartbeat), ("Heartbeat", Outcome.Heartbeat),
    ];

    public static OutcomeName Read(string name)
    {
        foreach (var (suffix, outcome) in Suffixes)
        {
            if (name.Length > suffix.Length && name.EndsWith(suffix, StringComparison.Ordinal) && !IsDenied(name.AsSpan(0, name.Length - suffix.Length)))
            {
                return new OutcomeName(name[..^suffix.Length].TrimEnd('_', '.', '-'), outcome);
            }
        }

        return new OutcomeName(name, Outcome.None);
    }

    /// <summary>Whether a name says that what it ends in did not happen: <c>ServiceCanNotBeStarted</c>.</summary>
    private static bool IsDenied(ReadOnlySpan<char> stem) =>
        stem.EndsWith("NotBe", StringComparison.Ordinal) || stem.EndsWith("notBe", StringComparison.Ordinal) || stem.EndsWith("Not", StringComparison.Ordinal);
}
