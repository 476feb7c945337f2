using System.Collections.Immutable;
using KbApi.Content.Diagnostics;

namespace KbApi.Server.Snapshots;

/// <summary>Content that was found on disk and is not served, because parts of it can't be read.</summary>
/// <param name="SnapshotId">The id that it would have.</param>
/// <param name="RefusedAt">When it was refused.</param>
/// <param name="Errors">What is wrong with it.</param>
internal sealed record RefusedContent(string SnapshotId, DateTimeOffset RefusedAt, ImmutableArray<Diagnostic> Errors);
