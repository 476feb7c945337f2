using System.Collections.Immutable;

namespace KbApi.Content.Model;

/// <summary>What tells an entry from others that look the same: the fact to ask for.</summary>
/// <param name="Fact">What the document says of this entry and not of the others.</param>
/// <param name="Others">The ids of the entries that look the same.</param>
public sealed record Discriminator(Prose Fact, ImmutableArray<string> Others);
