using System.Collections.Immutable;
using KbApi.Rules.Classification.Words;

namespace KbApi.Rules.Classification.Ranking;

/// <summary>An entry and what speaks for it.</summary>
internal sealed record RankedCandidate(int Entry)
{
    /// <summary>The strongest evidence.</summary>
    public required SignalTier Tier { get; init; }

    /// <summary>Its weight among candidates of the same tier.</summary>
    public required double Score { get; init; }

    /// <summary>The weight without what the words of codes say and without what is held against the entry whatever the report says: what tells entries with the same codes apart.</summary>
    public required double WeightBesideCodes { get; init; }

    /// <summary>The codes that speak for it.</summary>
    public required string Codes { get; init; }

    /// <summary>How well the words fit.</summary>
    public required Similarity Similarity { get; init; }

    /// <summary>The share of a documented message that stands in the report.</summary>
    public double MessageShare { get; init; }

    /// <summary>Where it was recognised.</summary>
    public required ImmutableArray<Evidence> Evidence { get; init; }

    /// <summary>Whether an answer speaks against it.</summary>
    public bool IsContradicted { get; init; }

    /// <summary>How likely it is, once all candidates are known.</summary>
    public double Probability { get; init; }
}
