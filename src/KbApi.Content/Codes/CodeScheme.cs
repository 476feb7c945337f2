using System.Collections.Immutable;

namespace KbApi.Content.Codes;

/// <summary>A family of codes.</summary>
/// <param name="Id">Stable id, lower case with hyphens.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Patterns">The forms of its codes; empty where names or the reader itself tell them.</param>
/// <param name="Names">Codes of it that are plain names.</param>
/// <param name="Section">Where set, names and numbers in entries of this section (<c>article#anchor</c>) belong to it.</param>
/// <param name="Groups">Ranges of its numbers that belong together.</param>
public sealed record CodeScheme(
    string Id,
    string Title,
    ImmutableArray<CodePattern> Patterns,
    ImmutableArray<string> Names,
    string? Section,
    ImmutableArray<CodeGroup> Groups);

/// <summary>Numbers of a scheme that belong together, such as the events of one kind.</summary>
/// <param name="From">The first number.</param>
/// <param name="To">The last number.</param>
/// <param name="Source">The source that the group is of, or null for any.</param>
/// <param name="Titles">What the group is called, by language.</param>
public sealed record CodeGroup(long From, long To, string? Source, ImmutableDictionary<string, string> Titles);
