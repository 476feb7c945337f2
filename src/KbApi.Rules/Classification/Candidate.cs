using System.Collections.Immutable;
using KbApi.Content.Model;

namespace KbApi.Rules.Classification;

/// <summary>An entry that may answer a report.</summary>
/// <param name="Entry">The entry, in the language asked for as far as there is a text.</param>
/// <param name="Article">The document that it stands in.</param>
/// <param name="Tier">The strongest evidence for it.</param>
/// <param name="Score">How likely it is, from 0 to 1.</param>
/// <param name="Evidence">What speaks for it, in the order of the report; at least one.</param>
public sealed record Candidate(Entry Entry, Article Article, SignalTier Tier, double Score, ImmutableArray<Evidence> Evidence);
