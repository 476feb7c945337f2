using System.Collections.Immutable;
using KbApi.Translation.Alignment;

namespace KbApi.Translation.Import;

/// <summary>Why a unit is refused.</summary>
public enum ImportProblemKind
{
    /// <summary>It lost, changed or added what must be as in the original.</summary>
    Parity,

    /// <summary>The original has changed since it was sent out.</summary>
    SourceChanged,

    /// <summary>The content has no such article or unit.</summary>
    Unknown,

    /// <summary>The translation's file has no place for it.</summary>
    NoPlace,

    /// <summary>It comes twice, with different translations.</summary>
    Contradiction,

    /// <summary>Written down, it would not read as what it is: it would become, for example, a list or a table's end.</summary>
    Structure,
}

/// <summary>A unit that is refused.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Article">Its article.</param>
/// <param name="Unit">Its id.</param>
/// <param name="Faults">What is missing, added or changed; empty unless that is why.</param>
public sealed record ImportProblem(ImportProblemKind Kind, string Article, string Unit, ImmutableArray<UnitFault> Faults)
{
    /// <summary>The original's file and line, where the unit is known.</summary>
    public string? Location { get; init; }
}
