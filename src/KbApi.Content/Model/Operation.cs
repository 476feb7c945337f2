using System.Collections.Immutable;

namespace KbApi.Content.Model;

/// <summary>Something a program does that writes an event when it starts and another when it ends.</summary>
public sealed record Operation : KnowledgeItem
{
    /// <summary>The name that its events share, for example <c>PasswordReset</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The source of its events, or null where none is named.</summary>
    public string? Source { get; init; }

    /// <summary>The id of the entry of the event that starts it.</summary>
    public required string Start { get; init; }

    /// <summary>The id of the entry of its success, or null where none is documented.</summary>
    public string? Success { get; init; }

    /// <summary>The id of the entry of its failure, or null where none is documented.</summary>
    public string? Failure { get; init; }
}

/// <summary>A service that writes an event when it starts to run and another when it stops.</summary>
public sealed record ServiceState : KnowledgeItem
{
    /// <summary>The name that its events share.</summary>
    public required string Name { get; init; }

    /// <summary>The source of its events, or null where none is named.</summary>
    public string? Source { get; init; }

    /// <summary>The id of the entry that says that it runs.</summary>
    public required string Started { get; init; }

    /// <summary>The id of the entry that says that it does not.</summary>
    public required string Stopped { get; init; }
}

/// <summary>A sign of life that a program gives at regular times.</summary>
public sealed record Heartbeat : KnowledgeItem
{
    /// <summary>The id of the entry that describes it.</summary>
    public required string Entry { get; init; }

    /// <summary>The source of its event, or null where none is named.</summary>
    public string? Source { get; init; }

    /// <summary>The time between two signs.</summary>
    public required Quantity Interval { get; init; }
}

/// <summary>Roles that entries play together.</summary>
/// <param name="Operations">Operations with a start and an end.</param>
/// <param name="States">Services that run or not.</param>
/// <param name="Heartbeats">Signs of life.</param>
/// <param name="Recurring">Ids of entries that matter only when they recur.</param>
public sealed record OperationModel(
    ImmutableArray<Operation> Operations,
    ImmutableArray<ServiceState> States,
    ImmutableArray<Heartbeat> Heartbeats,
    ImmutableArray<string> Recurring)
{
    /// <summary>No roles.</summary>
    public static OperationModel Empty { get; } = new([], [], [], []);
}
