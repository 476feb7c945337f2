using System.Collections.Immutable;

namespace KbApi.Content.Model;

/// <summary>Measures that are to be tried in a given order, from the easiest to the last.</summary>
public sealed record Ladder : KnowledgeItem
{
    /// <summary>The heading above it.</summary>
    public required Prose Title { get; init; }

    /// <summary>What the document says about when and how to climb it, or null.</summary>
    public Prose? Introduction { get; init; }

    /// <summary>The measures, in order.</summary>
    public required ImmutableArray<LadderRung> Rungs { get; init; }
}

/// <summary>A measure of a ladder.</summary>
/// <param name="Text">What it is called.</param>
/// <param name="Anchor">The section of the same article that describes it.</param>
/// <param name="Procedure">The id of the procedure in that section, or null where it holds none.</param>
public sealed record LadderRung(Prose Text, string Anchor, string? Procedure);
