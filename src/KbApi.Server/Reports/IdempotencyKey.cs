using KbApi.Server.Problems;

namespace KbApi.Server.Reports;

/// <summary>The header by which clients make sure that a request that is sent twice is done once (draft-ietf-httpapi-idempotency-key-header).</summary>
internal static class IdempotencyKey
{
    public const string Header = "Idempotency-Key";

    /// <summary>Tells that an answer is that of an earlier request, as with other APIs that know such keys.</summary>
    public const string ReplayedHeader = "Idempotent-Replayed";

    private const int MaxLength = 255;

    /// <summary>Reads the key: a quoted string, as the draft has it, or the bare characters, as most clients send it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="key">The key; null where there is none.</param>
    /// <returns>What is wrong with it, or null.</returns>
    public static InvalidParameter? TryRead(HttpRequest request, out string? key)
    {
        key = null;
        var values = request.Headers[Header];
        if (values.Count == 0)
        {
            return null;
        }

        var text = values.Count == 1 ? values[0]!.Trim() : "";
        var bare = text is ['"', .. var quoted, '"'] ? quoted : text;
        if (bare.Length is 0 or > MaxLength || bare.Any(c => c is < ' ' or > '~' or '"'))
        {
            return new InvalidParameter(Header, "IdempotencyKey", MaxLength);
        }

        key = bare;
        return null;
    }
}
