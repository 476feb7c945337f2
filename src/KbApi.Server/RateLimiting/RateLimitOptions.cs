namespace KbApi.Server.RateLimiting;

/// <summary>How many requests an address, and a key, may make. Read from the section <c>Kb:RateLimit</c> of the configuration.</summary>
public sealed class RateLimitOptions
{
    /// <summary>The most that is accepted of either number.</summary>
    internal const int Max = 1_000_000;

    /// <summary>How many requests an address may make each second in the long run; 0 for any number.</summary>
    public int RequestsPerSecond { get; set; }

    /// <summary>How many requests an address that has been quiet may make at once; 0 for ten times <see cref="RequestsPerSecond"/>.</summary>
    public int Burst { get; set; }

    /// <summary>How many requests each second may be made with one key, from whatever addresses; 0 for as many as an address may make.</summary>
    public int KeyRequestsPerSecond { get; set; }

    /// <summary>The header in which the proxies (<c>Kb:Proxies</c>) name the address that asks. Empty for <c>X-Forwarded-For</c>.</summary>
    public string AddressHeader { get; set; } = "";

    /// <summary>How many requests may come at once.</summary>
    internal int EffectiveBurst => Burst > 0 ? Burst : (int)Math.Min(10L * RequestsPerSecond, Max);

    /// <summary>How many requests each second may be made with a key.</summary>
    internal int EffectiveKeyRate => KeyRequestsPerSecond > 0 ? KeyRequestsPerSecond : RequestsPerSecond;

    /// <summary>How many requests may be made with a key at once.</summary>
    internal int EffectiveKeyBurst => KeyRequestsPerSecond > 0 ? (int)Math.Min(10L * KeyRequestsPerSecond, Max) : EffectiveBurst;

    /// <summary>Whether the numbers can be used.</summary>
    internal bool IsValid => RequestsPerSecond is >= 0 and <= Max && Burst is >= 0 and <= Max && KeyRequestsPerSecond is >= 0 and <= Max;
}
