using System.Collections.Immutable;

namespace KbApi.Content.Model;

/// <summary>Whether a text still says the same as its original.</summary>
public enum StalenessState
{
    /// <summary>What translation does not change is the same in both.</summary>
    Current,

    /// <summary>Codes, numbers or addresses differ.</summary>
    Stale,

    /// <summary>There is no original to compare it with.</summary>
    Unknown,
}

/// <summary>Whether an entry still says the same as its original, and what differs.</summary>
/// <param name="State">Whether it does.</param>
/// <param name="Reasons">What differs; empty unless stale.</param>
public sealed record Staleness(StalenessState State, ImmutableArray<StalenessReason> Reasons)
{
    /// <summary>Nothing differs.</summary>
    public static Staleness Current { get; } = new(StalenessState.Current, []);

    /// <summary>There is nothing to compare with.</summary>
    public static Staleness Unknown { get; } = new(StalenessState.Unknown, []);
}

/// <summary>One difference between an entry and its original.</summary>
/// <param name="Field">The field that differs, in the spelling of the API: <c>codes</c>, <c>causes</c>, <c>resolution</c> …</param>
/// <param name="Source">What only the original has, separated by commas.</param>
/// <param name="Here">What only this text has, separated by commas.</param>
public sealed record StalenessReason(string Field, string Source, string Here);
