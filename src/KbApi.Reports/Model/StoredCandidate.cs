using KbApi.Rules.Classification;

namespace KbApi.Reports.Model;

/// <summary>An entry that may answer a report.</summary>
/// <param name="EntryId">The entry.</param>
/// <param name="Score">How likely it is, from 0 to 1.</param>
/// <param name="Tier">The strongest evidence for it.</param>
public sealed record StoredCandidate(string EntryId, double Score, SignalTier Tier);
