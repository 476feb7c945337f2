using KbApi.Content.Model;

namespace KbApi.Rules.Logs.Tracking;

/// <summary>What an event is for the operation, state or sign of life that it belongs to.</summary>
internal enum EventRole
{
    None,
    Start,
    Success,
    Failure,
    Started,
    Stopped,

    /// <summary>A sign of life.</summary>
    Sign,

    /// <summary>A sign of life that could not be given.</summary>
    FailedSign,

    /// <summary>Matters only when it is repeated.</summary>
    Recurring,
}

/// <summary>An event that the documents describe.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Title">What it is called in messages.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Role">What it is for <paramref name="Subject"/>.</param>
/// <param name="Subject">The operation, state or sign of life that it belongs to, or null.</param>
internal sealed record KnownEvent(Localized<Entry> Entry, IFormattable Title, EntrySeverity Severity, EventRole Role, TrackedSubject? Subject)
{
    public string Id => Entry.Id;

    /// <summary>Whether it tells of a problem by itself.</summary>
    public bool IsProblem => Severity >= EntrySeverity.Warning && Role is not (EventRole.Start or EventRole.Success or EventRole.Started or EventRole.Sign);
}

/// <summary>What events belong to: an operation, a state or a sign of life.</summary>
/// <param name="Order">Its place among all, in the order of the documents.</param>
/// <param name="Id">Its id.</param>
/// <param name="Name">The name that its events share.</param>
/// <param name="Source">The program that writes its events, or null.</param>
/// <param name="Time">For an operation, how long it may take where the documents say so; for a sign of life, the time between two of them.</param>
/// <param name="TimeText">The time as documents state it; empty where they state none.</param>
internal sealed record TrackedSubject(int Order, string Id, string Name, string? Source, TimeSpan? Time, string TimeText);

/// <summary>An entry that a number leads to.</summary>
/// <param name="Known">The event.</param>
/// <param name="IsAbout">Whether the entry is about the number, not only names it.</param>
internal sealed record EventOwner(KnownEvent Known, bool IsAbout)
{
    /// <summary>The program that writes the event, or null where none is named.</summary>
    public string? Source { get; } = Known.Entry.Variants[0].Source;

    public bool IsOf(string? source) => source is null || Source is null || Source.Equals(source, StringComparison.OrdinalIgnoreCase);
}
