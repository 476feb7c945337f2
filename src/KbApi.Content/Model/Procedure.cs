using System.Collections.Immutable;

namespace KbApi.Content.Model;

/// <summary>Numbered steps that are to be taken one after the other.</summary>
public sealed record Procedure : KnowledgeItem
{
    /// <summary>The heading or lead-in above the steps.</summary>
    public required Prose Title { get; init; }

    /// <summary>What the document says before the steps, or null.</summary>
    public Prose? Introduction { get; init; }

    /// <summary>Cautions that stand with the steps.</summary>
    public ImmutableArray<Prose> Warnings { get; init; } = [];

    /// <summary>The steps, in order.</summary>
    public required ImmutableArray<ProcedureStep> Steps { get; init; }
}

/// <summary>A step of a procedure.</summary>
/// <param name="Text">What to do.</param>
/// <param name="Images">Addresses of the pictures that show it.</param>
public sealed record ProcedureStep(Prose Text, ImmutableArray<string> Images);
