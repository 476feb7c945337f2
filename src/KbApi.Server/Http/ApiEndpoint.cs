using System.Collections.Immutable;

namespace KbApi.Server.Http;

/// <summary>Marks endpoints that answer from the snapshot.</summary>
/// <param name="MediaTypes">What their answers can be, the preferred one first.</param>
/// <param name="IsReading">Whether they are asked by GET and HEAD, so that caches may keep what they answer.</param>
internal sealed record ApiEndpoint(ImmutableArray<string> MediaTypes, bool IsReading = true);
