namespace KbApi.Server.Access.Keys;

/// <summary>A key as the file of keys has it: everything but the key itself.</summary>
public sealed record ApiKey
{
    /// <summary>Eight letters and digits, which the key begins with after its prefix; logs name the key by it.</summary>
    public required string Id { get; init; }

    /// <summary>Who or what it is for, 1 to 100 characters.</summary>
    public required string Name { get; init; }

    /// <summary>What it may be used for; at least one of <see cref="Access.Scopes"/>.</summary>
    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>The SHA-256 of the key, 64 hexadecimal digits.</summary>
    public required string Hash { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>From when on it is refused; null where it does not expire.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When it was revoked; null where it was not.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>Whether it opens anything at a moment.</summary>
    public bool IsValidAt(DateTimeOffset moment) => RevokedAt is null && (ExpiresAt is null || moment < ExpiresAt);
}
