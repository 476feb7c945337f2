namespace KbApi.Reports.Model;

/// <summary>What tells a repeated request from a new one. Both are keyed hashes: neither the key nor the words can be guessed from them.</summary>
/// <param name="KeyHash">The hash of the key that the client gave.</param>
/// <param name="Fingerprint">The hash of the report as it was sent.</param>
public sealed record RequestIdentity(string KeyHash, string Fingerprint);
