using System.Collections.Immutable;
using KbApi.Content.Diagnostics;
using KbApi.Content.Model;

namespace KbApi.Rules.Comparison;

/// <summary>Documents that stand beside others: those of a locale, or of a path.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Articles">Its documents, each with an id of its own. The documents of one id are compared; where each source has one, those are.</param>
public sealed record ComparedSource(string Name, ImmutableArray<Article> Articles);

/// <summary>An entry in all sources, where they disagree.</summary>
/// <param name="Id">Its id in the first source that has it.</param>
/// <param name="Title">Its title there.</param>
/// <param name="Places">Where it stands in each source, or null where it does not.</param>
/// <param name="Facts">What the sources disagree about; empty where some only lack the entry.</param>
public sealed record ComparedEntry(string Id, string Title, ImmutableArray<Location?> Places, ImmutableArray<ComparedFact> Facts);

/// <summary>What of an entry is compared.</summary>
public enum ComparedFactKind
{
    /// <summary>Its codes.</summary>
    Codes,

    /// <summary>Its numbers of two digits and more; one digit may be a word.</summary>
    Numbers,

    /// <summary>Ranges of numbers.</summary>
    Ranges,

    /// <summary>Names, beginnings of log lines and placeholders.</summary>
    Literals,

    /// <summary>The number of steps of a resolution that is written as a list.</summary>
    Steps,
}

/// <summary>Something that sources disagree about.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Values">What each source has of all that any of them has; null where the source lacks the entry.</param>
/// <param name="Consensus">What more than half of the sources that have the entry agree on, at least two; or null where there is no such majority.</param>
/// <param name="Odd">The sources, by number from 0, that are against the consensus; empty without one.</param>
public sealed record ComparedFact(ComparedFactKind Kind, ImmutableArray<string?> Values, string? Consensus, ImmutableArray<int> Odd);
