namespace KbApi.Server.Access;

/// <summary>Which tokens (RFC 7519) are accepted. Read from the section <c>Kb:Jwt</c> of the configuration.</summary>
public sealed class JwtOptions
{
    /// <summary>The OpenID provider that issues them, whose keys are fetched from its metadata, for example <c>https://login.example/tenant</c>.</summary>
    public string? Authority { get; set; }

    /// <summary>The public keys that they are signed with, as PEM or as a JSON Web Key Set; instead of <see cref="Authority"/>.</summary>
    public string? KeyFile { get; set; }

    /// <summary>Who issues them, as their claim <c>iss</c> says; needed beside <see cref="KeyFile"/>.</summary>
    public string? Issuer { get; set; }

    /// <summary>Whom they are for, as their claim <c>aud</c> says.</summary>
    public string? Audience { get; set; }

    /// <summary>Whether tokens are accepted at all.</summary>
    internal bool IsUsed => !string.IsNullOrEmpty(Authority) || !string.IsNullOrEmpty(KeyFile);

    /// <summary>Whether what is said is enough to tell a good token from another.</summary>
    internal bool IsComplete =>
        !IsUsed
        || (!string.IsNullOrEmpty(Audience)
            && (string.IsNullOrEmpty(KeyFile)
                ? Uri.TryCreate(Authority, UriKind.Absolute, out var authority) && (authority.Scheme == Uri.UriSchemeHttps || authority.IsLoopback)
                : File.Exists(KeyFile) && !string.IsNullOrEmpty(Issuer) && string.IsNullOrEmpty(Authority)));
}
