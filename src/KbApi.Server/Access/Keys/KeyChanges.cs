namespace KbApi.Server.Access.Keys;

/// <summary>What can be done with keys: each takes the keys that are there and gives those that shall be.</summary>
public static class KeyChanges
{
    /// <summary>Adds a key.</summary>
    /// <param name="keys">The keys that are there.</param>
    /// <param name="text">The new key itself.</param>
    /// <param name="name">Who or what it is for.</param>
    /// <param name="scopes">What it may be used for.</param>
    /// <param name="now">The moment.</param>
    /// <param name="expiresAt">From when on it is refused; null for never.</param>
    /// <exception cref="ArgumentException">The text is not written as keys are.</exception>
    public static IReadOnlyList<ApiKey> Add(IReadOnlyList<ApiKey> keys, string text, string name, IReadOnlyList<string> scopes, DateTimeOffset now, DateTimeOffset? expiresAt)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var id = KeyText.IdOf(text) ?? throw new ArgumentException("Make the key with KeyText.Create.", nameof(text));
        return [.. keys, new ApiKey { Id = id, Name = name, Scopes = scopes, Hash = Convert.ToHexStringLower(KeyText.HashOf(text)), CreatedAt = now, ExpiresAt = expiresAt }];
    }

    /// <summary>Adds a key that does what another does, with as long a life; the other goes on until it is no longer needed.</summary>
    /// <param name="keys">The keys that are there.</param>
    /// <param name="old">The other.</param>
    /// <param name="text">The new key itself.</param>
    /// <param name="now">The moment.</param>
    /// <param name="grace">How long the other goes on at most.</param>
    public static IReadOnlyList<ApiKey> Rotate(IReadOnlyList<ApiKey> keys, ApiKey old, string text, DateTimeOffset now, TimeSpan grace)
    {
        ArgumentNullException.ThrowIfNull(old);
        var end = now + grace;
        var replaced = Replace(keys, old with { ExpiresAt = old.ExpiresAt < end ? old.ExpiresAt : end });
        return Add(replaced, text, old.Name, old.Scopes, now, old.ExpiresAt is null ? null : now + (old.ExpiresAt - old.CreatedAt));
    }

    /// <summary>Revokes a key: it opens nothing from now on, and stays in the file so that logs can be understood.</summary>
    public static IReadOnlyList<ApiKey> Revoke(IReadOnlyList<ApiKey> keys, ApiKey old, DateTimeOffset now) => Replace(keys, old with { RevokedAt = now });

    private static ApiKey[] Replace(IReadOnlyList<ApiKey> keys, ApiKey key) => [.. keys.Select(k => k.Id == key.Id ? key : k)];
}
